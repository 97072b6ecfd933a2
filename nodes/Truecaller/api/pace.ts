import { LIMITS } from './limits';

/**
 * A sliding window: at most `limit` starts in any `windowMs`. Up to that many may start at once when
 * nothing was sent before. Pure arithmetic on a clock that is passed in; `createGate` does the waiting.
 */
export type Pace = {
	readonly limit: number;
	readonly windowMs: number;
	/** When the last calls started, oldest first, at most `limit` of them; ms of the clock that is passed in. */
	readonly starts: number[];
	/** How many may start in a window since the last 429, and when that was. */
	slowedTo: number;
	slowedAtMs: number;
};

/** Arrivals jitter on their way, so our window is this much longer than the service's. */
const WINDOW_MARGIN = 1.03;
/** A window that was full this many windows ago needs no more spacing. */
const SETTLED_AFTER = 2;
/** Behind a full window two calls start at least this far apart. It is the work on a call that draws a burst out, whatever the window. */
const SPACING_MS = 5;
/** The first call behind a burst waits this much longer, once: the burst may have been slow to leave. */
const AFTER_BURST_MS = 100;
/** Lets a call get on its way before the next one starts, so that it starts and arrives in the same window. */
const BREATH_MS = 1;
/** After a 429 the pace is halved, and wins back a tenth of the limit in every quiet window. */
const RECOVERY_STEPS = 10;

export const createPace = (limit: number, windowMs: number): Pace => ({
	limit,
	windowMs: windowMs * WINDOW_MARGIN,
	starts: [],
	slowedTo: limit,
	slowedAtMs: -Infinity,
});

/** How many may start in a window just now. */
const allowed = (pace: Pace, nowMs: number): number => {
	if (pace.slowedTo >= pace.limit) return pace.limit;
	const quietWindows = Math.floor((nowMs - pace.slowedAtMs) / pace.windowMs);
	const wonBack = Math.ceil(pace.limit / RECOVERY_STEPS) * quietWindows;
	return Math.min(pace.limit, pace.slowedTo + wonBack);
};

/**
 * Milliseconds until the next call may start; 0 means now. A burst reaches the service drawn out by our
 * own work on it, so once a window is full the calls behind it start a little apart: a second burst that
 * travels faster than the first would land in the same window.
 */
export const waitMs = (pace: Pace, nowMs: number): number => {
	const most = allowed(pace, nowMs);
	const since = pace.starts.at(-most);
	const last = pace.starts.at(-1);
	if (since === undefined || last === undefined || since + pace.windowMs * SETTLED_AFTER <= nowMs) return 0;
	// Calls that were spaced keep their distance from window to window, give or take a rounding.
	const isBurst = last - since < SPACING_MS * (most - 1) * 0.9;
	const fullMs = pace.windowMs + (isBurst ? AFTER_BURST_MS : 0);
	return Math.max(0, since + fullMs - nowMs, last + SPACING_MS - nowMs);
};

/** Notes that a call starts now. */
export const takeTurn = (pace: Pace, nowMs: number): void => {
	pace.starts.push(nowMs);
	if (pace.starts.length > pace.limit) pace.starts.shift();
};

/** Notes that the call that started at `startMs` travels only now: from now on it counts from here. */
export const setOut = (pace: Pace, startMs: number, nowMs: number): void => {
	const index = pace.starts.indexOf(startMs);
	if (index >= 0) pace.starts.splice(index, 1);
	takeTurn(pace, nowMs);
};

/**
 * Truecaller answered 429: go on with half of what was let through, once per window however many 429s a
 * burst brings. Not below a tenth of the limit, because others may have used up what was left for a moment.
 */
export const slowDown = (pace: Pace, nowMs: number): void => {
	if (nowMs - pace.slowedAtMs < pace.windowMs) return;
	const started = pace.starts.filter((at) => at > nowMs - pace.windowMs).length;
	const least = Math.ceil(pace.limit / RECOVERY_STEPS);
	const most = allowed(pace, nowMs);
	pace.slowedTo = Math.max(least, Math.floor(Math.min(most, started || most) / 2));
	pace.slowedAtMs = nowMs;
};

/** Sleeps, and answers whether the time passed in full: false when it was cut short. */
export type Sleep = (ms: number) => Promise<boolean>;

/**
 * Says that the call of a turn travels at this moment. Between the turn and this n8n reads the credential, may log in
 * or stand still for a garbage collection. Said again by a call that n8n sends once more with a new token.
 */
export type Leave = () => void;

/** Lets calls through one after another, first come first served, as the pace allows. */
export type Gate = {
	/** Resolves when it is the caller's turn, or with undefined when its sleep was cut short. */
	readonly turn: (sleep: Sleep) => Promise<Leave | undefined>;
	readonly slowDown: () => void;
};

/** The clock only goes forwards: one that is set back would hold everything up. */
const elapsedMs = () => performance.now();

export const createGate = (pace: Pace, now: () => number = elapsedMs): Gate => {
	let last: Promise<unknown> = Promise.resolve();
	const waitForTurn = async (sleep: Sleep): Promise<Leave | undefined> => {
		do {
			if (!(await sleep(Math.max(BREATH_MS, waitMs(pace, now()))))) return undefined;
		} while (waitMs(pace, now()) > 0);
		let startMs = now();
		takeTurn(pace, startMs);
		return () => {
			setOut(pace, startMs, now());
			startMs = NaN;
		};
	};
	return {
		turn: async (sleep) => {
			const mine = last.then(async () => await waitForTurn(sleep));
			// Whatever becomes of this caller, those behind it get their turn.
			last = mine.catch(() => undefined);
			return await mine;
		},
		slowDown: () => slowDown(pace, now()),
	};
};

const PACES = {
	realTime: () => createPace(LIMITS.realTimeCallsPerWindow, LIMITS.realTimeWindowMs),
	batch: () => createPace(LIMITS.batchCallsPerWindow, LIMITS.batchWindowMs),
} as const;

const gates = new Map<string, Gate>();

/** The gate that everything in this process shares for one account and one pace. */
export const gateOf = (account: string, name: keyof typeof PACES): Gate => {
	const key = `${name} ${account}`;
	const gate = gates.get(key) ?? createGate(PACES[name]());
	gates.set(key, gate);
	return gate;
};
