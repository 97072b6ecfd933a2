import fc from 'fast-check';

import { createRateLimiter } from '../../../../nodes/Truecaller/api/pacing/rateLimiter';
import { createPace } from '../../../../nodes/Truecaller/api/pacing/pace';
import { createVirtualClock } from '../../../support/virtualClock';
import { mostInAnyWindow } from '../../../support/windows';

/** When calls that arrive at these times start. After so many starts the call that has just started is refused. */
const run = async (
	limit: number,
	windowMs: number,
	arrivals: readonly number[],
	lateness: readonly number[],
	refusedAfter: ReadonlySet<number> = new Set(),
) => {
	let timer = 0;
	const clock = createVirtualClock(() => lateness[timer++ % lateness.length] ?? 0);
	const gate = createRateLimiter(createPace(limit, windowMs), clock.now);
	const starts: number[] = [];
	const calls = arrivals.map(async (atMs) => {
		await clock.sleepUntil(atMs);
		const turn = await gate.nextSlot(clock.sleep);
		starts.push(clock.now());
		if (refusedAfter.has(starts.length)) turn?.refused();
	});
	await clock.run();
	await Promise.all(calls);
	return starts;
};

/** How late timers run, again and again in this order; ms. */
const lateness = fc.array(
	fc.oneof(
		fc.constant(0),
		fc.double({ min: 0, max: 3, noNaN: true }),
		fc.integer({ min: 0, max: 60 }),
	),
	{ minLength: 1, maxLength: 12 },
);
/** Windows in which a call has at least 5 ms, as the service's two have (10 ms and a second). */
const window = fc
	.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 5, max: 400 }))
	.map(([limit, eachMs]) => ({ limit, windowMs: limit * eachMs }));

/** Calls that arrive alone, close together, in bursts and after silence, measured in windows. */
const arrivalsIn = ({ limit, windowMs }: { readonly limit: number; readonly windowMs: number }) =>
	fc
		.array(
			fc.tuple(
				fc.oneof(
					fc.constant(0),
					fc.double({ min: 0, max: 0.2, noNaN: true }),
					fc.double({ min: 0, max: 4, noNaN: true }),
				),
				fc.integer({ min: 1, max: Math.ceil(limit * 1.5) }),
			),
			{ minLength: 1, maxLength: 12 },
		)
		.map((groups) => {
			let atMs = 0;
			return groups.flatMap(([pause, count]) => {
				atMs += pause * windowMs;
				return Array.from({ length: count }, () => atMs);
			});
		});

const scene = window.chain((each) =>
	fc.record({
		limit: fc.constant(each.limit),
		windowMs: fc.constant(each.windowMs),
		arrivals: arrivalsIn(each),
		lateness,
	}),
);

it('However calls arrive and however late timers run, no window of the service sees more starts than it allows', async () => {
	await fc.assert(
		fc.asyncProperty(scene, async ({ limit, windowMs, arrivals, lateness: late }) => {
			const starts = await run(limit, windowMs, arrivals, late);
			expect(starts).toHaveLength(arrivals.length);
			expect(mostInAnyWindow(starts, windowMs)).toBeLessThanOrEqual(limit);
		}),
		{ numRuns: 100 },
	);
});

it('Nor does it when Truecaller asks for fewer calls now and then, and every call still gets its turn', async () => {
	await fc.assert(
		fc.asyncProperty(
			scene,
			fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 6 }),
			async ({ limit, windowMs, arrivals, lateness: late }, refused) => {
				const starts = await run(limit, windowMs, arrivals, late, new Set(refused));
				expect(starts).toHaveLength(arrivals.length);
				expect(mostInAnyWindow(starts, windowMs)).toBeLessThanOrEqual(limit);
			},
		),
		{ numRuns: 60 },
	);
});

it('No call starts before it came, and the first ones start at once', async () => {
	await fc.assert(
		fc.asyncProperty(scene, async ({ limit, windowMs, arrivals }) => {
			const starts = await run(limit, windowMs, arrivals, [0]);
			starts.forEach((at, index) => expect(at).toBeGreaterThanOrEqual(arrivals[index] ?? 0));
			const first = arrivals.filter((at) => at === arrivals[0]).slice(0, limit);
			// A millisecond between one and the next, so that each gets on its way.
			expect(starts[first.length - 1]).toBeLessThanOrEqual((arrivals[0] ?? 0) + 2 * first.length);
		}),
		{ numRuns: 60 },
	);
});

it('Calls that always wait waste less than 4 % of what the service lets through', async () => {
	// The service's own two windows, and timers as late as on a machine that has something else to do too.
	const services = fc.constantFrom(
		{ limit: 100, windowMs: 1_000 },
		{ limit: 60, windowMs: 60_000 },
	);
	const late = fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 1, maxLength: 8 });
	await fc.assert(
		fc.asyncProperty(
			services,
			late,
			fc.integer({ min: 10, max: 30 }),
			async ({ limit, windowMs }, lateMs, windows) => {
				const starts = await run(
					limit,
					windowMs,
					Array.from({ length: windows * limit }, () => 0),
					lateMs,
				);
				// Over the whole run, against an even pace without a pause …
				expect(starts.at(-1)).toBeLessThan(windows * windowMs * 1.04);
				// … and from any call of the settled pace to the last of its place in the window.
				for (let from = 2 * limit; from < 3 * limit; from++) {
					const [first, last] = [starts[from] ?? NaN, starts[from + (windows - 3) * limit] ?? NaN];
					expect((last - first) / ((windows - 3) * windowMs)).toBeLessThan(1.04);
				}
			},
		),
		{ numRuns: 12 },
	);
});
