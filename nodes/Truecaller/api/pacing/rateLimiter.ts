import { LIMITS } from '../facts/limits';
import { createLine } from './line';
import { createPace, noteDeparture, slowDown, takeSlot, waitMs } from './pace';
import type { Pace } from './pace';

/**
 * Pause that lets a request leave before the next one starts, so that it starts and arrives in the
 * same window.
 */
export const BREATH_MS = 1;

/** Sleeps. Resolves to true if the time passed in full, false if the sleep was cut short. */
export type Sleep = (ms: number) => Promise<boolean>;

/** A place in the rate limit. The request reports back through it. */
export type Slot = {
	/** The token whose window counts the request: 0 is n8n's own. */
	readonly lane: number;
	/**
	 * Reports that the request is sent at this moment. Between getting its slot and this, n8n reads
	 * the credential, may log in or may pause for garbage collection. Called again if n8n repeats the
	 * request with a new token.
	 */
	readonly departed: () => void;
	/** Reports that Truecaller answered with 429. */
	readonly refused: () => void;
	/** Reports that Truecaller answered with any other status. */
	readonly taken: () => void;
};

/** Gives out slots in the order of the requests, within the rate limit. */
export type RateLimiter = {
	/**
	 * Resolves with the next free slot, or with undefined if the caller's sleep was cut short. A
	 * retry after a 429 (`isRepeat`) goes before all new requests, because its time limit is already
	 * running.
	 */
	readonly nextSlot: (sleep: Sleep, isRepeat?: boolean) => Promise<Slot | undefined>;
};

/** Where slots come from: the window of one token, or those of several. */
export type SlotSource = {
	/** Returns the milliseconds until the next slot is free; 0 means now. */
	readonly waitMs: () => number;
	readonly take: () => Slot;
};

/**
 * Returns a time in ms from a clock that only goes forwards. If a system clock is set back, slots
 * would wait too long.
 */
export const elapsedMs = () => performance.now();

/**
 * Takes a slot of a rate limit. `settle` receives the result of the request, with the time from
 * which it counts.
 */
export const takeSlotOf = (
	pace: Pace,
	now: () => number,
	settle = (startMs: number, isRefused: boolean): void => {
		if (isRefused) slowDown(pace, startMs, now());
	},
): Omit<Slot, 'lane'> => {
	const slotMs = now();
	let departedMs: number | undefined;
	takeSlot(pace, slotMs);
	return {
		departed: () => {
			const isAgain = departedMs !== undefined;
			departedMs = now();
			if (isAgain) takeSlot(pace, departedMs);
			else noteDeparture(pace, slotMs, departedMs);
		},
		refused: () => settle(departedMs ?? slotMs, true),
		taken: () => settle(departedMs ?? slotMs, false),
	};
};

/** Creates a rate limiter that takes its slots from a source. */
export const createLimiterOf = ({ waitMs: wait, take }: SlotSource): RateLimiter => {
	const line = createLine();
	/**
	 * Waits for a slot. Returns undefined if the sleep was cut short, and false if a retry goes
	 * first.
	 */
	const waitForSlot = async (
		sleep: Sleep,
		isRepeat: boolean,
	): Promise<Slot | false | undefined> => {
		do {
			if (!(await sleep(Math.max(BREATH_MS, wait())))) return undefined;
			if (!isRepeat && line.hasFront()) return false;
		} while (wait() > 0);
		return take();
	};
	const takeTurn = async (sleep: Sleep, isRepeat: boolean, again: boolean) => {
		await line.enter(isRepeat, again);
		try {
			return await waitForSlot(sleep, isRepeat);
		} finally {
			// Even if this request fails, those behind it get their slots.
			line.leave();
		}
	};
	return {
		nextSlot: async (sleep, isRepeat = false) => {
			let slot = await takeTurn(sleep, isRepeat, false);
			while (slot === false) slot = await takeTurn(sleep, isRepeat, true);
			return slot;
		},
	};
};

/** Creates a rate limiter for one token. `now` returns ms of a clock that never goes back. */
export const createRateLimiter = (pace: Pace, now: () => number = elapsedMs): RateLimiter =>
	createLimiterOf({
		waitMs: () => waitMs(pace, now()),
		take: () => ({ lane: 0, ...takeSlotOf(pace, now) }),
	});

const PACES = {
	realTime: () => createPace(LIMITS.realTimeCallsPerWindow, LIMITS.realTimeWindowMs),
	batch: () => createPace(LIMITS.batchCallsPerWindow, LIMITS.batchWindowMs),
} as const;

/** Names of the rate limits. */
export type PaceName = keyof typeof PACES;
export const PACE_NAMES: readonly PaceName[] = ['realTime', 'batch'];

const paces = new Map<string, Pace>();
const rateLimiters = new Map<string, RateLimiter>();

/** Returns the window of one account, one rate limit and one token, which this process shares. */
export const paceOf = (account: string, name: PaceName, lane: number): Pace => {
	const key = `${name} ${lane} ${account}`;
	const pace = paces.get(key) ?? PACES[name]();
	paces.set(key, pace);
	return pace;
};

/** Returns the rate limiter of one account and one rate limit, which this process shares. */
export const rateLimiterOf = (account: string, name: PaceName): RateLimiter => {
	const key = `${name} ${account}`;
	const rateLimiter = rateLimiters.get(key) ?? createRateLimiter(paceOf(account, name, 0));
	rateLimiters.set(key, rateLimiter);
	return rateLimiter;
};
