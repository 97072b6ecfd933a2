import { LIMITS } from '../facts/limits';
import { createLine } from './line';
import { createPace, noteDeparture, slowDown, takeSlot, waitMs } from './pace';
import type { Pace } from './pace';

/** Lets a request get on its way before the next one starts, so that it starts and arrives in the same window. */
export const BREATH_MS = 1;

/** Sleeps, and answers whether the time passed in full: false when it was cut short. */
export type Sleep = (ms: number) => Promise<boolean>;

/** What a request that has its slot reports to the rate limiter. */
export type Slot = {
	/** Whose window the request counts in: 0 is that of n8n's own token. */
	readonly lane: number;
	/**
	 * The request departs at this moment. Between its slot and this, n8n reads the credential, may log in or stand
	 * still for a garbage collection. Reported again where n8n sends the request once more with a new token.
	 */
	readonly departed: () => void;
	/** Truecaller answered the request with 429. */
	readonly refused: () => void;
	/** Truecaller answered the request with something else. */
	readonly taken: () => void;
};

/** Gives out slots in the order they are asked for, as the pace allows. */
export type RateLimiter = {
	/**
	 * Resolves with the next free slot, or with undefined when the caller's sleep was cut short. A request that was
	 * turned away with 429 (`isRepeat`) goes before all that were never sent: its time limit already runs.
	 */
	readonly nextSlot: (sleep: Sleep, isRepeat?: boolean) => Promise<Slot | undefined>;
};

/** What slots are taken from: the window of one token, or those of several. */
export type SlotSource = {
	/** Milliseconds until the next slot is free; 0 means now. */
	readonly waitMs: () => number;
	readonly take: () => Slot;
};

/** The clock only goes forwards: one that is set back would hold everything up. */
export const elapsedMs = () => performance.now();

/** Takes a slot of a pace. `settle` is told what became of the request, with the time from which it counts. */
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

export const createLimiterOf = ({ waitMs: wait, take }: SlotSource): RateLimiter => {
	const line = createLine();
	/** Returns undefined for a sleep that was cut short, and false where a repeat goes first. */
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

export const createRateLimiter = (pace: Pace, now: () => number = elapsedMs): RateLimiter =>
	createLimiterOf({
		waitMs: () => waitMs(pace, now()),
		take: () => ({ lane: 0, ...takeSlotOf(pace, now) }),
	});

const PACES = {
	realTime: () => createPace(LIMITS.realTimeCallsPerWindow, LIMITS.realTimeWindowMs),
	batch: () => createPace(LIMITS.batchCallsPerWindow, LIMITS.batchWindowMs),
} as const;

/** The limits that requests count against. */
export type PaceName = keyof typeof PACES;
export const PACE_NAMES: readonly PaceName[] = ['realTime', 'batch'];

const paces = new Map<string, Pace>();
const rateLimiters = new Map<string, RateLimiter>();

/** Returns the window that everything in this process shares for one account, one limit and one of its tokens. */
export const paceOf = (account: string, name: PaceName, lane: number): Pace => {
	const key = `${name} ${lane} ${account}`;
	const pace = paces.get(key) ?? PACES[name]();
	paces.set(key, pace);
	return pace;
};

/** Returns the rate limiter that everything in this process shares for one account and one pace. */
export const rateLimiterOf = (account: string, name: PaceName): RateLimiter => {
	const key = `${name} ${account}`;
	const rateLimiter = rateLimiters.get(key) ?? createRateLimiter(paceOf(account, name, 0));
	rateLimiters.set(key, rateLimiter);
	return rateLimiter;
};
