import { randomInt } from 'node:crypto';

import type { LimitSettings } from '../settings/limits';
import { DEMO_KEYS } from '../demo/account';
import type { DemoKey } from '../demo/account';
import { admit } from './slidingWindow';

export type Token = {
	readonly value: string;
	readonly key: DemoKey;
	readonly issuedAtMs: number;
	readonly ordinal: number;
	/** Times of real-time requests with this token, for the limit per token. */
	readonly realTimeCalls: number[];
	/** Times of batches with this token; all versions count together [I]. */
	readonly batchCalls: number[];
};

/** The rate limits that requests count against. */
export type Window = 'realTimeCalls' | 'batchCalls';

/** Everything that a simulation remembers about logins. */
export type Logins = {
	readonly tokens: Map<string, Token>;
	/** Times of each account's requests with any token, for a limit per account. */
	readonly callsByAccount: Map<string, Record<Window, number[]>>;
	readonly timesByAccount: Map<string, number[]>;
	issued: number;
};

export const createLogins = (): Logins => ({
	tokens: new Map(),
	callsByAccount: new Map(),
	timesByAccount: new Map(),
	issued: 0,
});

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** [D3] The sample has 64 letters and digits and is not a JWT. */
const newTokenValue = (): string =>
	Array.from({ length: 64 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

export const findKey = (keyId: string, apiKey: string): DemoKey | undefined =>
	Object.values(DEMO_KEYS).find((key) => key.keyId === keyId && key.apiKey === apiKey);

/**
 * Returns how long a login has to wait. [S] 10 tokens in 30 minutes; [I] counted per account, and
 * only for successful logins.
 */
export const waitForLogin = (
	logins: Logins,
	key: DemoKey,
	limits: LimitSettings,
	nowMs: number,
): number => {
	if (!limits.enforced) return 0;
	const times = logins.timesByAccount.get(key.clientAccountId) ?? [];
	logins.timesByAccount.set(key.clientAccountId, times);
	return admit(times, { most: limits.loginsPerWindow, windowMs: limits.loginWindowMs }, nowMs);
};

/** Forgets the matching tokens and returns their number. */
export const dropTokens = (logins: Logins, matches: (token: Token) => boolean): number => {
	const dropped = [...logins.tokens.values()].filter(matches);
	for (const { value } of dropped) logins.tokens.delete(value);
	return dropped.length;
};

/** Creates a token for a key. Its ordinal counts the tokens since the start. */
export const issueToken = (logins: Logins, key: DemoKey, nowMs: number): Token => {
	logins.issued += 1;
	const token: Token = {
		value: newTokenValue(),
		key,
		issuedAtMs: nowMs,
		ordinal: logins.issued,
		realTimeCalls: [],
		batchCalls: [],
	};
	logins.tokens.set(token.value, token);
	return token;
};

/** [D3][D4] Returns true for 60 minutes; at exactly 60 minutes the token has expired [I]. */
export const isAlive = (token: Token, lifeMs: number, nowMs: number): boolean =>
	nowMs - token.issuedAtMs < lifeMs;
