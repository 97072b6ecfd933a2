/**
 * A sliding window: at most `limit` starts in any `windowMs`. Up to that many may start at once when
 * nothing was sent before. Pure arithmetic on a clock that is passed in; the rate limiter does the waiting.
 */
export type Pace = {
	readonly limit: number;
	readonly windowMs: number;
	/** When the last requests started, oldest first, at most `limit` of them; ms of the clock that is passed in. */
	readonly starts: number[];
	/** The last window with a 429: when the first came, how many came, and how many requests were sent. */
	slowed: { readonly atMs: number; readonly refused: number; readonly sent: number };
};

/** Arrivals jitter on their way, so our window is this much longer than the service's. */
const WINDOW_MARGIN = 1.033;
/** A window that was full this many windows ago needs no more spacing. */
const SETTLED_AFTER = 2;
/** Behind a full window two requests start at least this far apart. Our own work on a request draws a burst out, whatever the window. */
const SPACING_MS = 5;
/** For every 429 this many requests fewer start in a window: the one that did not fit, and one more to leave room for others. */
const FEWER_PER_REFUSAL = 2;
/** Never below a tenth of the limit, because others may have used up what was left for a moment. */
const LEAST_SHARE = 1 / 10;
/** Every quiet window wins back this much of the limit. */
const RECOVERY_SHARE = 1 / 20;

const notSlowed = (limit: number): Pace['slowed'] => ({ atMs: -Infinity, refused: 0, sent: limit });

export const createPace = (limit: number, windowMs: number): Pace => ({
	limit,
	windowMs: windowMs * WINDOW_MARGIN,
	starts: [],
	slowed: notSlowed(limit),
});

/** Returns how many requests may start in a window just now. */
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
 * Returns the milliseconds until the next request may start; 0 means now. A burst reaches the service drawn out by our
 * own work on it, so once a window is full the requests behind it start a little apart: a second burst that
 * travels faster than the first would land in the same window.
 */
export const waitMs = (pace: Pace, nowMs: number): number => {
	const since = pace.starts.at(-allowed(pace, nowMs));
	const last = pace.starts.at(-1);
	if (since === undefined || last === undefined || since + pace.windowMs * SETTLED_AFTER <= nowMs)
		return 0;
	return Math.max(0, since + pace.windowMs - nowMs, last + SPACING_MS - nowMs);
};

/** Notes that a request starts now. */
export const takeSlot = (pace: Pace, nowMs: number): void => {
	pace.starts.push(nowMs);
	if (pace.starts.length > pace.limit) pace.starts.shift();
};

/** Notes that the request that started at `startMs` departs only now: from here on it counts from now. */
export const noteDeparture = (pace: Pace, startMs: number, nowMs: number): void => {
	const index = pace.starts.indexOf(startMs);
	if (index >= 0) pace.starts.splice(index, 1);
	takeSlot(pace, nowMs);
};

/**
 * Slows down after a 429 to the request that started at `startMs`: the more were turned away in a window, the fewer
 * start in the next, but at least half of those sent. Ignores 429s of requests that were sent before the last slow-down.
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

/** Lets one window count what other tokens sent as well, but for what was refused; it starts anew at its full pace. */
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
