import { LIMITS } from '../facts/limits';
import { accountDigestOf, digestOf } from './key';
import type { Key } from './key';
import type { LoginAnswer, LoginFailure } from './loginFailure';
import { createLoginQuota, usedUp } from './quota';

/** A token and when the login that made it was answered, in epoch ms. */
export type Token = { readonly token: string; readonly issuedAtMs: number };

export type TokenAnswer = ({ readonly ok: true } & Token) | LoginFailure;

/** A token this young proves its key: nobody needs to log in again, not even a credential test. */
const PROVEN_FOR_MS = 60_000;
/** Near the end of its life a token that somebody else got is not worth passing on. */
const PASS_ON_FOR_MS = LIMITS.tokenLifeMs - 5 * 60_000;
/** A login that failed is not asked for again this long; three times as long after each further failure. */
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 10 * 60_000;
/** Truecaller says the quota is used up by others, and not until when: ask again after this. */
const QUOTA_PAUSE_MS = 5 * 60_000;

/** What this process knows of one key. */
type KeyState = {
	newest?: Token;
	login?: Promise<TokenAnswer>;
	failure?: LoginFailure;
	failures: number;
	pausedUntilMs: number;
};

/** Hands out tokens so that as few logins as possible are made. One per process. */
export type Tokens = {
	readonly renew: (
		key: Key,
		current: Token,
		login: () => Promise<LoginAnswer>,
	) => Promise<TokenAnswer>;
};

/** Returns what somebody in this process got already: a newer token, or the same one, fresh from its login. */
const knownToken = ({ newest }: KeyState, current: Token, nowMs: number): Token | undefined => {
	if (!newest) return undefined;
	const age = nowMs - newest.issuedAtMs;
	if (newest.token === current.token) return age < PROVEN_FOR_MS ? newest : undefined;
	return age < PASS_ON_FOR_MS && newest.issuedAtMs >= current.issuedAtMs ? newest : undefined;
};

const noteFailure = (state: KeyState, failure: LoginFailure, nowMs: number): void => {
	state.failure = failure;
	state.failures += 1;
	const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 3 ** (state.failures - 1));
	const asked =
		failure.retryAfterMs === undefined
			? undefined
			: Math.min(LIMITS.loginWindowMs, failure.retryAfterMs);
	state.pausedUntilMs = nowMs + (asked ?? (failure.kind === 'quota' ? QUOTA_PAUSE_MS : pause));
};

const noteToken = (state: KeyState, token: string, nowMs: number): Token => {
	state.failure = undefined;
	state.failures = 0;
	return (state.newest = { token, issuedAtMs: nowMs });
};

/**
 * Makes the token governor. Truecaller gives ten tokens in half an hour and n8n has no lock around logins:
 * twenty executions that find an expired token would each log in. Here one login serves them all,
 * a refused key is not tried over and over, and the eleventh token is not even asked for.
 */
export const createTokens = (now: () => number = Date.now): Tokens => {
	const states = new Map<string, KeyState>();
	const quota = createLoginQuota(now);

	const refusal = (state: KeyState, account: string): LoginFailure | undefined => {
		if (state.failure && now() < state.pausedUntilMs)
			return state.failure.kind === 'quota' ? usedUp(state.pausedUntilMs, now()) : state.failure;
		const fullUntilMs = quota.fullUntilMs(account);
		return fullUntilMs === undefined ? undefined : usedUp(fullUntilMs, now());
	};

	const logIn = async (
		state: KeyState,
		account: string,
		login: () => Promise<LoginAnswer>,
	): Promise<TokenAnswer> => {
		const end = quota.start(account);
		const answer = await login();
		end(answer.ok || answer.reached);
		if (answer.ok) return { ok: true, ...noteToken(state, answer.token, now()) };
		if (answer.reached) noteFailure(state, answer, now());
		return answer.kind === 'quota' ? usedUp(state.pausedUntilMs, now()) : answer;
	};

	const renew: Tokens['renew'] = async (key, current, login) => {
		const account = accountDigestOf(key);
		const state = states.get(digestOf(key)) ?? { failures: 0, pausedUntilMs: 0 };
		states.set(digestOf(key), state);
		if (state.login) return await state.login;
		const known = knownToken(state, current, now());
		if (known) return { ok: true, ...known };
		const refused = refusal(state, account);
		if (refused) return refused;
		state.login = logIn(state, account, login).finally(() => (state.login = undefined));
		return await state.login;
	};

	return { renew };
};
