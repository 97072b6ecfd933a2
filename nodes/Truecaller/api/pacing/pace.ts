/**
 * A rate limit as a sliding window: at most `limit` starts in any `windowMs`. After a quiet time
 * all of them may start at once. Pure arithmetic on the clock that is passed in; the rate limiter
 * does the waiting.
 */
export type Pace = {
	readonly limit: number;
	readonly windowMs: number;
	/**
	 * Start times of the last requests, oldest first, at most `limit` of them; in ms of the clock
	 * that is passed in.
	 */
	readonly starts: number[];
	/**
	 * The last window with a 429: when the first 429 came, how many came, and how many requests were
	 * sent.
	 */
	slowed: { readonly atMs: number; readonly refused: number; readonly sent: number };
};

/** Our window is longer than Truecaller's by this factor, because network latency varies. */
const WINDOW_MARGIN = 1.033;
/** A window that was full this many windows ago needs no more spacing between requests. */
const SETTLED_AFTER = 2;
/**
 * Minimum time between two requests after a full window. Our own work on requests spreads a burst
 * out anyway.
 */
const SPACING_MS = 5;
/**
 * Each 429 lowers the limit of a window by this many requests: the refused one, and one more to
 * leave room for others.
 */
const FEWER_PER_REFUSAL = 2;
/**
 * Lowest share of the limit. Never lower, because a 429 may be due to a short burst of another
 * program.
 */
const LEAST_SHARE = 1 / 10;
/** Share of the limit that each window without a 429 wins back. */
const RECOVERY_SHARE = 1 / 20;

const notSlowed = (limit: number): Pace['slowed'] => ({ atMs: -Infinity, refused: 0, sent: limit });

/** Creates a rate limit of `limit` requests in `windowMs` that nothing has used yet. */
export const createPace = (limit: number, windowMs: number): Pace => ({
	limit,
	windowMs: windowMs * WINDOW_MARGIN,
	starts: [],
	slowed: notSlowed(limit),
});

/** Returns how many requests may start in the current window. */
const allowed = ({ limit, windowMs, slowed }: Pace, nowMs: number): number => {
	if (slowed.refused === 0) return limit;
	const fewer = Math.max(
		slowed.sent - FEWER_PER_REFUSAL * slowed.refused,
		Math.floor(slowed.sent / 2),
		Math.ceil(limit * LEAST_SHARE),
	);
	const quietWindows = Math.floor((nowMs - slowed.atMs) / windowMs);
	return Math.min(limit, fewer + Math.ceil(limit * RECOVERY_SHARE) * quietWindows);
};

/**
 * Returns the milliseconds until the next request may start; 0 means now. Our own work on requests
 * spreads out a burst. A second burst that travels faster could reach Truecaller in the same
 * window, so requests after a full window start with a little spacing.
 */
export const waitMs = (pace: Pace, nowMs: number): number => {
	const since = pace.starts.at(-allowed(pace, nowMs));
	const last = pace.starts.at(-1);
	if (since === undefined || last === undefined || since + pace.windowMs * SETTLED_AFTER <= nowMs)
		return 0;
	return Math.max(0, since + pace.windowMs - nowMs, last + SPACING_MS - nowMs);
};

/** Records that a request starts now. */
export const takeSlot = (pace: Pace, nowMs: number): void => {
	pace.starts.push(nowMs);
	if (pace.starts.length > pace.limit) pace.starts.shift();
};

/**
 * Records that the request that started at `startMs` is really sent only now, so that it counts
 * from now.
 */
export const noteDeparture = (pace: Pace, startMs: number, nowMs: number): void => {
	const index = pace.starts.indexOf(startMs);
	if (index >= 0) pace.starts.splice(index, 1);
	takeSlot(pace, nowMs);
};

/**
 * Slows down after a 429 to the request that started at `startMs`. The more 429s in a window, the
 * fewer requests start in the next, but at least half of those sent. Ignores 429s of requests that
 * were sent before the last slow-down.
 */
export const slowDown = (pace: Pace, startMs: number, nowMs: number): void => {
	const { slowed, windowMs, starts } = pace;
	if (nowMs - slowed.atMs < windowMs) {
		pace.slowed = { ...slowed, refused: slowed.refused + 1 };
	} else if (startMs >= slowed.atMs) {
		const sent = starts.filter((at) => at > nowMs - windowMs).length;
		const most = allowed(pace, nowMs);
		pace.slowed = { atMs: nowMs, refused: 1, sent: Math.min(most, sent || most) };
	}
};

/**
 * Counts the requests of other tokens in one window, except the refused ones, and resets it to its
 * full limit.
 */
export const mergeInto = (
	pace: Pace,
	others: readonly Pace[],
	wasRefused: (startMs: number) => boolean,
): void => {
	const starts = [pace, ...others]
		.flatMap((each) => each.starts)
		.filter((at) => !wasRefused(at))
		.sort((one, other) => one - other);
	pace.starts.splice(0, Infinity, ...starts.slice(-pace.limit));
	pace.slowed = notSlowed(pace.limit);
};
