import type { IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';

import { isObject, readAnswer } from './reading/answer';
import type { Failure, Reply } from './reading/answer';
import { findLoginFailure, readNetworkFailure } from './access/login';

/** Where calls come from: an execution, or a picker that looks things up in the editor. */
export type ApiContext = IExecuteFunctions | ILoadOptionsFunctions;

/** The name of the credential that every node of the pack uses. */
export const CREDENTIAL = 'truecallerApi';

/** No token could be had: a refused login is an error, one that did not get through means that nothing was sent. */
const readLoginFailure = (error: unknown): Failure | undefined => {
	const login = findLoginFailure(error);
	if (!login) return undefined;
	const words = { message: login.message, todo: login.todo };
	return { kind: login.kind === 'temporary' ? 'notSent' : 'login', words };
};

/**
 * What was thrown, without n8n's wrapping. Older n8n drops what it wraps: the status of an answer, or the code of a lost
 * connection, is left as `httpCode`, beside a body that was JSON and the original words, such as "read ECONNRESET".
 */
const unwrap = (error: unknown): Record<string, unknown> => {
	const cause: unknown = error instanceof Error && error.cause !== undefined ? error.cause : error;
	if (!isObject(cause)) return {};
	const { httpCode, context, messages } = cause;
	if (typeof httpCode !== 'string') return cause;
	if (/^\d+$/.test(httpCode))
		return { response: { status: httpCode, data: isObject(context) ? context.data : undefined } };
	const [words] = Array.isArray(messages) ? messages : [];
	return { code: httpCode, syscall: /^(\w+) E[A-Z]/.exec(String(words))?.[1] };
};

const readThrown = (error: unknown): Failure => {
	const login = readLoginFailure(error);
	if (login) return login;
	const { response, code, syscall } = unwrap(error);
	if (isObject(response)) {
		const headers = isObject(response.headers) ? response.headers : {};
		const reply = readAnswer(
			Number(response.status),
			response.data,
			headers['retry-after'],
			Date.now(),
		);
		return reply.ok ? { kind: 'noAnswer' } : reply.failure;
	}
	if (typeof code === 'string') return readNetworkFailure(code, syscall);
	const message = error instanceof Error ? error.message : 'The call could not be made';
	return { kind: 'setUp', words: { message, todo: 'Check the credential of this node.' } };
};

/** One HTTP call through n8n, which adds the token, and renews it once when the status is one of `expired`. */
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
		const { statusCode, body, headers } = response;
		const retryAfter = isObject(headers) ? headers['retry-after'] : undefined;
		return readAnswer(Number(statusCode), body, retryAfter, Date.now());
	} catch (error) {
		return { ok: false, failure: readThrown(error) };
	}
};

/**
 * A bad token that n8n did not renew by itself: [D3] this slug, whose HTTP status is not documented,
 * or [D4] a 500 of these words (docs/api-notes.md, C18).
 */
const isBadToken = ({ status = 0, slug, said = '' }: Failure): boolean =>
	status !== 401 &&
	(slug === 'authorization-error' || (status >= 500 && /failed to parse token/i.test(said)));

/** Sends one request with a valid token. Never throws. What was turned away for its token alone is sent again. */
export const requestWithToken = async (
	context: ApiContext,
	options: IHttpRequestOptions,
): Promise<Reply> => {
	const reply = await requestOnce(context, options, [401]);
	if (reply.ok || !isBadToken(reply.failure)) return reply;
	// Not passed always: every genuine fault of the server would then cost a token.
	const again = await requestOnce(context, options, [401, reply.failure.status ?? 500]);
	if (again.ok || !isBadToken(again.failure)) return again;
	// Not even a new token is good: the same as a lasting 401, whatever its status.
	return { ok: false, failure: { ...again.failure, status: 401, slug: 'authorization-error' } };
};
