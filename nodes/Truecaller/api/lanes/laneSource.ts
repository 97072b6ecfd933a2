import { waitMs } from '../pacing/pace';
import type { Pace } from '../pacing/pace';
import { takeSlotOf } from '../pacing/rateLimiter';
import type { SlotSource } from '../pacing/rateLimiter';
import type { Settled } from './laneAccount';

/** The rate-limit windows of several tokens, and when each may be used. */
export type LaneWindows = {
	readonly paces: readonly Pace[];
	/** Returns true if the token of a lane may be used now. Lane 0 is always open. */
	readonly isOpen: (lane: number) => boolean;
	/** Called with the result of each request. */
	readonly note: (settled: Settled) => void;
};

/**
 * Takes slots from the lane that is free first. Of several free lanes it takes the first, so that
 * few requests use few tokens.
 */
export const createLaneSource = (
	{ paces, isOpen, note }: LaneWindows,
	now: () => number,
): SlotSource => {
	const findFree = () => {
		let found = { lane: 0, pace: paces[0], waitMs: Infinity };
		for (const [lane, pace] of paces.entries()) {
			const wait = lane === 0 || isOpen(lane) ? waitMs(pace, now()) : Infinity;
			if (wait < found.waitMs) found = { lane, pace, waitMs: wait };
			if (wait === 0) break;
		}
		return found;
	};
	return {
		waitMs: () => findFree().waitMs,
		take: () => {
			const { lane, pace } = findFree();
			if (!pace) throw new Error('There is no lane');
			const settle = (startMs: number, isRefused: boolean) => note({ lane, startMs, isRefused });
			return { lane, ...takeSlotOf(pace, now, settle) };
		},
	};
};
