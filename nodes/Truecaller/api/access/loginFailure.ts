import type { Obstacle, Words } from '../reading/answer';

/** A failed login. `temporary`: another try can help; `refused`: only other values help. */
export type LoginFailure = Words & {
	readonly ok: false;
	readonly kind: 'refused' | 'temporary' | 'quota';
	readonly retryAfterMs?: number;
	readonly obstacle?: Obstacle;
	/** True if Truecaller may have counted the login. */
	readonly reached: boolean;
};

/** Result of a login. */
export type LoginAnswer = { readonly ok: true; readonly token: string } | LoginFailure;

/** Failures by message, because older n8n keeps only the message of an error. */
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
 * Returns the error of a credential without a token. Beware: with a `response` n8n would log in again, and with a `code`
 * it would show only the code. The message contains the fix too, because a credential test shows nothing else.
 */
export const createLoginError = (loginFailure: LoginFailure): LoginError => {
	const message = `${loginFailure.message}. ${loginFailure.todo}`.trim();
	remember(message, loginFailure);
	return Object.assign(new Error(message), { loginFailure });
};

/** Finds the login failure inside any number of n8n's wrappers. */
export const findLoginFailure = (error: unknown): LoginFailure | undefined => {
	if (!(error instanceof Error)) return undefined;
	if ('loginFailure' in error) return (error as LoginError).loginFailure;
	return findLoginFailure(error.cause) ?? failures.get(error.message);
};
