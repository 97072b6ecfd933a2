import { LIMITS } from '../facts/limits';
import { createPace, noteDeparture, slowDown, takeSlot, waitMs } from './pace';
import type { Pace } from './pace';

/** Lets a call get on its way before the next one starts, so that it starts and arrives in the same window. */
const BREATH_MS = 1;

/** Sleeps, and answers whether the time passed in full: false when it was cut short. */
export type Sleep = (ms: number) => Promise<boolean>;

/** What a call that has its turn lets the gate know. */
export type Slot = {
	/**
	 * It travels at this moment. Between the turn and this n8n reads the credential, may log in or stand still
	 * for a garbage collection. Said again by a call that n8n sends once more with a new token.
	 */
	readonly departed: () => void;
	/** Truecaller answered it with 429. */
	readonly refused: () => void;
};

/** Lets calls through one after another, first come first served, as the pace allows. */
export type RateLimiter = {
	/** Resolves when it is the caller's turn, or with undefined when its sleep was cut short. */
	readonly nextSlot: (sleep: Sleep) => Promise<Slot | undefined>;
};

/** The clock only goes forwards: one that is set back would hold everything up. */
const elapsedMs = () => performance.now();

const takeSlotAt = (pace: Pace, turnMs: number, now: () => number): Slot => {
	let leftMs: number | undefined;
	takeSlot(pace, turnMs);
	return {
		departed: () => {
			const isAgain = leftMs !== undefined;
			leftMs = now();
			if (isAgain) takeSlot(pace, leftMs);
			else noteDeparture(pace, turnMs, leftMs);
		},
		refused: () => slowDown(pace, leftMs ?? turnMs, now()),
	};
};

export const createRateLimiter = (pace: Pace, now: () => number = elapsedMs): RateLimiter => {
	let last: Promise<unknown> = Promise.resolve();
	const waitForSlot = async (sleep: Sleep): Promise<Slot | undefined> => {
		do {
			if (!(await sleep(Math.max(BREATH_MS, waitMs(pace, now()))))) return undefined;
		} while (waitMs(pace, now()) > 0);
		return takeSlotAt(pace, now(), now);
	};
	return {
		nextSlot: async (sleep) => {
			const mine = last.then(async () => await waitForSlot(sleep));
			// Whatever becomes of this caller, those behind it get their turn.
			last = mine.catch(() => undefined);
			return await mine;
		},
	};
};

const PACES = {
	realTime: () => createPace(LIMITS.realTimeCallsPerWindow, LIMITS.realTimeWindowMs),
	batch: () => createPace(LIMITS.batchCallsPerWindow, LIMITS.batchWindowMs),
} as const;

const rateLimiters = new Map<string, RateLimiter>();

/** The gate that everything in this process shares for one account and one pace. */
export const rateLimiterOf = (account: string, name: keyof typeof PACES): RateLimiter => {
	const key = `${name} ${account}`;
	const gate = rateLimiters.get(key) ?? createRateLimiter(PACES[name]());
	rateLimiters.set(key, gate);
	return gate;
};
