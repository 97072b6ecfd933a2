import {
	createRateLimiter,
	rateLimiterOf,
} from '../../../../nodes/Truecaller/api/pacing/rateLimiter';
import type { Sleep } from '../../../../nodes/Truecaller/api/pacing/rateLimiter';
import { createPace } from '../../../../nodes/Truecaller/api/pacing/pace';
import { mostInAnyWindow } from '../../../support/windows';

const WINDOW_MS = 1_000;
/** Our own window: 33 ms longer. */
const OURS_MS = 1_033;

/** A gate on a clock that moves only while somebody sleeps. */
const createStage = (limit = 2) => {
	let nowMs = 0;
	const gate = createRateLimiter(createPace(limit, WINDOW_MS), () => nowMs);
	const sleep: Sleep = async (ms) => {
		// Lets earlier requests notice their slot before the clock moves.
		for (let step = 0; step < 20; step++) await Promise.resolve();
		nowMs += ms;
		return true;
	};
	return { gate, sleep, now: () => nowMs };
};

describe('the rate limiter', () => {
	it('lets calls through first come first served, each not before its time', async () => {
		const { gate, sleep, now } = createStage();
		const callers: number[] = [];
		const times: number[] = [];
		const turns = [0, 1, 2, 3, 4].map(async (caller) => {
			expect(await gate.nextSlot(sleep)).toBeDefined();
			callers.push(caller);
			times.push(now());
		});
		await Promise.all(turns);
		expect(callers).toEqual([0, 1, 2, 3, 4]);
		expect(mostInAnyWindow(times, WINDOW_MS)).toBe(2);
		expect(times.at(-1)).toBeLessThan(2 * OURS_MS + 10);
	});

	it('gives the turn of a caller who stopped waiting to the one behind, at once', async () => {
		const { gate, sleep, now } = createStage();
		const cutShort: Sleep = async () => false;
		const turns = await Promise.all([
			gate.nextSlot(sleep),
			gate.nextSlot(cutShort),
			gate.nextSlot(sleep),
			gate.nextSlot(cutShort),
			gate.nextSlot(sleep),
		]);
		expect(turns.map(Boolean)).toEqual([true, false, true, false, true]);
		expect(now()).toBeGreaterThanOrEqual(OURS_MS);
		expect(now()).toBeLessThan(OURS_MS + 10);
	});

	it('lets the others pass when the sleep of one breaks', async () => {
		const { gate, sleep } = createStage();
		const broken: Sleep = async () => {
			throw new Error('broken');
		};
		const turns = await Promise.allSettled([gate.nextSlot(broken), gate.nextSlot(sleep)]);
		expect(turns.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
	});

	it('keeps those who wait already to the slower pace', async () => {
		const { gate, sleep, now } = createStage(20);
		const times: number[] = [];
		const turns = Array.from({ length: 40 }, async () => {
			const turn = await gate.nextSlot(sleep);
			times.push(now());
			if (times.length === 20) for (let nth = 0; nth < 5; nth++) turn?.refused();
		});
		await Promise.all(turns);
		const [firstBehind = NaN] = times.slice(20);
		expect(times.slice(20).filter((at) => at < firstBehind + OURS_MS)).toHaveLength(11);
	});

	it('keeps a call a window behind the one before it, however late that one travelled', async () => {
		const { gate, sleep, now } = createStage(1);
		const turn = await gate.nextSlot(sleep);
		await sleep(400);
		turn?.departed();
		await gate.nextSlot(sleep);
		expect(now()).toBeGreaterThanOrEqual(400 + OURS_MS);
	});

	it('counts a call that n8n sends once more', async () => {
		const { gate, sleep, now } = createStage(2);
		const turn = await gate.nextSlot(sleep);
		turn?.departed();
		turn?.departed();
		await gate.nextSlot(sleep);
		expect(now()).toBeGreaterThanOrEqual(OURS_MS);
	});

	it('is one for all calls of an account, and another for another account or another kind of call', () => {
		expect(rateLimiterOf('a', 'realTime')).toBe(rateLimiterOf('a', 'realTime'));
		expect(rateLimiterOf('a', 'realTime')).not.toBe(rateLimiterOf('b', 'realTime'));
		expect(rateLimiterOf('a', 'realTime')).not.toBe(rateLimiterOf('a', 'batch'));
	});
});
