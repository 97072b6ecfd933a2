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

/**
 * Returns n8n's HTTP helper without a credential, restricted to the hosts that the credential
 * allows.
 */
const createRequest =
	(context: ApiContext, { allowedDomains }: Parallel) =>
	async (options: IHttpRequestOptions): Promise<unknown> =>
		await context.helpers.httpRequest({
			...options,
			...(allowedDomains === undefined ? {} : { allowedDomains }),
		});

/** Creates the login of further lanes. It sends the same request as the credential's login. */
export const createLaneLogin = (
	context: ApiContext,
	parallel: Parallel,
): (() => Promise<LoginAnswer>) => {
	const httpRequest = createRequest(context, parallel);
	return async () => await logIn({ helpers: { httpRequest } }, parallel.key);
};

/**
 * Returns true if another lane has to send the request, because this one has no valid token or may
 * not send to this host.
 */
const isLost = (reply: Reply): boolean =>
	!reply.ok && (isBadToken(reply.failure) || reply.failure.obstacle === 'allowedDomains');

/** Sends requests with the token of a lane, and renews a refused token once. Never throws. */
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
