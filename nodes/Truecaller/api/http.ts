import type { IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';

import { isObject, readResponse } from './reading/answer';
import type { Failure, Reply } from './reading/answer';
import { isBadToken } from './reading/badToken';
import { readThrown } from './reading/thrown';

/** Source of requests: an execution, or a picker in the editor. */
export type ApiContext = IExecuteFunctions | ILoadOptionsFunctions;

/** The name of the credential that every node of the pack uses. */
export const CREDENTIAL = 'truecallerApi';

/** Sends one HTTP request through n8n, which adds the token and renews it once for a status in `expired`. */
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
		// Older n8n knows no exceptions, and renews only after a thrown 401. As JSON, because it keeps no other body.
		if (response.statusCode === 401) response = await request({ encoding: 'json' });
		return readResponse(response, Date.now());
	} catch (error) {
		return { ok: false, failure: readThrown(error) };
	}
};

/** Returns true for a refused token that n8n did not renew by itself. */
const isStale = (failure: Failure): boolean => failure.status !== 401 && isBadToken(failure);

/** Sends one request with a valid token. Sends it again if only its token was refused. Never throws. */
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
