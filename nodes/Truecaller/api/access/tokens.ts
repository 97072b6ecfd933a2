import { LIMITS } from '../facts/limits';
import { accountDigestOf, digestOf } from './key';
import type { Key } from './key';
import type { LoginAnswer, LoginFailure } from './loginFailure';
import { endPause, noPause, noteFailure, pauseReason } from './pause';
import type { Pause } from './pause';
import { createLoginQuota, usedUp } from './quota';
import type { LoginQuota } from './quota';

/** A token, and when Truecaller answered its login (epoch ms). */
export type Token = { readonly token: string; readonly issuedAtMs: number };

export type TokenAnswer = ({ readonly ok: true } & Token) | LoginFailure;

/**
 * Until this age, Truecaller is asked about a token before a login is made. n8n asks for a new
 * token after a 401, in every credential test, and after any error of its HTTP Request node, but a
 * token rarely fails before it expires.
 */
const CHECKED_FOR_MS = LIMITS.tokenLifeMs;
/** How long an accepted token is not checked again: many requests may have failed together. */
const ACCEPTED_FOR_MS = 5_000;
/** Minimum time between logins while Truecaller refuses even new tokens. */
const REFUSED_FOR_MS = 60_000;
/** A token older than this is not shared with other executions: it expires soon. */
const PASS_ON_FOR_MS = LIMITS.tokenLifeMs - 5 * 60_000;
/** A token that Truecaller refused, and when (epoch ms). */
export type TurnedAway = Token & { readonly atMs: number };

/** What this process knows about one key. */
type KeyState = Pause & {
	newest?: Token;
	renewal?: Promise<TokenAnswer>;
	/** The last token that Truecaller accepted when checked. */
	accepted?: Token & { readonly untilMs: number };
	/** The last token that Truecaller refused before it expired. Its replacement is kept until then. */
	turnedAway?: TurnedAway & { readonly untilMs: number };
};

/** Gives out access tokens with as few logins as possible. One per process. */
export type Tokens = {
	readonly renew: (
		key: Key,
		current: Token,
		login: () => Promise<LoginAnswer>,
		isTurnedAway: (token: string) => Promise<boolean>,
	) => Promise<TokenAnswer>;
	/** Returns true while another login for this key is not worth a place in the quota. */
	readonly isResting: (key: Key) => boolean;
	/** Notes a login made elsewhere. It may have ended the token, so a new login may help after all. */
	readonly noteOtherLogin: (key: Key) => void;
	/** Returns the last token that Truecaller refused before it expired. */
	readonly turnedAwayOf: (key: Key) => TurnedAway | undefined;
};

/** Returns a newer token that another execution in this process already has. */
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
 * Creates the source of access tokens. Truecaller gives 10 tokens in 30 minutes and n8n does not
 * lock logins: 20 executions that find an expired token would each log in. Here they share one
 * login.
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
		// Another server that answers at the Base URL uses up no token, but also starts the back-off.
		if (answer.reached || answer.kind === 'refused') noteFailure(state, answer, now());
		return answer.kind === 'quota' ? usedUp(state.pausedUntilMs, now()) : answer;
	};

	/** Asks Truecaller about a token. Returns true if it is valid or a login would not help. */
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
