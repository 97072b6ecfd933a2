import { LIMITS } from '../facts/limits';
import { mergeInto, slowDown } from '../pacing/pace';
import type { Pace } from '../pacing/pace';
import { elapsedMs, PACE_NAMES, paceOf } from '../pacing/rateLimiter';
import type { PaceName } from '../pacing/rateLimiter';

/** How long only one lane is used after several lanes turned out not to help. */
const ONE_LANE_FOR_MS = 60 * 60_000;
/**
 * Share of one token's limit that may get a 429 in one window. More than that cannot be requests
 * that arrived slightly early.
 */
const LEAST_REFUSED = 1 / 4;
/**
 * Share of one token's limit that all lanes together may get through in a shared limit: a few may
 * fall at the edge of the window.
 */
const MOST_TAKEN = 1.05;

/** Why only one lane is used, and until when (epoch ms). */
export type OneLane = { readonly reason: 'accountLimit' | 'oneToken'; readonly untilMs: number };

/**
 * The result of a request: its lane, the time from which it counts, and whether the answer was 429.
 */
export type Settled = {
	readonly lane: number;
	readonly startMs: number;
	readonly isRefused: boolean;
};

/**
 * Returns true if all lanes together get through no more than one token may send, while further
 * lanes get 429s. The limit is then the account's.
 */
export const isAccountWide = (window: readonly Settled[], limit: number): boolean => {
	const refused = window.filter(({ isRefused }) => isRefused);
	return (
		refused.length >= limit * LEAST_REFUSED &&
		window.length - refused.length <= limit * MOST_TAKEN &&
		refused.some(({ lane }) => lane > 0)
	);
};

/** What this process knows about the lanes of one account, for all its keys. */
export type LaneAccount = {
	/** Returns the rate-limit windows of all lanes. */
	readonly pacesOf: (name: PaceName) => readonly Pace[];
	/** Notes the result of a request. After a 429 its lane slows down, or all lanes but one close. */
	readonly note: (name: PaceName, settled: Settled) => void;
	/** Uses only one lane for an hour. */
	readonly goBack: (reason: OneLane['reason']) => void;
	readonly oneLane: () => OneLane | undefined;
};

type Clocks = { readonly elapsed: () => number; readonly now: () => number };

export const createLaneAccount = (
	account: string,
	{ elapsed, now }: Clocks = { elapsed: elapsedMs, now: () => Date.now() },
): LaneAccount => {
	const lanes = Array.from({ length: LIMITS.parallelTokensMost }, (_none, lane) => lane);
	const pacesOf = (name: PaceName) => lanes.map((lane) => paceOf(account, name, lane));
	const settled = new Map<PaceName, Settled[]>();
	let last: OneLane | undefined;
	let wentBackMs = -Infinity;

	const oneLane = () => (last && now() < last.untilMs ? last : undefined);

	const goBack: LaneAccount['goBack'] = (reason) => {
		last = { reason, untilMs: now() + ONE_LANE_FOR_MS };
		wentBackMs = elapsed();
		for (const name of PACE_NAMES) {
			const [main, ...others] = pacesOf(name);
			const refused = new Set(
				settled.get(name)?.flatMap(({ startMs, isRefused }) => (isRefused ? [startMs] : [])),
			);
			// All lanes together used up what the account may send, so their requests count in this
			// window.
			if (main) mergeInto(main, others, (startMs) => refused.has(startMs));
		}
		settled.clear();
	};

	const note: LaneAccount['note'] = (name, one) => {
		const paces = pacesOf(name);
		const pace = paces[one.lane];
		// A request sent in parallel with other lanes tells nothing about a single lane.
		if (!pace || one.startMs <= wentBackMs) return;
		const known = settled.get(name) ?? [];
		settled.set(name, known);
		known.push(one);
		while ((known[0]?.startMs ?? Infinity) <= one.startMs - pace.windowMs) known.shift();
		if (!one.isRefused) return;
		slowDown(pace, one.startMs, elapsed());
		if (isAccountWide(known, pace.limit)) goBack('accountLimit');
	};

	return { pacesOf, note, goBack, oneLane };
};

const accounts = new Map<string, LaneAccount>();

/** Returns the lanes of one account, which this process shares. */
export const laneAccountOf = (name: string): LaneAccount => {
	const account = accounts.get(name) ?? createLaneAccount(name);
	accounts.set(name, account);
	return account;
};
