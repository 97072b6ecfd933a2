import { LIMITS } from '../facts/limits';
import { mergeInto, slowDown } from '../pacing/pace';
import type { Pace } from '../pacing/pace';
import { elapsedMs, PACE_NAMES, paceOf } from '../pacing/rateLimiter';
import type { PaceName } from '../pacing/rateLimiter';

/** So long one lane alone is used after something spoke against several. */
const ONE_LANE_FOR_MS = 60 * 60_000;
/** A few 429s come from calls that arrive a little early; this many, and this share of all calls, do not. */
const FEWEST_REFUSALS = 5;
const LEAST_SHARE = 1 / 10;

/** Why one lane alone is used, and until when. */
export type OneLane = { readonly reason: 'accountLimit' | 'oneToken'; readonly untilMs: number };

/** A call that was turned away with 429: on which lane, from when it counted, and when the answer came. */
export type Refusal = { readonly lane: number; readonly startMs: number; readonly atMs: number };

/** True if calls are turned away on several lanes at once, as when one limit counts for the whole account. */
export const isAccountWide = (refusals: readonly Refusal[], sent: number): boolean =>
	refusals.length >= Math.max(FEWEST_REFUSALS, sent * LEAST_SHARE) &&
	new Set(refusals.map(({ lane }) => lane)).size > 1;

/** What this process knows of the lanes of one account, whatever key they log in with. */
export type LaneAccount = {
	/** The windows of all lanes. */
	readonly pacesOf: (name: PaceName) => readonly Pace[];
	readonly noteRefused: (name: PaceName, lane: number, startMs: number) => void;
	/** Leaves one lane for an hour. */
	readonly goBack: (reason: OneLane['reason']) => void;
	readonly oneLane: () => OneLane | undefined;
};

type Clocks = { readonly elapsed: () => number; readonly now: () => number };

export const createLaneAccount = (
	account: string,
	{ elapsed, now }: Clocks = { elapsed: elapsedMs, now: Date.now },
): LaneAccount => {
	const lanes = Array.from({ length: LIMITS.parallelTokensMost }, (_none, lane) => lane);
	const pacesOf = (name: PaceName) => lanes.map((lane) => paceOf(account, name, lane));
	const refusals = new Map<PaceName, readonly Refusal[]>();
	let last: OneLane | undefined;
	let wentBackMs = -Infinity;

	const oneLane = () => (last && now() < last.untilMs ? last : undefined);

	const goBack: LaneAccount['goBack'] = (reason) => {
		last = { reason, untilMs: now() + ONE_LANE_FOR_MS };
		wentBackMs = elapsed();
		for (const name of PACE_NAMES) {
			const [main, ...others] = pacesOf(name);
			const refused = new Set(refusals.get(name)?.map(({ startMs }) => startMs));
			// Whatever the account was allowed is used up by all lanes together.
			if (main) mergeInto(main, others, (startMs) => refused.has(startMs));
		}
		refusals.clear();
	};

	const noteRefused: LaneAccount['noteRefused'] = (name, lane, startMs) => {
		const paces = pacesOf(name);
		const pace = paces[lane];
		// A call that was sent beside others says nothing of one lane alone.
		if (!pace || startMs <= wentBackMs) return;
		slowDown(pace, startMs, elapsed());
		const sinceMs = elapsed() - pace.windowMs;
		const kept = (refusals.get(name) ?? []).filter(({ atMs }) => atMs > sinceMs);
		const recent = [...kept, { lane, startMs, atMs: elapsed() }];
		refusals.set(name, recent);
		const sent = paces.flatMap(({ starts }) => starts).filter((at) => at > sinceMs).length;
		if (isAccountWide(recent, sent)) goBack('accountLimit');
	};

	return { pacesOf, noteRefused, goBack, oneLane };
};

const accounts = new Map<string, LaneAccount>();

/** Returns what everything in this process shares of the lanes of one account. */
export const laneAccountOf = (name: string): LaneAccount => {
	const account = accounts.get(name) ?? createLaneAccount(name);
	accounts.set(name, account);
	return account;
};
