import { LIMITS } from '../facts/limits';
import { accountDigestOf, digestOf } from './key';
import type { Key } from './key';
import type { LoginAnswer, LoginFailure } from './loginFailure';
import { endPause, noPause, noteFailure, pauseReason } from './pause';
import type { Pause } from './pause';
import { createLoginQuota, usedUp } from './quota';
import type { LoginQuota } from './quota';

/** A token and when the login that made it was answered, in epoch ms. */
export type Token = { readonly token: string; readonly issuedAtMs: number };

export type TokenAnswer = ({ readonly ok: true } & Token) | LoginFailure;

/**
 * n8n asks for a new token after a 401, in every credential test, and after any error of its HTTP Request node. A token
 * is hardly ever at fault before its end: Truecaller is asked about it before a login is spent.
 */
const CHECKED_FOR_MS = LIMITS.tokenLifeMs;
/** A token that was accepted is not asked about again this long: many requests may have failed together. */
const ACCEPTED_FOR_MS = 5_000;
/** Where even new tokens are turned away, one login in this time is enough. */
const REFUSED_FOR_MS = 60_000;
/** Near the end of its life a token that somebody else got is not worth passing on. */
const PASS_ON_FOR_MS = LIMITS.tokenLifeMs - 5 * 60_000;
/** A token that Truecaller turned away, and when. */
export type TurnedAway = Token & { readonly atMs: number };

/** What this process knows of one key. */
type KeyState = Pause & {
	newest?: Token;
	renewal?: Promise<TokenAnswer>;
	/** The last token that Truecaller accepted when it was asked about it. */
	accepted?: Token & { readonly untilMs: number };
	/** The last young token that Truecaller turned away; until then the token that took its place is kept. */
	turnedAway?: TurnedAway & { readonly untilMs: number };
};

/** Hands out tokens so that as few logins as possible are made. One per process. */
export type Tokens = {
	readonly renew: (
		key: Key,
		current: Token,
		login: () => Promise<LoginAnswer>,
		isTurnedAway: (token: string) => Promise<boolean>,
	) => Promise<TokenAnswer>;
	/** True while no further login of this key is worth its place in the quota. */
	readonly isResting: (key: Key) => boolean;
	/** Tells of a login beside this one: it may have ended the token, so that another login does change something. */
	readonly noteOtherLogin: (key: Key) => void;
	/** The last young token that Truecaller turned away. */
	readonly turnedAwayOf: (key: Key) => TurnedAway | undefined;
};

/** Returns a newer token that somebody in this process got already. */
const newerToken = ({ newest }: KeyState, current: Token, nowMs: number): Token | undefined => {
	if (!newest || newest.token === current.token) return undefined;
	const age = nowMs - newest.issuedAtMs;
	return age < PASS_ON_FOR_MS && newest.issuedAtMs >= current.issuedAtMs ? newest : undefined;
};

const noteToken = (state: KeyState, token: string, nowMs: number): Token => {
	endPause(state);
	return (state.newest = { token, issuedAtMs: nowMs });
};

/**
 * Makes the token governor. Truecaller gives ten tokens in half an hour and n8n has no lock around logins:
 * twenty executions that find an expired token would each log in. Here one login serves them all,
 * a refused key is not tried over and over, a token that still serves is kept, and the eleventh is not even asked for.
 */
export const createTokens = (
	now: () => number = Date.now,
	quota: LoginQuota = createLoginQuota(now),
): Tokens => {
	const states = new Map<string, KeyState>();

	const refusal = (state: KeyState, account: string): LoginFailure | undefined => {
		const reason = pauseReason(state, now());
		if (reason) return reason;
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
		// A stranger that answers at the Base URL uses up no token, and is not asked for one over and over.
		if (answer.reached || answer.kind === 'refused') noteFailure(state, answer, now());
		return answer.kind === 'quota' ? usedUp(state.pausedUntilMs, now()) : answer;
	};

	/** Asks Truecaller about a token that has not reached its end. True if it serves on, or if another login would change nothing. */
	const servesOn = async (
		state: KeyState,
		current: Token,
		isTurnedAway: (token: string) => Promise<boolean>,
	): Promise<boolean> => {
		if (current.token === '' || now() - current.issuedAtMs >= CHECKED_FOR_MS) return false;
		const { accepted, turnedAway } = state;
		if (turnedAway?.token === current.token) return false;
		if (accepted?.token === current.token && now() < accepted.untilMs) return true;
		if (turnedAway && now() < turnedAway.untilMs) return true;
		if (!(await isTurnedAway(current.token))) {
			state.accepted = { ...current, untilMs: now() + ACCEPTED_FOR_MS };
			return true;
		}
		state.turnedAway = { ...current, atMs: now(), untilMs: now() + REFUSED_FOR_MS };
		return false;
	};

	const renew: Tokens['renew'] = async (key, current, login, isTurnedAway) => {
		const account = accountDigestOf(key);
		const state: KeyState = states.get(digestOf(key)) ?? noPause();
		states.set(digestOf(key), state);
		const renewOnce = async (): Promise<TokenAnswer> => {
			if (await servesOn(state, current, isTurnedAway)) return { ok: true, ...current };
			return refusal(state, account) ?? (await logIn(state, account, login));
		};
		if (state.renewal) return await state.renewal;
		const newer = newerToken(state, current, now());
		if (newer) return { ok: true, ...newer };
		state.renewal = renewOnce().finally(() => (state.renewal = undefined));
		return await state.renewal;
	};

	return {
		renew,
		isResting: (key) => {
			const state = states.get(digestOf(key));
			return state !== undefined && pauseReason(state, now()) !== undefined;
		},
		noteOtherLogin: (key) => {
			const state = states.get(digestOf(key));
			if (state?.turnedAway) state.turnedAway = { ...state.turnedAway, untilMs: 0 };
		},
		turnedAwayOf: (key) => states.get(digestOf(key))?.turnedAway,
	};
};
