import { LIMITS } from '../facts/limits';
import { accountDigestOf, digestOf } from './key';
import type { Key } from './key';
import type { LoginAnswer } from './loginFailure';
import { endPause, noPause, noteFailure, pauseReason } from './pause';
import type { Pause } from './pause';
import type { LoginQuota } from './quota';
import type { Token, Tokens } from './tokens';

/** Age from which a token is replaced although it is still valid. */
const RENEWED_AFTER_MS = LIMITS.tokenLifeMs - 5 * 60_000;
/** Shortest time between two logins of a lane: if even new tokens are refused, another login does not help. */
const REST_MS = 60_000;

/** More logins than 30 minutes can have. */
const LOGINS_KEPT = LIMITS.loginsPerWindow;

type Lane = { current?: Token; askedAtMs: number };

/** State of the further tokens of one key. A failed login pauses all of its lanes. */
type KeyLanes = Pause & {
	readonly lanes: Map<number, Lane>;
	/** Logins of lanes are made one after another, so that a refusal is known to the next. */
	last: Promise<unknown>;
	/** Times of the last successful logins, oldest first. */
	readonly loginTimes: number[];
};

/** The access tokens of the further lanes of one key, in memory alone. Lane 0 is n8n's own token, and not in here. */
export type LaneTokens = {
	/** Returns the token of a lane, or undefined if it has no valid one. */
	readonly tokenOf: (lane: number) => string | undefined;
	/** True if a lane needs a token and a login may be made for it now. */
	readonly mayLogIn: (lane: number) => boolean;
	/** Logs in for a lane if allowed, and returns its token. Never throws. */
	readonly renew: (lane: number, login: () => Promise<LoginAnswer>) => Promise<string | undefined>;
	/** Forgets a refused token, unless the lane has a newer one. */
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

	const mayLogIn: LaneTokens['mayLogIn'] = (lane) => {
		const { current, askedAtMs } = laneOf(state, lane);
		if (isYoungerThan(current, RENEWED_AFTER_MS) || now() - askedAtMs < REST_MS) return false;
		if (pauseReason(state, now()) || main.isResting(key)) return false;
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
			const { issuedAtMs = Infinity, atMs = -Infinity } = main.turnedAwayOf(key) ?? {};
			// After the life of a token another try is worthwhile.
			if (now() - atMs > LIMITS.tokenLifeMs) return false;
			return state.loginTimes.some((loginMs) => issuedAtMs <= loginMs && loginMs <= atMs);
		},
	};
};

/** Creates the source of lane tokens. Callers with the same key share one. */
export const createLaneTokens = (surroundings: Surroundings): ((key: Key) => LaneTokens) => {
	const known = new Map<string, LaneTokens>();
	return (key) => {
		const name = digestOf(key);
		const tokens = known.get(name) ?? createTokensOf(key, surroundings);
		known.set(name, tokens);
		return tokens;
	};
};
