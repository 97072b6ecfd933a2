import { LIMITS } from '../facts/limits';
import { accountDigestOf, digestOf } from './key';
import type { Key } from './key';
import type { LoginAnswer } from './loginFailure';
import { endPause, noPause, noteFailure, pauseReason } from './pause';
import type { Pause } from './pause';
import type { LoginQuota } from './quota';
import { refusedYoungMs } from './refusedYoung';
import type { Token, Tokens } from './tokens';

/** A token of this age is replaced although it is still valid. */
const RENEWED_AFTER_MS = LIMITS.tokenLifeMs - 5 * 60_000;
/**
 * Minimum time between two logins for the same lane. If Truecaller refuses even new tokens, more
 * logins would not help.
 */
const REST_MS = 60_000;

/** Number of login times to remember: the maximum of one quota window. */
const LOGINS_KEPT = LIMITS.loginsPerWindow;

type Lane = { current?: Token; askedAtMs: number };

/**
 * State of the further tokens of one key in this process. A failed login for one lane pauses the
 * logins of all.
 */
type KeyLanes = Pause & {
	readonly lanes: Map<number, Lane>;
	/**
	 * The last login of any lane. Logins run one after another, so that the next one knows of a
	 * refusal.
	 */
	last: Promise<unknown>;
	/** Times of successful logins in epoch ms, oldest first. */
	readonly loginTimes: number[];
};

/**
 * Access tokens of the further lanes of one key, kept in memory only. A lane is one token with its
 * own rate limit; lane 0 is n8n's own token and not included.
 */
export type LaneTokens = {
	/** Returns the valid token of a lane, or undefined if it has none. */
	readonly tokenOf: (lane: number) => string | undefined;
	/** Returns true if a lane needs a token and may log in now. */
	readonly mayLogIn: (lane: number) => boolean;
	/** Logs in for a lane if it may, and returns its token afterwards. Never throws. */
	readonly renew: (lane: number, login: () => Promise<LoginAnswer>) => Promise<string | undefined>;
	/** Forgets a refused token, unless the lane has a newer one by now. */
	readonly drop: (lane: number, token: string) => void;
	/**
	 * Returns true if, in the last hour, Truecaller refused n8n's own token early and a lane had
	 * logged in before. [U] A login may end earlier tokens.
	 */
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
		// A login now could end the new token of n8n as well.
		if (now() - refusedYoungMs(main.turnedAwayOf(key)) < REST_MS) return false;
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
			const atMs = refusedYoungMs(main.turnedAwayOf(key));
			const { issuedAtMs = Infinity } = main.turnedAwayOf(key) ?? {};
			// After the life of a token, several tokens are worth another try.
			if (now() - atMs > LIMITS.tokenLifeMs) return false;
			return state.loginTimes.some((loginMs) => issuedAtMs <= loginMs && loginMs <= atMs);
		},
	};
};

/**
 * Returns a function that gives the further tokens of a key. Every caller in this process with the
 * same key gets the same tokens.
 */
export const createLaneTokens = (surroundings: Surroundings): ((key: Key) => LaneTokens) => {
	const known = new Map<string, LaneTokens>();
	return (key) => {
		const name = digestOf(key);
		const tokens = known.get(name) ?? createTokensOf(key, surroundings);
		known.set(name, tokens);
		return tokens;
	};
};
