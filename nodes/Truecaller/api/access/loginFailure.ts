import type { Obstacle, Words } from '../reading/answer';

/**
 * A login that returned no token. `temporary`: worth another try; `refused`: only a corrected
 * credential helps.
 */
export type LoginFailure = Words & {
	readonly ok: false;
	readonly kind: 'refused' | 'temporary' | 'quota';
	readonly retryAfterMs?: number;
	readonly obstacle?: Obstacle;
	/** True if Truecaller may have counted the login against the quota. */
	readonly reached: boolean;
};

/** The result of a login. */
export type LoginAnswer = { readonly ok: true; readonly token: string } | LoginFailure;

/**
 * Login failures by message: older n8n keeps only the message of an error, so it must lead back to
 * the failure.
 */
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
 * Creates the error that a credential throws when it has no token. The error has neither
 * `response`, for which n8n would log in again, nor `code`, which n8n would show in place of the
 * message. The message includes the fix, because a credential test shows only the message.
 */
export const createLoginError = (loginFailure: LoginFailure): LoginError => {
	const message = `${loginFailure.message}. ${loginFailure.todo}`.trim();
	remember(message, loginFailure);
	return Object.assign(new Error(message), { loginFailure });
};

/** Finds the login failure inside the errors that n8n wrapped around it, at any depth. */
export const findLoginFailure = (error: unknown): LoginFailure | undefined => {
	if (!(error instanceof Error)) return undefined;
	if ('loginFailure' in error) return (error as LoginError).loginFailure;
	return findLoginFailure(error.cause) ?? failures.get(error.message);
};
