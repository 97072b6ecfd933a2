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
	/** When real-time calls came with it, for the window per token. */
	readonly realTimeCalls: number[];
	/** When batches came with it; the versions are counted together [I]. */
	readonly batchCalls: number[];
};

/** The windows that requests count against. */
export type Window = 'realTimeCalls' | 'batchCalls';

/** Everything a world remembers about logins. */
export type Logins = {
	readonly tokens: Map<string, Token>;
	/** When requests of each account came, whatever their token: for a limit per account. */
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

/** [D3] sample: 64 letters and digits, not a JWT. */
const newTokenValue = (): string =>
	Array.from({ length: 64 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

export const findKey = (keyId: string, apiKey: string): DemoKey | undefined =>
	Object.values(DEMO_KEYS).find((key) => key.keyId === keyId && key.apiKey === apiKey);

/** [S] ten tokens in thirty minutes; [I] counted per account, and only for logins that succeed. */
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

/** Forgets tokens that match, and says how many there were. */
export const dropTokens = (logins: Logins, matches: (token: Token) => boolean): number => {
	const dropped = [...logins.tokens.values()].filter(matches);
	for (const { value } of dropped) logins.tokens.delete(value);
	return dropped.length;
};

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

/** [D3][D4] sixty minutes; at the very end of the sixtieth the token is over [I]. */
export const isAlive = (token: Token, lifeMs: number, nowMs: number): boolean =>
	nowMs - token.issuedAtMs < lifeMs;
