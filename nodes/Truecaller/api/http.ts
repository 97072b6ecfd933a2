import type { IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';

import { isObject, readResponse } from './reading/answer';
import type { Failure, Reply } from './reading/answer';
import { isBadToken } from './reading/badToken';
import { readThrown } from './reading/thrown';

/** Context of a request: an execution, or a drop-down that loads its choices in the editor. */
export type ApiContext = IExecuteFunctions | ILoadOptionsFunctions;

/** The name of the credential that every node of the pack uses. */
export const CREDENTIAL = 'truecallerApi';

/**
 * Sends one HTTP request through n8n. n8n adds the token and renews it once if the status is one of
 * `expired`.
 */
const requestOnce = async (
	context: ApiContext,
	options: IHttpRequestOptions,
	expired: number[],
): Promise<Reply> => {
	const request = async (how: Partial<IHttpRequestOptions>): Promise<Record<string, unknown>> => {
		const retry = { preAuthenticationRetryStatusCode: expired };
		const response: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL,
			{ ...options, ...how },
			retry,
		);
		return isObject(response) ? response : {};
	};
	try {
		// n8n renews the token only for a status that it sees as an error.
		let response = await request({ ignoreHttpStatusErrors: { ignore: true, except: expired } });
		// Older n8n ignores `except` and renews the token only after a 401 that is thrown. As JSON,
		// because it keeps no other body.
		if (response.statusCode === 401) response = await request({ encoding: 'json' });
		return readResponse(response, Date.now());
	} catch (error) {
		return { ok: false, failure: readThrown(error) };
	}
};

/** Returns true for an expired token that n8n did not renew by itself. */
const isStale = (failure: Failure): boolean => failure.status !== 401 && isBadToken(failure);

/**
 * Sends one request with a valid token. Never throws. A request that was refused only for its token
 * is sent again.
 */
export const requestWithToken = async (
	context: ApiContext,
	options: IHttpRequestOptions,
): Promise<Reply> => {
	const reply = await requestOnce(context, options, [401]);
	if (reply.ok || !isStale(reply.failure)) return reply;
	// Only for this retry. If it were always set, every genuine server error would cost an access
	// token.
	const again = await requestOnce(context, options, [401, reply.failure.status ?? 500]);
	if (again.ok || !isStale(again.failure)) return again;
	// Truecaller refuses even a new token: report it like a lasting 401, whatever the status was.
	return { ok: false, failure: { ...again.failure, status: 401, slug: 'authorization-error' } };
};
