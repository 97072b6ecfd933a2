import { createHash } from 'node:crypto';

import { LIMITS } from '../facts/limits';

/** A token and when the login that made it was answered, in epoch ms. */
export type Token = { readonly token: string; readonly issuedAtMs: number };

/** What the login call came to. `temporary`: worth trying again; `refused`: only other input helps. */
export type LoginAnswer =
	| { readonly ok: true; readonly token: string }
	| {
			readonly ok: false;
			readonly kind: 'refused' | 'temporary' | 'quota';
			readonly message: string;
			readonly todo: string;
			readonly retryAfterMs?: number;
			readonly reached: boolean;
	  };

export type LoginFailure = Extract<LoginAnswer, { ok: false }>;

/** The four values that make a key, as the user entered them. */
export type Key = {
	readonly baseUrl: string;
	readonly clientAccountId: string;
	readonly keyId: string;
	readonly apiKey: string;
};

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

type KeyState = {
	newest?: Token;
	login?: Promise<TokenAnswer>;
	failure?: LoginFailure;
	failures: number;
	pausedUntilMs: number;
};

const hash = (parts: readonly string[]): string =>
	createHash('sha256').update(JSON.stringify(parts)).digest('hex');

const clockTime = (ms: number): string => `${new Date(ms).toISOString().slice(11, 16)} UTC`;

const minutesFrom = (nowMs: number, untilMs: number): string => {
	const minutes = Math.max(1, Math.ceil((untilMs - nowMs) / 60_000));
	return minutes === 1 ? 'in a minute' : `in ${minutes} minutes`;
};

const usedUp = (untilMs: number, nowMs: number): LoginFailure => ({
	ok: false,
	kind: 'quota',
	reached: false,
	message: `All ${LIMITS.loginsPerWindow} access tokens that Truecaller gives in 30 minutes are used up; the next one is possible ${minutesFrom(nowMs, untilMs)}, at ${clockTime(untilMs)}`,
	todo: 'Wait until then. One token serves all workflows for an hour, so look for other programs, or other copies of n8n, that log in with the same account.',
});

/** Hands out tokens so that as few logins as possible are made. One per process. */
export type Tokens = {
	readonly renew: (
		key: Key,
		current: Token,
		login: () => Promise<LoginAnswer>,
	) => Promise<TokenAnswer>;
};

/** Somebody in this process has what the caller needs: a newer token, or the same one, fresh from its login. */
const knownToken = (slot: KeyState, current: Token, nowMs: number): Token | undefined => {
	const { newest } = slot;
	if (!newest) return undefined;
	const age = nowMs - newest.issuedAtMs;
	if (newest.token === current.token) return age < PROVEN_FOR_MS ? newest : undefined;
	return age < PASS_ON_FOR_MS && newest.issuedAtMs >= current.issuedAtMs ? newest : undefined;
};

const noteFailure = (slot: KeyState, failure: LoginFailure, nowMs: number): void => {
	slot.failure = failure;
	slot.failures += 1;
	const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 3 ** (slot.failures - 1));
	const asked =
		failure.retryAfterMs === undefined
			? undefined
			: Math.min(LIMITS.loginWindowMs, failure.retryAfterMs);
	slot.pausedUntilMs = nowMs + (asked ?? (failure.kind === 'quota' ? QUOTA_PAUSE_MS : pause));
};

/**
 * The token governor. Truecaller gives ten tokens in half an hour and n8n has no lock around logins:
 * twenty executions that find an expired token would each log in. Here one login serves them all,
 * a refused key is not tried over and over, and the eleventh token is not even asked for.
 */
export const createTokens = (now: () => number = Date.now): Tokens => {
	const slots = new Map<string, KeyState>();
	const loginTimes = new Map<string, number[]>();

	const recentLogins = (account: string): number[] => {
		const recent = (loginTimes.get(account) ?? []).filter(
			(at) => at > now() - LIMITS.loginWindowMs,
		);
		loginTimes.set(account, recent);
		return recent;
	};

	const refusal = (slot: KeyState, account: string): LoginFailure | undefined => {
		if (slot.failure && now() < slot.pausedUntilMs) {
			return slot.failure.kind === 'quota' ? usedUp(slot.pausedUntilMs, now()) : slot.failure;
		}
		const [first, ...others] = recentLogins(account);
		if (first === undefined || others.length + 1 < LIMITS.loginsPerWindow) return undefined;
		return usedUp(first + LIMITS.loginWindowMs, now());
	};

	const logIn = async (
		slot: KeyState,
		account: string,
		login: () => Promise<LoginAnswer>,
	): Promise<TokenAnswer> => {
		const startedAtMs = now();
		loginTimes.set(account, [...recentLogins(account), startedAtMs]);
		const answer = await login();
		// Truecaller counted it at some moment until now; one that never got through cost nothing.
		const times = recentLogins(account);
		const mine = times.indexOf(startedAtMs);
		if (mine !== -1) times.splice(mine, 1);
		if (answer.ok || answer.reached) times.push(now());
		if (!answer.ok) {
			if (answer.reached) noteFailure(slot, answer, now());
			return answer.kind === 'quota' ? usedUp(slot.pausedUntilMs, now()) : answer;
		}
		slot.newest = { token: answer.token, issuedAtMs: now() };
		slot.failure = undefined;
		slot.failures = 0;
		return { ok: true, ...slot.newest };
	};

	const renew: Tokens['renew'] = async (key, current, login) => {
		const account = hash([key.baseUrl, key.clientAccountId]);
		const slotKey = hash([key.baseUrl, key.clientAccountId, key.keyId, key.apiKey]);
		const slot = slots.get(slotKey) ?? { failures: 0, pausedUntilMs: 0 };
		slots.set(slotKey, slot);
		if (slot.login) return await slot.login;
		const known = knownToken(slot, current, now());
		if (known) return { ok: true, ...known };
		const refused = refusal(slot, account);
		if (refused) return refused;
		slot.login = logIn(slot, account, login).finally(() => (slot.login = undefined));
		return await slot.login;
	};

	return { renew };
};
