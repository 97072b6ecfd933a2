import type { Obstacle, Words } from '../reading/answer';

/** A login that brought no token. `temporary`: worth trying again; `refused`: only other input helps. */
export type LoginFailure = Words & {
	readonly ok: false;
	readonly kind: 'refused' | 'temporary' | 'quota';
	readonly retryAfterMs?: number;
	readonly obstacle?: Obstacle;
	/** True if Truecaller may have counted the login. */
	readonly reached: boolean;
};

/** What a login came to. */
export type LoginAnswer = { readonly ok: true; readonly token: string } | LoginFailure;

/** Older n8n keeps nothing of an error but its message, so the message has to lead back to the failure. */
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
 * Makes the error that a credential throws when it has no token. It carries neither `response` nor `code`:
 * with the first n8n would log in once more, with the second it would show the bare code. Its message
 * says what to do as well, because a credential test shows nothing else.
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
