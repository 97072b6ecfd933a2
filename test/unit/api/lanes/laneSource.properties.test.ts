import fc from 'fast-check';

import { createLaneSource } from '../../../../nodes/Truecaller/api/lanes/laneSource';
import { createPace } from '../../../../nodes/Truecaller/api/pacing/pace';
import { createLimiterOf } from '../../../../nodes/Truecaller/api/pacing/rateLimiter';
import { createVirtualClock } from '../../../support/virtualClock';
import { mostInAnyWindow } from '../../../support/windows';

const LIMIT = 4;
const WINDOW_MS = 1_000;
/** The window is a little longer than the service's, and each slot takes a millisecond. */
const SLACK_MS = WINDOW_MS * 0.2;

type Start = { readonly lane: number; readonly atMs: number; readonly arrivedMs: number };

/** When and on which lane each call starts. Lane k is open from `openMs[k - 1]` on. */
const run = async (openMs: readonly number[], arrivals: readonly number[]): Promise<Start[]> => {
	const clock = createVirtualClock();
	const paces = [0, ...openMs].map(() => createPace(LIMIT, WINDOW_MS));
	const isOpen = (lane: number) => (openMs[lane - 1] ?? Infinity) <= clock.now();
	const source = createLaneSource({ paces, isOpen, note: () => undefined }, clock.now);
	const limiter = createLimiterOf(source);
	const starts: Start[] = [];
	const calls = arrivals.map(async (arrivedMs) => {
		await clock.sleepUntil(arrivedMs);
		// Looks up now and then, as calls do while a lane may open.
		const slot = await limiter.nextSlot(async (ms) => await clock.sleep(Math.min(ms, 50)));
		starts.push({ lane: slot?.lane ?? -1, atMs: clock.now(), arrivedMs });
	});
	await clock.run();
	await Promise.all(calls);
	return starts;
};

const openings = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 7 });
const arrivals = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 90 });

describe('calls on several lanes', () => {
	it('are never more than the limit on any lane in any window, and each goes on a lane that is open', async () => {
		await fc.assert(
			fc.asyncProperty(openings, arrivals, async (openMs, arrived) => {
				const starts = await run(openMs, arrived);
				expect(starts).toHaveLength(arrived.length);
				for (const lane of [0, ...openMs].keys()) {
					const times = starts.filter((each) => each.lane === lane).map(({ atMs }) => atMs);
					expect(mostInAnyWindow(times, WINDOW_MS)).toBeLessThanOrEqual(LIMIT);
					if (lane > 0)
						expect(Math.min(...times, Infinity)).toBeGreaterThanOrEqual(openMs[lane - 1] ?? NaN);
				}
			}),
		);
	});

	it('leave no lane idle while a call waits', async () => {
		await fc.assert(
			fc.asyncProperty(openings, arrivals, async (openMs, arrived) => {
				const starts = await run(openMs, arrived);
				const waited = starts.filter(({ atMs, arrivedMs }) => atMs > arrivedMs + SLACK_MS);
				for (const { atMs, arrivedMs } of waited)
					for (const lane of [0, ...openMs].keys()) {
						// A call that waited from here to there found this lane full all the while.
						const fromMs = Math.max(arrivedMs, lane > 0 ? (openMs[lane - 1] ?? Infinity) : 0);
						if (fromMs + SLACK_MS >= atMs) continue;
						const recent = starts.filter(
							(each) =>
								each.lane === lane && each.atMs > atMs - WINDOW_MS - SLACK_MS && each.atMs <= atMs,
						);
						expect(recent.length).toBeGreaterThanOrEqual(LIMIT);
					}
			}),
		);
	});

	it('use one token while one is enough', async () => {
		const starts = await run([0, 0, 0], [0, 300, 600, 900, 1_300, 1_600, 1_900]);
		expect(starts.map(({ lane }) => lane)).toEqual(Array(7).fill(0));
	});
});
