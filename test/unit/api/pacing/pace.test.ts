import {
	createPace,
	noteDeparture,
	slowDown,
	takeSlot,
	waitMs,
} from '../../../../nodes/Truecaller/api/pacing/pace';
import type { Pace } from '../../../../nodes/Truecaller/api/pacing/pace';
import { createRandom } from '../../../support/random';
import { mostInAnyWindow } from '../../../support/windows';

const LIMIT = 100;
const WINDOW_MS = 1_000;
/** Our own window: 33 ms longer. */
const OURS_MS = 1_033;

/** How many calls start in the window that begins now, when any number of them is waiting. */
const startsInWindow = (pace: Pace, fromMs: number): number => {
	let count = 0;
	for (
		let nowMs = fromMs + waitMs(pace, fromMs);
		nowMs < fromMs + OURS_MS;
		nowMs += waitMs(pace, nowMs)
	) {
		takeSlot(pace, nowMs);
		count++;
	}
	return count;
};

/** When calls that arrive at these times start, first come first served, with timers that run this late. */
const startsOf = (pace: Pace, arrivals: readonly number[], lateMs = 0): number[] => {
	let nowMs = 0;
	return arrivals.map((arrivesAtMs) => {
		nowMs = Math.max(nowMs, arrivesAtMs);
		for (let ms = waitMs(pace, nowMs); ms > 0; ms = waitMs(pace, nowMs)) nowMs += ms + lateMs;
		takeSlot(pace, nowMs);
		return nowMs;
	});
};

describe('the pace', () => {
	it.each([0, 1, LIMIT - 1, LIMIT])(
		'lets %i calls start at once when nothing was sent before',
		(count) => {
			const pace = createPace(LIMIT, WINDOW_MS);
			expect(
				startsOf(
					pace,
					Array.from({ length: count }, () => 5),
				),
			).toEqual(Array.from({ length: count }, () => 5));
		},
	);

	it('keeps the next one waiting until the first has left the window', () => {
		const pace = createPace(LIMIT, WINDOW_MS);
		startsOf(
			pace,
			Array.from({ length: LIMIT }, () => 5),
		);
		expect(waitMs(pace, 5)).toBeCloseTo(OURS_MS);
		expect(waitMs(pace, 5 + OURS_MS - 1)).toBeCloseTo(1);
		expect(waitMs(pace, 5 + OURS_MS)).toBeCloseTo(0);
	});

	it('lets no second burst follow a full window, because it could overtake the first on its way', () => {
		const starts = startsOf(
			createPace(LIMIT, WINDOW_MS),
			Array.from({ length: 2 * LIMIT }, () => 0),
		).slice(LIMIT);
		expect(starts[0]).toBeCloseTo(OURS_MS);
		expect(mostInAnyWindow(starts, WINDOW_MS / 4)).toBeLessThanOrEqual(LIMIT / 2);
	});

	it('allows a burst again once it was quiet for a while', () => {
		const pace = createPace(LIMIT, WINDOW_MS);
		startsOf(
			pace,
			Array.from({ length: LIMIT }, () => 0),
		);
		expect(
			startsOf(
				pace,
				Array.from({ length: LIMIT }, () => 2 * OURS_MS),
			),
		).toEqual(Array.from({ length: LIMIT }, () => 2 * OURS_MS));
	});

	it.each([1, 2, 3])(
		'never starts more than the limit in any window of the service, however calls arrive (%i)',
		(seed) => {
			const random = createRandom(seed);
			const arrivals: number[] = [];
			for (
				let atMs = 0;
				arrivals.length < 3_000;
				atMs += random() < 0.9 ? random() * 20 : random() * 3_000
			) {
				const burst = random() < 0.1 ? Math.ceil(random() * 250) : 1;
				arrivals.push(...Array.from({ length: burst }, () => atMs));
			}
			const starts = startsOf(createPace(LIMIT, WINDOW_MS), arrivals);
			expect(mostInAnyWindow(starts, WINDOW_MS)).toBe(LIMIT);
		},
	);

	it.each([0, 1, 2])(
		'wastes less than four per cent of what the service lets through, with timers that run %i ms late',
		(lateMs) => {
			const starts = startsOf(
				createPace(LIMIT, WINDOW_MS),
				Array.from({ length: 20_000 }, () => 0),
				lateMs,
			);
			const idealMs = (20_000 / LIMIT - 1) * WINDOW_MS;
			expect(starts.at(-1)).toBeGreaterThan(idealMs);
			expect(starts.at(-1)).toBeLessThan(idealMs * 1.04);
			expect(mostInAnyWindow(starts.slice(0, 2_000), WINDOW_MS)).toBe(LIMIT);
		},
	);
});

describe('a call that sets out later than its turn', () => {
	const startsFrom = (...starts: number[]) => {
		const pace = createPace(LIMIT, WINDOW_MS);
		for (const at of starts) takeSlot(pace, at);
		return pace;
	};

	it('counts from then, and no longer from its turn', () => {
		const pace = startsFrom(900, 950, 1_000);
		noteDeparture(pace, 950, 1_080);
		expect(pace.starts).toEqual([900, 1_000, 1_080]);
	});

	it('is one of no more than the limit', () => {
		const pace = createPace(2, WINDOW_MS);
		for (const at of [1, 2, 3]) takeSlot(pace, at);
		noteDeparture(pace, 1, 4);
		expect(pace.starts).toEqual([3, 4]);
	});
});

describe('the pace after Truecaller asked for fewer calls', () => {
	const slowed = ({
		sent,
		refused,
		atMs = sent,
	}: {
		sent: number;
		refused: number;
		atMs?: number;
	}) => {
		const pace = createPace(LIMIT, WINDOW_MS);
		for (let startMs = 0; startMs < sent; startMs++) takeSlot(pace, startMs);
		for (let nth = 0; nth < refused; nth++) slowDown(pace, 0, atMs);
		return pace;
	};

	it('is two calls less for each that was turned away, and wins back a twentieth in every quiet window', () => {
		const pace = slowed({ sent: LIMIT, refused: 5 });
		const counts = [1, 2, 3, 4].map((window) => startsInWindow(pace, LIMIT + window * OURS_MS));
		expect(counts).toEqual([90 + 5, LIMIT, LIMIT, LIMIT]);
	});

	it('is half of what it was at the least, however many of a burst were turned away', () => {
		const pace = slowed({ sent: LIMIT, refused: 60 });
		const counts = Array.from({ length: 12 }, (_, index) =>
			startsInWindow(pace, LIMIT + (index + 1) * OURS_MS),
		);
		expect(counts).toEqual([55, 60, 65, 70, 75, 80, 85, 90, 95, 100, 100, 100]);
	});

	it('goes by what was sent, where that was less than the limit', () => {
		expect(startsInWindow(slowed({ sent: 60, refused: 3 }), 60 + OURS_MS)).toBe(54 + 5);
	});

	it('takes the limit for what was sent, where an answer came so late that nothing was sent since', () => {
		expect(startsInWindow(slowed({ sent: 60, refused: 3, atMs: 5_000 }), 5_000)).toBe(94);
	});

	it('is never less than a tenth of the limit, because others may use up the rest only for a moment', () => {
		expect(1 + startsInWindow(slowed({ sent: 1, refused: 1, atMs: 0 }), 0)).toBe(10);
	});

	it('does not slow down again for calls that left before it slowed down', () => {
		const pace = slowed({ sent: LIMIT, refused: 5 });
		slowDown(pace, LIMIT - 1, LIMIT + OURS_MS);
		expect(startsInWindow(pace, LIMIT + OURS_MS)).toBe(90 + 5);
	});

	it('slows down again in a later window, from where it had come to, and never falls below one call', () => {
		const pace = slowed({ sent: LIMIT, refused: 60 });
		slowDown(pace, LIMIT + 1, LIMIT + OURS_MS);
		expect(startsInWindow(pace, LIMIT + OURS_MS)).toBe(55 - 2);
		const slow = createPace(4, WINDOW_MS);
		for (let window = 1; window <= 10; window++) slowDown(slow, window * OURS_MS, window * OURS_MS);
		expect(startsInWindow(slow, 10 * OURS_MS)).toBe(1);
		const single = createPace(1, WINDOW_MS);
		slowDown(single, 0, 0);
		expect(startsOf(single, [0, 0])).toEqual([0, OURS_MS]);
	});
});
