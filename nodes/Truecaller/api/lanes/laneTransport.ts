import type { IHttpRequestOptions } from 'n8n-workflow';

import type { LaneTokens } from '../access/laneTokens';
import { logIn } from '../access/login';
import type { LoginAnswer } from '../access/loginFailure';
import type { Parallel } from '../access/parallel';
import type { ApiContext } from '../http';
import { LANE_LOST } from '../pacing/sender';
import { readResponse } from '../reading/answer';
import type { Reply } from '../reading/answer';
import { isBadToken } from '../reading/badToken';
import { readThrown } from '../reading/thrown';

/** n8n's HTTP helper without a credential, kept to the hosts that the credential is kept to. */
const createRequest =
	(context: ApiContext, { allowedDomains }: Parallel) =>
	async (options: IHttpRequestOptions): Promise<unknown> =>
		await context.helpers.httpRequest({
			...options,
			...(allowedDomains === undefined ? {} : { allowedDomains }),
		});

/** Makes the login of further lanes: the same request as that of the credential. */
export const createLaneLogin = (
	context: ApiContext,
	parallel: Parallel,
): (() => Promise<LoginAnswer>) => {
	const httpRequest = createRequest(context, parallel);
	return async () => await logIn({ helpers: { httpRequest } }, parallel.key);
};

/** True where another lane has to send the request: this one has no token that serves, or may not send to this host. */
const isLost = (reply: Reply): boolean =>
	!reply.ok && (isBadToken(reply.failure) || reply.failure.obstacle === 'allowedDomains');

/** Sends requests with the token of a lane; renews it once where it is turned away. Never throws. */
export const createLaneTransport = (
	context: ApiContext,
	parallel: Parallel,
	tokens: LaneTokens,
): ((options: IHttpRequestOptions, lane: number) => Promise<Reply>) => {
	const request = createRequest(context, parallel);
	const login = createLaneLogin(context, parallel);
	const abortSignal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;

	const sendWith = async (token: string, options: IHttpRequestOptions): Promise<Reply> => {
		try {
			const response = await request({
				...options,
				headers: { ...options.headers, Authorization: `Bearer ${token}` },
				ignoreHttpStatusErrors: true,
				abortSignal,
			});
			return readResponse(response, Date.now());
		} catch (error) {
			return { ok: false, failure: readThrown(error) };
		}
	};

	return async (options, lane) => {
		const token = tokens.tokenOf(lane);
		if (token === undefined) return LANE_LOST;
		const reply = await sendWith(token, options);
		if (!isLost(reply)) return reply;
		tokens.drop(lane, token);
		const renewed = await tokens.renew(lane, login);
		if (renewed === undefined) return LANE_LOST;
		const again = await sendWith(renewed, options);
		if (!isLost(again)) return again;
		tokens.drop(lane, renewed);
		return LANE_LOST;
	};
};
