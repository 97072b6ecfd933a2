import { LIMITS } from '../facts/limits';
import { accountDigestOf, digestOf } from './key';
import type { Key } from './key';
import type { LoginAnswer } from './loginFailure';
import { endPause, noPause, noteFailure, pauseReason } from './pause';
import type { Pause } from './pause';
import type { LoginQuota } from './quota';
import type { Token, Tokens } from './tokens';

/** From this age on a token is replaced while it still serves. */
const RENEWED_AFTER_MS = LIMITS.tokenLifeMs - 5 * 60_000;
/** A lane asks for a token this often at most: where even new ones are turned away, another login changes nothing. */
const REST_MS = 60_000;

/** A token of n8n that is turned away this young did not end by itself. */
const YOUNG_MS = 10 * 60_000;
/** More logins than any half hour has. */
const LOGINS_KEPT = LIMITS.loginsPerWindow;

type Lane = { current?: Token; askedAtMs: number };

/** What this process knows of the further tokens of one key. A login that failed for one lane is a pause for all. */
type KeyLanes = Pause & {
	readonly lanes: Map<number, Lane>;
	/** Logins of lanes are made one after another, so that a refusal is known to the next. */
	last: Promise<unknown>;
	/** When the last of them ended well, oldest first. */
	readonly loginTimes: number[];
};

/** The access tokens of the further lanes of one key, in memory alone. Lane 0 is n8n's own token, and not in here. */
export type LaneTokens = {
	/** Returns the token of a lane, or undefined where it has none that serves. */
	readonly tokenOf: (lane: number) => string | undefined;
	/** True if a lane needs a token and a login may be made for it now. */
	readonly mayLogIn: (lane: number) => boolean;
	/** Logs in for a lane where that may be, and returns the token that the lane has then. Never throws. */
	readonly renew: (lane: number, login: () => Promise<LoginAnswer>) => Promise<string | undefined>;
	/** Forgets a token that was turned away, unless the lane has another by now. */
	readonly drop: (lane: number, token: string) => void;
	/** True if n8n's own token was turned away young after a login of a lane, in the last hour: [U] a login may end the former tokens. */
	readonly hasEndedMain: () => boolean;
};

type Surroundings = {
	readonly now: () => number;
	readonly quota: LoginQuota;
	readonly main: Pick<Tokens, 'isResting' | 'noteOtherLogin' | 'turnedAwayOf'>;
};

const noteLogin = ({ loginTimes }: KeyLanes, nowMs: number): void => {
	loginTimes.push(nowMs);
	if (loginTimes.length > LOGINS_KEPT) loginTimes.shift();
};

const laneOf = ({ lanes }: KeyLanes, lane: number): Lane => {
	const known = lanes.get(lane) ?? { askedAtMs: -Infinity };
	lanes.set(lane, known);
	return known;
};

const createTokensOf = (key: Key, { now, quota, main }: Surroundings): LaneTokens => {
	const account = accountDigestOf(key);
	const state: KeyLanes = {
		...noPause(),
		lanes: new Map(),
		last: Promise.resolve(),
		loginTimes: [],
	};
	const isYoungerThan = (token: Token | undefined, ageMs: number): token is Token =>
		token !== undefined && now() - token.issuedAtMs < ageMs;

	/** When n8n's own token was turned away young; long ago where it never was. */
	const mainTurnedAwayMs = (): number => {
		const turnedAway = main.turnedAwayOf(key);
		return turnedAway && turnedAway.atMs - turnedAway.issuedAtMs < YOUNG_MS
			? turnedAway.atMs
			: -Infinity;
	};

	const mayLogIn: LaneTokens['mayLogIn'] = (lane) => {
		const { current, askedAtMs } = laneOf(state, lane);
		if (isYoungerThan(current, RENEWED_AFTER_MS) || now() - askedAtMs < REST_MS) return false;
		if (pauseReason(state, now()) || main.isResting(key)) return false;
		// While the new token of n8n proves itself, no login may end that as well.
		if (now() - mainTurnedAwayMs() < REST_MS) return false;
		return quota.fullUntilMs(account, LIMITS.loginsLeftFree) === undefined;
	};

	const logIn = async (lane: Lane, login: () => Promise<LoginAnswer>): Promise<void> => {
		lane.askedAtMs = now();
		const end = quota.start(account);
		const answer = await login();
		end(answer.ok || answer.reached);
		if (!answer.ok) return noteFailure(state, answer, now());
		endPause(state);
		noteLogin(state, now());
		main.noteOtherLogin(key);
		lane.current = { token: answer.token, issuedAtMs: now() };
	};

	const tokenOf: LaneTokens['tokenOf'] = (lane) => {
		const { current } = laneOf(state, lane);
		return isYoungerThan(current, LIMITS.tokenLifeMs) ? current.token : undefined;
	};

	return {
		tokenOf,
		mayLogIn,
		renew: async (lane, login) => {
			const turn = state.last.then(async () => {
				if (mayLogIn(lane)) await logIn(laneOf(state, lane), login);
			});
			state.last = turn;
			await turn;
			return tokenOf(lane);
		},
		drop: (lane, token) => {
			const known = laneOf(state, lane);
			if (known.current?.token === token) known.current = undefined;
		},
		hasEndedMain: () => {
			const atMs = mainTurnedAwayMs();
			const { issuedAtMs = Infinity } = main.turnedAwayOf(key) ?? {};
			// After a token's life it is no news, and worth another try.
			if (now() - atMs > LIMITS.tokenLifeMs) return false;
			return state.loginTimes.some((loginMs) => issuedAtMs <= loginMs && loginMs <= atMs);
		},
	};
};

/** Makes what hands out the tokens of further lanes: the same for everyone in this process who has the same key. */
export const createLaneTokens = (surroundings: Surroundings): ((key: Key) => LaneTokens) => {
	const known = new Map<string, LaneTokens>();
	return (key) => {
		const name = digestOf(key);
		const tokens = known.get(name) ?? createTokensOf(key, surroundings);
		known.set(name, tokens);
		return tokens;
	};
};
