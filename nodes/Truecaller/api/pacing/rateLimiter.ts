import { LIMITS } from '../facts/limits';
import { createLine } from './line';
import { createPace, noteDeparture, slowDown, takeSlot, waitMs } from './pace';
import type { Pace } from './pace';

/** Lets a request get on its way before the next one starts, so that it starts and arrives in the same window. */
const BREATH_MS = 1;

/** Sleeps, and answers whether the time passed in full: false when it was cut short. */
export type Sleep = (ms: number) => Promise<boolean>;

/** What a request that has its slot reports to the rate limiter. */
export type Slot = {
	/**
	 * The request departs at this moment. Between its slot and this, n8n reads the credential, may log in or stand
	 * still for a garbage collection. Reported again where n8n sends the request once more with a new token.
	 */
	readonly departed: () => void;
	/** Truecaller answered the request with 429. */
	readonly refused: () => void;
};

/** Gives out slots in the order they are asked for, as the pace allows. */
export type RateLimiter = {
	/**
	 * Resolves with the next free slot, or with undefined when the caller's sleep was cut short. A request that was
	 * turned away with 429 (`isRepeat`) goes before all that were never sent: its time limit already runs.
	 */
	readonly nextSlot: (sleep: Sleep, isRepeat?: boolean) => Promise<Slot | undefined>;
};

/** The clock only goes forwards: one that is set back would hold everything up. */
const elapsedMs = () => performance.now();

const takeSlotAt = (pace: Pace, slotMs: number, now: () => number): Slot => {
	let departedMs: number | undefined;
	takeSlot(pace, slotMs);
	return {
		departed: () => {
			const isAgain = departedMs !== undefined;
			departedMs = now();
			if (isAgain) takeSlot(pace, departedMs);
			else noteDeparture(pace, slotMs, departedMs);
		},
		refused: () => slowDown(pace, departedMs ?? slotMs, now()),
	};
};

export const createRateLimiter = (pace: Pace, now: () => number = elapsedMs): RateLimiter => {
	const line = createLine();
	/** Returns undefined for a sleep that was cut short, and false where a repeat goes first. */
	const waitForSlot = async (
		sleep: Sleep,
		isRepeat: boolean,
	): Promise<Slot | false | undefined> => {
		do {
			if (!(await sleep(Math.max(BREATH_MS, waitMs(pace, now()))))) return undefined;
			if (!isRepeat && line.hasFront()) return false;
		} while (waitMs(pace, now()) > 0);
		return takeSlotAt(pace, now(), now);
	};
	const takeTurn = async (sleep: Sleep, isRepeat: boolean, again: boolean) => {
		await line.enter(isRepeat, again);
		try {
			return await waitForSlot(sleep, isRepeat);
		} finally {
			// Whatever becomes of this caller, those behind it get their slots.
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

const PACES = {
	realTime: () => createPace(LIMITS.realTimeCallsPerWindow, LIMITS.realTimeWindowMs),
	batch: () => createPace(LIMITS.batchCallsPerWindow, LIMITS.batchWindowMs),
} as const;

const rateLimiters = new Map<string, RateLimiter>();

/** Returns the rate limiter that everything in this process shares for one account and one pace. */
export const rateLimiterOf = (account: string, name: keyof typeof PACES): RateLimiter => {
	const key = `${name} ${account}`;
	const rateLimiter = rateLimiters.get(key) ?? createRateLimiter(PACES[name]());
	rateLimiters.set(key, rateLimiter);
	return rateLimiter;
};
