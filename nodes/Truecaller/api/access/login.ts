import { ACCOUNT_SLUGS, isObject, readAnswer, readUnfit } from '../reading/answer';
import type { Failure, Reply } from '../reading/answer';
import type { LoginAnswer, LoginFailure } from './tokens';

/** The connection was never made, so the server knows nothing of the call. ECONNRESET, EPIPE and ETIMEDOUT are not among these. */
const NOT_CONNECTED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'ENETUNREACH',
	'EHOSTUNREACH',
]);
/** Codes of addresses that no call can be made to. */
const NO_ADDRESS = new Set([
	'ERR_INVALID_URL',
	'ERR_BAD_REQUEST',
	'ERR_BAD_OPTION_VALUE',
	'ERR_UNSUPPORTED_PROTOCOL',
]);

/** A login is answered within a second or two; a server that takes longer than this does not answer. */
export const LOGIN_TIMEOUT_MS = 30_000;

/** What a connection is made by; the same codes from a `read` or a `write` come from one that was made. */
const CONNECTING: readonly unknown[] = [undefined, 'connect', 'getaddrinfo'];

/** Classes an error without an answer by its code and the system call it comes from: was anything sent? */
export const readNetworkFailure = (code: string, syscall?: unknown): Failure => {
	if (NO_ADDRESS.has(code)) {
		const words = {
			message: 'The Base URL of the credential is not an address that can be called',
			todo: 'Correct Base URL in the credential. It starts with https:// and ends with the name of the host.',
		};
		return { kind: 'setUp', words };
	}
	// A certificate that does not fit ends the connection before anything is sent.
	const neverConnected = NOT_CONNECTED.has(code) && CONNECTING.includes(syscall);
	if (neverConnected || /CERT|LEAF_SIGNATURE/.test(code)) return { kind: 'notSent' };
	return { kind: 'noAnswer' };
};

type LoginWords = Pick<LoginFailure, 'kind' | 'message' | 'todo'>;

const WRONG_KEY: LoginWords = {
	kind: 'refused',
	message: 'Truecaller does not accept this Key ID and Secret API Key',
	todo: 'Copy both again from the Truecaller console, under Manage API Keys. The secret is shown only once: if it is lost, regenerate the key there.',
};
const WRONG_ACCOUNT: LoginWords = {
	kind: 'refused',
	message: 'This API key does not belong to this Client Account ID',
	todo: 'Copy the Client Account ID again from the Truecaller console, under Manage API Keys, next to this very key.',
};
const WRONG_BASE_URL: LoginWords = {
	kind: 'refused',
	message: 'The Base URL is not the address of the Truecaller API',
	todo: 'Correct Base URL in the credential, or remove your change to go back to the usual address.',
};
const QUOTA: LoginWords = {
	kind: 'quota',
	message: 'Truecaller gives no more access tokens at the moment',
	todo: '',
};
const FAULT: LoginWords = {
	kind: 'temporary',
	message: 'Truecaller could not log in, because of a fault of its own',
	todo: 'Try again in a minute.',
};
const UNREACHABLE: LoginWords = {
	kind: 'temporary',
	message: 'Truecaller could not be reached to log in',
	todo: 'Check the network connection of n8n and the Base URL in the credential.',
};

const wordsFor = ({ kind, status = 0, slug, words }: Failure): LoginWords => {
	if (words) return { kind: 'refused', ...words };
	if (kind !== 'answered') return UNREACHABLE;
	if (status === 429) return QUOTA;
	if (status === 403 || slug === 'forbidden-error') return WRONG_ACCOUNT;
	if (status === 404 || status === 405 || (status >= 300 && status < 400)) return WRONG_BASE_URL;
	return status >= 500 ? FAULT : WRONG_KEY;
};

/** Reads the answer to a login. Every refusal comes with words for the person who fills in the credential. */
export const readLogin = (reply: Reply): LoginAnswer => {
	if (reply.ok) {
		const token = isObject(reply.body) ? reply.body.token : undefined;
		if (typeof token === 'string' && token !== '') return { ok: true, token };
		const failure = readUnfit(reply.body);
		return {
			ok: false,
			reached: true,
			...(ACCOUNT_SLUGS.has(failure.slug ?? '') ? wordsFor(failure) : WRONG_BASE_URL),
		};
	}
	const { failure } = reply;
	const reached = failure.kind === 'answered' || failure.kind === 'noAnswer';
	return { ok: false, reached, retryAfterMs: failure.retryAfterMs, ...wordsFor(failure) };
};

/** A full HTTP response, or what was thrown instead of one, as a reply. For the credential's login. */
export const readLoginResponse = (response: unknown, nowMs: number): Reply => {
	const { statusCode, body, headers } = isObject(response) ? response : {};
	const retryAfter = isObject(headers) ? headers['retry-after'] : undefined;
	return readAnswer(Number(statusCode ?? 0), body, retryAfter, nowMs);
};

/** Older n8n keeps nothing of an error but its words, so these have to lead back to it. The newest will do. */
const failures = new Map<string, LoginFailure>();
const MOST_FAILURES = 100;

const remember = (message: string, failure: LoginFailure): void => {
	failures.delete(message);
	failures.set(message, failure);
	const [oldest] = failures.keys();
	if (oldest !== undefined && failures.size > MOST_FAILURES) failures.delete(oldest);
};

type LoginError = Error & { readonly loginFailure: LoginFailure };

/**
 * The error that a credential throws when there is no token to be had. It carries neither `response` nor
 * `code`: with the first n8n would log in once more, with the second it would show the bare code. The
 * message holds the advice as well, because a credential test shows nothing else.
 */
export const createLoginError = (loginFailure: LoginFailure): LoginError => {
	const message = `${loginFailure.message}. ${loginFailure.todo}`.trim();
	remember(message, loginFailure);
	return Object.assign(new Error(message), { loginFailure });
};

/** Finds the login failure in what n8n wrapped around it, however often. */
export const findLoginFailure = (error: unknown): LoginFailure | undefined => {
	if (!(error instanceof Error)) return undefined;
	if ('loginFailure' in error) return (error as LoginError).loginFailure;
	return findLoginFailure(error.cause) ?? failures.get(error.message);
};
