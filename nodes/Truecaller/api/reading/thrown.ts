import { findLoginFailure } from '../access/loginFailure';
import { isObject, readAnswer } from './answer';
import type { Failure } from './answer';
import { readNetworkFailure } from './networkFailure';

/**
 * Reads a failed login. A refused login is an error; a login that did not get through means that
 * the request was not sent.
 */
const readLoginFailure = (error: unknown): Failure | undefined => {
	const login = findLoginFailure(error);
	if (!login) return undefined;
	const words = { message: login.message, todo: login.todo };
	const kind = login.kind === 'temporary' ? 'notSent' : 'login';
	return { kind, words, obstacle: login.obstacle };
};

/**
 * Unwraps an error of n8n. Older n8n drops the original error: it keeps the HTTP status or the code
 * of a lost connection as `httpCode`, with a JSON body and the original words, such as "read
 * ECONNRESET".
 */
const unwrap = (error: unknown): Record<string, unknown> => {
	const cause: unknown = error instanceof Error && error.cause !== undefined ? error.cause : error;
	if (!isObject(cause)) return {};
	const { httpCode, context, messages } = cause;
	if (typeof httpCode !== 'string') return cause;
	if (/^\d+$/.test(httpCode))
		return { response: { status: httpCode, data: isObject(context) ? context.data : undefined } };
	const [words] = Array.isArray(messages) ? messages : [];
	return {
		code: httpCode,
		syscall: /^(\w+) E[A-Z]/.exec(String(words))?.[1],
		message: String(words),
	};
};

/** Reads an error that n8n threw in place of an answer. */
export const readThrown = (error: unknown): Failure => {
	const login = readLoginFailure(error);
	if (login) return login;
	const cause = unwrap(error);
	const { response, code, syscall } = cause;
	if (isObject(response)) {
		const { status, data, headers } = response;
		const reply = readAnswer(Number(status), data, headers, Date.now());
		return reply.ok ? { kind: 'noAnswer' } : reply.failure;
	}
	const message = error instanceof Error ? error.message : 'The request could not be made';
	const network = readNetworkFailure(String(code ?? ''), syscall, String(cause.message ?? message));
	if (typeof code === 'string' || network.kind === 'notSent') return network;
	return { kind: 'setUp', words: { message, todo: 'Check the credential of this node.' } };
};
