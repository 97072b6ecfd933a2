/** A clock that moves on only when all who could do something now have done so and the rest sleeps. */
export type VirtualClock = {
	readonly now: () => number;
	readonly sleep: (ms: number) => Promise<boolean>;
	readonly sleepUntil: (atMs: number) => Promise<void>;
	/** Moves the clock on, again and again, until nobody sleeps any more. */
	readonly run: () => Promise<void>;
};

/** How often those who are awake are asked before the clock moves on: more often than any step of theirs waits. */
const TICKS = 12;

/** @param lateMs how late each timer goes off */
export const createVirtualClock = (lateMs: () => number = () => 0): VirtualClock => {
	let nowMs = 0;
	const sleepers: Array<{ readonly atMs: number; readonly wake: () => void }> = [];
	const sleepUntil = async (atMs: number): Promise<void> =>
		await new Promise<void>((wake) => {
			const behind = sleepers.findIndex((other) => other.atMs > atMs);
			sleepers.splice(behind < 0 ? sleepers.length : behind, 0, { atMs, wake });
		});
	const sleep = async (ms: number): Promise<boolean> => {
		await sleepUntil(nowMs + ms + lateMs());
		return true;
	};
	const run = async (): Promise<void> => {
		for (;;) {
			for (let tick = 0; tick < TICKS; tick++) await Promise.resolve();
			const next = sleepers.shift();
			if (!next) return;
			nowMs = Math.max(nowMs, next.atMs);
			next.wake();
		}
	};
	return { now: () => nowMs, sleep, sleepUntil, run };
};
