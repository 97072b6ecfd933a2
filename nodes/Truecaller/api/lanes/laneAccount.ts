import { LIMITS } from '../facts/limits';
import { mergeInto, slowDown } from '../pacing/pace';
import type { Pace } from '../pacing/pace';
import { elapsedMs, PACE_NAMES, paceOf } from '../pacing/rateLimiter';
import type { PaceName } from '../pacing/rateLimiter';

/** So long one lane alone is used after something spoke against several. */
const ONE_LANE_FOR_MS = 60 * 60_000;
/** This share of the limit of one token, turned away in one window, is more than calls that arrive a little early. */
const LEAST_REFUSED = 1 / 4;
/** No more than the limit of one token was taken: a few may have come at the edge of the window. */
const MOST_TAKEN = 1.05;

/** Why one lane alone is used, and until when. */
export type OneLane = { readonly reason: 'accountLimit' | 'oneToken'; readonly untilMs: number };

/** What became of a request: on which lane, from when it counts, and whether it was turned away with 429. */
export type Settled = {
	readonly lane: number;
	readonly startMs: number;
	readonly isRefused: boolean;
};

/** True if all lanes together get through what one token may send, and calls are turned away on further ones. */
export const isAccountWide = (window: readonly Settled[], limit: number): boolean => {
	const refused = window.filter(({ isRefused }) => isRefused);
	return (
		refused.length >= limit * LEAST_REFUSED &&
		window.length - refused.length <= limit * MOST_TAKEN &&
		refused.some(({ lane }) => lane > 0)
	);
};

/** What this process knows of the lanes of one account, whatever key they log in with. */
export type LaneAccount = {
	/** The windows of all lanes. */
	readonly pacesOf: (name: PaceName) => readonly Pace[];
	/** Notes what became of a request. After a 429 its lane slows down, or all lanes but one close. */
	readonly note: (name: PaceName, settled: Settled) => void;
	/** Leaves one lane for an hour. */
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
			// Whatever the account was allowed is used up by all lanes together.
			if (main) mergeInto(main, others, (startMs) => refused.has(startMs));
		}
		settled.clear();
	};

	const note: LaneAccount['note'] = (name, one) => {
		const paces = pacesOf(name);
		const pace = paces[one.lane];
		// A call that was sent beside others says nothing of one lane alone.
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

/** Returns what everything in this process shares of the lanes of one account. */
export const laneAccountOf = (name: string): LaneAccount => {
	const account = accounts.get(name) ?? createLaneAccount(name);
	accounts.set(name, account);
	return account;
};
