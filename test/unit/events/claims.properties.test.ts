import fc from 'fast-check';

import { LIMITS } from '../../../nodes/Truecaller/api/facts/limits';
import { createClaims } from '../../../nodes/Truecaller/events/duplicates/claims';
import { claimDelivery } from '../../../nodes/Truecaller/events/duplicates/claimDelivery';
import type { DeliveryClaim } from '../../../nodes/Truecaller/events/duplicates/claimDelivery';

/** How n8n answers a delivery that starts an execution. `late…`: the sender has hung up by then. */
type End = 200 | 500 | 'late200' | 'late500';
const end: fc.Arbitrary<End> = fc.constantFrom<End>(200, 200, 500, 'late200', 'late500');
const isStored = (how: End) => how === 200 || how === 'late200';

/** The response to one delivery, as Node's ServerResponse shows it. */
const createResponse = () => {
	const listeners: Array<() => void> = [];
	const response = {
		statusCode: 200,
		writableEnded: false,
		closed: false,
		once: (_event: 'close', listener: () => void) => void listeners.push(listener),
	};
	const close = () => {
		if (response.closed) return;
		response.closed = true;
		for (const listener of listeners) listener();
	};
	const answer = (how: End) => {
		response.statusCode = isStored(how) ? 200 : 500;
		response.writableEnded = true;
		close();
	};
	return { response, answer, close };
};

/** One n8n process: what it started for each event, and the order in which everything happens, which fast-check chooses. */
const setUp = (s: fc.Scheduler) => {
	let nowMs = 0;
	const claims = createClaims(() => nowMs);
	const started: string[] = [];
	const stored: string[] = [];
	let wrong = 0;
	const sleep = async (ms: number) => {
		await s.schedule(Promise.resolve(), 'a repeat waits');
		nowMs += ms;
	};

	/** One delivery from its arrival to its answer; true when the sender was told 2xx. */
	const deliver = async (id: string, how: End): Promise<boolean> => {
		await s.schedule(Promise.resolve(), `${id} arrives`);
		const { response, answer, close } = createResponse();
		const claimed: DeliveryClaim = await claimDelivery(claims, id, response, sleep);
		if (claimed.kind === 'first') {
			started.push(id);
			if (how === 'late200' || how === 'late500') {
				await s.schedule(Promise.resolve(), `the sender of ${id} hangs up`);
				close();
			}
			await s.schedule(Promise.resolve(), `${id} is stored`);
			if (isStored(how)) stored.push(id);
			answer(how);
			return how === 200;
		}
		// "Taken" is said only of what is stored by then.
		if (claimed.kind === 'taken' && !stored.includes(id)) wrong++;
		answer(claimed.kind === 'taken' ? 200 : 500);
		return claimed.kind === 'taken';
	};
	return {
		deliver,
		stored,
		started,
		claims,
		pass: (ms: number) => (nowMs += ms),
		countWrong: () => wrong,
	};
};

const deliveries = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), end), {
	minLength: 1,
	maxLength: 16,
});

it('Of any number of deliveries of an event, in any order of what happens, at most one execution is taken', async () => {
	await fc.assert(
		fc.asyncProperty(fc.scheduler(), deliveries, async (s, all) => {
			const { deliver, stored, countWrong } = setUp(s);
			const ends = all.map(async ([id, how]) => await deliver(id, how));
			await s.waitFor(Promise.all(ends));
			expect(stored).toEqual([...new Set(stored)]);
			expect(countWrong()).toBe(0);
		}),
		{ numRuns: 400 },
	);
});

it('A sender who repeats until it is told 2xx gets every event taken, exactly once', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.scheduler(),
			deliveries,
			fc.integer({ min: 1, max: 3 }),
			async (s, all, twins) => {
				const { deliver, stored, countWrong } = setUp(s);
				const persist = async (id: string, ends: readonly End[]) => {
					for (const how of [...ends, ...Array.from({ length: 20 }, () => 200 as const)])
						if (await deliver(id, how)) return;
					throw new Error(`${id} was never taken`);
				};
				const byId = new Map<string, End[]>();
				for (const [id, how] of all) byId.set(id, [...(byId.get(id) ?? []), how]);
				// Deliveries of one event overlap: a sender that timed out does not know what became of the first.
				const senders = [...byId].flatMap(([id, ends]) =>
					Array.from({ length: twins }, async () => await persist(id, ends)),
				);
				await s.waitFor(Promise.all(senders));
				expect([...stored].sort()).toEqual([...byId.keys()].sort());
				expect(countWrong()).toBe(0);
			},
		),
		{ numRuns: 300 },
	);
});

it('An event that no delivery got stored is the first again afterwards, and one that was stored never', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.scheduler(),
			deliveries,
			fc.integer({ min: 0, max: LIMITS.eventsKeptMs - 120_000 }),
			async (s, all, laterMs) => {
				const { deliver, stored, claims, pass } = setUp(s);
				await s.waitFor(Promise.all(all.map(async ([id, how]) => await deliver(id, how))));
				// Within the time that events are kept, minus what the repeats above waited.
				pass(Math.max(0, laterMs - all.length * 2 * LIMITS.repeatWaitMs));
				for (const [id] of all)
					expect([id, claims.claim(id, () => undefined).kind === 'taken']).toEqual([
						id,
						stored.includes(id),
					]);
			},
		),
		{ numRuns: 300 },
	);
});

/** What a bounded memory may do at worst: forget the oldest and take it once more. It never takes one for another. */
it('A full memory forgets only what is oldest, whatever comes in whatever order', () => {
	const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean()), {
		maxLength: 80,
	});
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 8 }), steps, (most, all) => {
			const claims = createClaims(() => 0, most);
			let kept: number[] = [];
			for (const [id, isTaken] of all) {
				const claim = claims.claim(`e${id}`, () => isTaken);
				expect(claim.kind).toBe(kept.includes(id) ? 'taken' : 'first');
				if (claim.kind !== 'first') continue;
				claim.settle();
				kept = kept.slice(-(most - 1) || kept.length);
				if (isTaken) kept.push(id);
			}
		}),
		{ numRuns: 300 },
	);
});
