import fc from 'fast-check';

import { createPace } from '../../../../nodes/Truecaller/api/pacing/pace';
import { createRateLimiter } from '../../../../nodes/Truecaller/api/pacing/rateLimiter';
import { createVirtualClock } from '../../../support/virtualClock';
import { mostInAnyWindow } from '../../../support/windows';

const LIMIT = 3;
const WINDOW_MS = 1_000;
/** A caller that was next when a repeat came may be about to take its slot. */
const MOMENT_MS = 2;

type Wish = { readonly atMs: number; readonly isRepeat: boolean };
type Served = Wish & { readonly servedMs: number };

/** Serves all wishes for a slot, each asked for at its time; in the order in which they were served. */
const serve = async (wishes: readonly Wish[]): Promise<Served[]> => {
	const clock = createVirtualClock();
	const rateLimiter = createRateLimiter(createPace(LIMIT, WINDOW_MS), clock.now);
	const served: Served[] = [];
	const work = wishes.map(async (wish) => {
		await clock.sleepUntil(wish.atMs);
		await rateLimiter.nextSlot(clock.sleep, wish.isRepeat);
		served.push({ ...wish, servedMs: clock.now() });
	});
	await clock.run();
	await Promise.all(work);
	return served;
};

const wishes = fc.array(
	fc.record({ atMs: fc.integer({ min: 0, max: 4_000 }), isRepeat: fc.boolean() }),
	{ maxLength: 40 },
);

describe('a request that was turned away with 429', () => {
	it('gets the next free slot, before all that were never sent', async () => {
		await fc.assert(
			fc.asyncProperty(wishes, async (asked) => {
				const served = await serve(asked);
				expect(served).toHaveLength(asked.length);
				for (const [place, first] of served.entries()) {
					if (first.isRepeat) continue;
					const overtaken = served
						.slice(place + 1)
						.filter(({ isRepeat, atMs }) => isRepeat && atMs + MOMENT_MS < first.servedMs);
					expect(overtaken).toEqual([]);
				}
			}),
		);
	});

	it('waits only for those that were turned away before it, and the rate limit holds', async () => {
		await fc.assert(
			fc.asyncProperty(wishes, async (asked) => {
				const served = await serve(asked);
				for (const kind of [true, false]) {
					const times = served.filter(({ isRepeat }) => isRepeat === kind).map(({ atMs }) => atMs);
					expect(times).toEqual([...times].sort((one, other) => one - other));
				}
				const starts = served.map(({ servedMs }) => servedMs);
				expect(mostInAnyWindow(starts, WINDOW_MS)).toBeLessThanOrEqual(LIMIT);
			}),
		);
	});
});
