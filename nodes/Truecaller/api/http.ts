import type { IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';

import { isObject, readResponse } from './reading/answer';
import type { Failure, Reply } from './reading/answer';
import { isBadToken } from './reading/badToken';
import { readThrown } from './reading/thrown';

/** Where requests come from: an execution, or a picker that looks things up in the editor. */
export type ApiContext = IExecuteFunctions | ILoadOptionsFunctions;

/** The name of the credential that every node of the pack uses. */
export const CREDENTIAL = 'truecallerApi';

/** Makes one HTTP request through n8n, which adds the token and renews it once when the status is one of `expired`. */
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
		// n8n renews the token only for a status that it gets to see as an error.
		let response = await request({ ignoreHttpStatusErrors: { ignore: true, except: expired } });
		// Older n8n knows no exceptions, and renews after a thrown 401 alone. As JSON, because it keeps no other body.
		if (response.statusCode === 401) response = await request({ encoding: 'json' });
		return readResponse(response, Date.now());
	} catch (error) {
		return { ok: false, failure: readThrown(error) };
	}
};

/** True for a bad token that n8n did not renew by itself. */
const isStale = (failure: Failure): boolean => failure.status !== 401 && isBadToken(failure);

/** Sends one request with a valid token. Never throws. What was turned away for its token alone is sent again. */
export const requestWithToken = async (
	context: ApiContext,
	options: IHttpRequestOptions,
): Promise<Reply> => {
	const reply = await requestOnce(context, options, [401]);
	if (reply.ok || !isStale(reply.failure)) return reply;
	// Not passed always: every genuine fault of the server would then cost a token.
	const again = await requestOnce(context, options, [401, reply.failure.status ?? 500]);
	if (again.ok || !isStale(again.failure)) return again;
	// Not even a new token is good: the same as a lasting 401, whatever its status.
	return { ok: false, failure: { ...again.failure, status: 401, slug: 'authorization-error' } };
};
