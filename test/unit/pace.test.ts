import { createGate, createPace, gateOf, setOut, slowDown, takeTurn, waitMs } from '../../nodes/Truecaller/api/pace';
import type { Pace, Sleep } from '../../nodes/Truecaller/api/pace';
import { createRandom } from '../support/random';

const LIMIT = 100;
const WINDOW_MS = 1_000;
/** Our own window: three per cent longer. */
const OURS_MS = 1_030;
/** A burst may have been slow to leave, so the first call behind one waits a little longer. */
const AFTER_BURST_MS = OURS_MS + 100;

/** How many calls start in the window that begins now, when any number of them is waiting. */
const startsInWindow = (pace: Pace, fromMs: number): number => {
	let count = 0;
	for (let nowMs = fromMs + waitMs(pace, fromMs); nowMs < fromMs + OURS_MS; nowMs += waitMs(pace, nowMs)) {
		takeTurn(pace, nowMs);
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
		takeTurn(pace, nowMs);
		return nowMs;
	});
};

const mostInAnyWindow = (starts: readonly number[], windowMs: number): number =>
	Math.max(...starts.map((from) => starts.filter((at) => at >= from && at < from + windowMs).length));

describe('the pace', () => {
	it.each([0, 1, LIMIT - 1, LIMIT])('lets %i calls start at once when nothing was sent before', (count) => {
		const pace = createPace(LIMIT, WINDOW_MS);
		expect(startsOf(pace, Array.from({ length: count }, () => 5))).toEqual(Array.from({ length: count }, () => 5));
	});

	it('keeps the next one waiting until the first has left the window', () => {
		const pace = createPace(LIMIT, WINDOW_MS);
		startsOf(pace, Array.from({ length: LIMIT }, () => 5));
		expect(waitMs(pace, 5)).toBeCloseTo(AFTER_BURST_MS);
		expect(waitMs(pace, 5 + AFTER_BURST_MS - 1)).toBeCloseTo(1);
		expect(waitMs(pace, 5 + AFTER_BURST_MS)).toBeCloseTo(0);
	});

	it('lets no second burst follow a full window, because it could overtake the first on its way', () => {
		const starts = startsOf(createPace(LIMIT, WINDOW_MS), Array.from({ length: 2 * LIMIT }, () => 0)).slice(LIMIT);
		expect(starts[0]).toBeCloseTo(AFTER_BURST_MS);
		expect(mostInAnyWindow(starts, WINDOW_MS / 4)).toBeLessThanOrEqual(LIMIT / 2);
	});

	it('makes only the first call behind a burst wait longer, and those behind spaced calls not at all', () => {
		const starts = startsOf(createPace(LIMIT, WINDOW_MS), Array.from({ length: 5 * LIMIT }, () => 0));
		for (const index of [2, 3, 4]) expect((starts[index * LIMIT] ?? NaN) - (starts[(index - 1) * LIMIT] ?? NaN)).toBeCloseTo(OURS_MS);
	});

	it('allows a burst again once it was quiet for a while', () => {
		const pace = createPace(LIMIT, WINDOW_MS);
		startsOf(pace, Array.from({ length: LIMIT }, () => 0));
		expect(startsOf(pace, Array.from({ length: LIMIT }, () => 2 * OURS_MS))).toEqual(Array.from({ length: LIMIT }, () => 2 * OURS_MS));
	});

	it.each([1, 2, 3])('never starts more than the limit in any window of the service, however calls arrive (%i)', (seed) => {
		const random = createRandom(seed);
		const arrivals: number[] = [];
		for (let atMs = 0; arrivals.length < 3_000; atMs += random() < 0.9 ? random() * 20 : random() * 3_000) {
			const burst = random() < 0.1 ? Math.ceil(random() * 250) : 1;
			arrivals.push(...Array.from({ length: burst }, () => atMs));
		}
		const starts = startsOf(createPace(LIMIT, WINDOW_MS), arrivals);
		expect(mostInAnyWindow(starts, WINDOW_MS)).toBe(LIMIT);
	});

	it.each([0, 1, 2])('wastes less than four per cent of what the service lets through, with timers that run %i ms late', (lateMs) => {
		const starts = startsOf(createPace(LIMIT, WINDOW_MS), Array.from({ length: 20_000 }, () => 0), lateMs);
		const idealMs = (20_000 / LIMIT - 1) * WINDOW_MS;
		expect(starts.at(-1)).toBeGreaterThan(idealMs);
		expect(starts.at(-1)).toBeLessThan(idealMs * 1.04);
		expect(mostInAnyWindow(starts.slice(0, 2_000), WINDOW_MS)).toBe(LIMIT);
	});
});

describe('a call that sets out later than its turn', () => {
	const startsFrom = (...starts: number[]) => {
		const pace = createPace(LIMIT, WINDOW_MS);
		for (const at of starts) takeTurn(pace, at);
		return pace;
	};

	it('counts from then, and no longer from its turn', () => {
		const pace = startsFrom(900, 950, 1_000);
		setOut(pace, 950, 1_080);
		expect(pace.starts).toEqual([900, 1_000, 1_080]);
	});

	it('counts once more when it travels once more', () => {
		const pace = startsFrom(900, 1_000);
		setOut(pace, NaN, 1_080);
		expect(pace.starts).toEqual([900, 1_000, 1_080]);
	});

	it('is one of no more than the limit', () => {
		const pace = createPace(2, WINDOW_MS);
		for (const at of [1, 2, 3]) setOut(pace, NaN, at);
		expect(pace.starts).toEqual([2, 3]);
	});
});

describe('the pace after Truecaller asked for fewer calls', () => {
	it('is halved once, however many of a burst were turned away, and recovers by a tenth in every quiet window', () => {
		const pace = createPace(LIMIT, WINDOW_MS);
		expect(startsInWindow(pace, 0)).toBe(LIMIT);
		for (let turnedAway = 0; turnedAway < 30; turnedAway++) slowDown(pace, turnedAway);
		const counts = [1, 2, 3, 4, 5, 6, 7].map((window) => startsInWindow(pace, window * OURS_MS));
		expect(counts).toEqual([60, 70, 80, 90, 100, 100, 100]);
	});

	it('is half of what it was for the rest of the window', () => {
		const pace = createPace(LIMIT, WINDOW_MS);
		slowDown(pace, 0);
		expect(startsInWindow(pace, 0)).toBe(50);
	});

	it('is half of what was let through, where that was less, and a tenth more after a quiet window', () => {
		const pace = createPace(LIMIT, WINDOW_MS);
		startsOf(pace, Array.from({ length: 60 }, () => 0));
		slowDown(pace, 1);
		expect(startsInWindow(pace, OURS_MS)).toBe(30 + 10);
	});

	it('is never less than a tenth of the limit, because others may use up the rest only for a moment', () => {
		const pace = createPace(LIMIT, WINDOW_MS);
		takeTurn(pace, 0);
		slowDown(pace, 0);
		expect(1 + startsInWindow(pace, 5)).toBe(10);
	});

	it('is halved again in a later window, from where it had come to, and never falls below one call', () => {
		const pace = createPace(LIMIT, WINDOW_MS);
		slowDown(pace, 0);
		slowDown(pace, OURS_MS);
		expect(startsInWindow(pace, OURS_MS)).toBe(30);
		const slow = createPace(4, WINDOW_MS);
		for (let window = 1; window <= 10; window++) slowDown(slow, window * OURS_MS);
		expect(startsInWindow(slow, 10 * OURS_MS)).toBe(1);
		const single = createPace(1, WINDOW_MS);
		slowDown(single, 0);
		expect(startsOf(single, [0, 0])).toEqual([0, OURS_MS]);
	});
});

/** A gate on a clock that moves only while somebody sleeps. */
const createStage = (limit = 2) => {
	let nowMs = 0;
	const gate = createGate(createPace(limit, WINDOW_MS), () => nowMs);
	const sleep: Sleep = async (ms) => {
		// Whoever had a turn before gets to notice it before the clock moves.
		for (let step = 0; step < 20; step++) await Promise.resolve();
		nowMs += ms;
		return true;
	};
	return { gate, sleep, now: () => nowMs };
};

describe('the gate', () => {
	it('lets calls through first come first served, each not before its time', async () => {
		const { gate, sleep, now } = createStage();
		const callers: number[] = [];
		const times: number[] = [];
		const turns = [0, 1, 2, 3, 4].map(async (caller) => {
			expect(await gate.turn(sleep)).toBeDefined();
			callers.push(caller);
			times.push(now());
		});
		await Promise.all(turns);
		expect(callers).toEqual([0, 1, 2, 3, 4]);
		expect(mostInAnyWindow(times, WINDOW_MS)).toBe(2);
		expect(times.at(-1)).toBeLessThan(OURS_MS + AFTER_BURST_MS + 10);
	});

	it('gives the turn of a caller who stopped waiting to the one behind, at once', async () => {
		const { gate, sleep, now } = createStage();
		const cutShort: Sleep = async () => false;
		const turns = await Promise.all([gate.turn(sleep), gate.turn(cutShort), gate.turn(sleep), gate.turn(cutShort), gate.turn(sleep)]);
		expect(turns.map(Boolean)).toEqual([true, false, true, false, true]);
		expect(now()).toBeGreaterThanOrEqual(OURS_MS);
		expect(now()).toBeLessThan(AFTER_BURST_MS + 10);
	});

	it('lets the others pass when the sleep of one breaks', async () => {
		const { gate, sleep } = createStage();
		const broken: Sleep = async () => {
			throw new Error('broken');
		};
		const turns = await Promise.allSettled([gate.turn(broken), gate.turn(sleep)]);
		expect(turns.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
	});

	it('keeps those who wait already to the slower pace', async () => {
		const { gate, sleep, now } = createStage(20);
		const times: number[] = [];
		const turns = Array.from({ length: 40 }, async (_, caller) => {
			await gate.turn(sleep);
			times.push(now());
			if (caller === 19) gate.slowDown();
		});
		await Promise.all(turns);
		const [firstBehind = NaN] = times.slice(20);
		expect(times.slice(20).filter((at) => at < firstBehind + OURS_MS)).toHaveLength(12);
	});

	it('keeps a call a window behind the one before it, however late that one travelled', async () => {
		const { gate, sleep, now } = createStage(1);
		const leave = await gate.turn(sleep);
		await sleep(400);
		leave?.();
		await gate.turn(sleep);
		expect(now()).toBeGreaterThanOrEqual(400 + OURS_MS);
	});

	it('counts a call that n8n sends once more', async () => {
		const { gate, sleep, now } = createStage(2);
		const leave = await gate.turn(sleep);
		leave?.();
		leave?.();
		await gate.turn(sleep);
		expect(now()).toBeGreaterThanOrEqual(OURS_MS);
	});

	it('is one for all calls of an account, and another for another account or another kind of call', () => {
		expect(gateOf('a', 'realTime')).toBe(gateOf('a', 'realTime'));
		expect(gateOf('a', 'realTime')).not.toBe(gateOf('b', 'realTime'));
		expect(gateOf('a', 'realTime')).not.toBe(gateOf('a', 'batch'));
	});
});
