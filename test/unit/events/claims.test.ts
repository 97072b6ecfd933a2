import { LIMITS } from '../../../nodes/Truecaller/api/facts/limits';
import { createClaims, toClaimId } from '../../../nodes/Truecaller/events/duplicates/claims';
import type { Claims } from '../../../nodes/Truecaller/events/duplicates/claims';
import { createRandom } from '../../support/random';

const DAY_MS = 24 * 60 * 60_000;

const setUp = (most?: number) => {
	let nowMs = Date.parse('2026-01-31T10:00:00Z');
	const claims = createClaims(() => nowMs, most);
	return { claims, pass: (ms: number) => (nowMs += ms) };
};

/** One delivery, and what a test decides about it. */
const deliver = (claims: Claims, id: string) => {
	let wasTaken: boolean | undefined;
	const claim = claims.claim(id, () => wasTaken);
	/** What n8n says, to which nobody listens yet. */
	const decide = (fate: boolean) => (wasTaken = fate);
	const settle = (fate: boolean) => {
		if (claim.kind !== 'first') throw new Error(`It was ${claim.kind}`);
		decide(fate);
		claim.settle();
	};
	return {
		kind: claim.kind,
		beginsToForget: claim.kind === 'first' && claim.beginsToForget,
		decide,
		settle,
	};
};
const take = (claims: Claims, id: string) => deliver(claims, id).settle(true);

describe('the claim of an event', () => {
	it('belongs to the first who asks, until it is known whether the event was taken', () => {
		const { claims } = setUp();
		const { settle } = deliver(claims, 'a');
		expect(deliver(claims, 'a').kind).toBe('undecided');
		settle(true);
		expect(deliver(claims, 'a').kind).toBe('taken');
	});

	it('is free again when the event was not taken', () => {
		const { claims } = setUp();
		deliver(claims, 'a').settle(false);
		expect(deliver(claims, 'a').kind).toBe('first');
	});

	it.each([
		[true, 'taken'],
		[false, 'first'],
	])('is looked up when the event comes again: %p makes it %s', (fate, kind) => {
		const { claims } = setUp();
		deliver(claims, 'a').decide(fate);
		expect(deliver(claims, 'a').kind).toBe(kind);
	});

	it('is settled once: what is said later counts for nothing', () => {
		const { claims } = setUp();
		const taken = deliver(claims, 'a');
		taken.settle(true);
		taken.settle(false);
		expect(deliver(claims, 'a').kind).toBe('taken');
		const dropped = deliver(claims, 'b');
		dropped.settle(false);
		const next = deliver(claims, 'b');
		dropped.settle(true);
		expect(deliver(claims, 'b').kind).toBe('undecided');
		next.settle(false);
		expect(deliver(claims, 'b').kind).toBe('first');
	});

	it('is remembered past the last repeat of Truecaller, for seven days', () => {
		const { claims, pass } = setUp();
		take(claims, 'a');
		for (let hours = 0; hours < 78.6; hours += 13.1) {
			pass(13.1 * 60 * 60_000);
			expect(deliver(claims, 'a').kind).toBe('taken');
		}
		pass(7 * DAY_MS - 78.6 * 60 * 60_000 - 60_000);
		expect(deliver(claims, 'a').kind).toBe('taken');
		pass(60_000);
		expect(deliver(claims, 'a').kind).toBe('first');
	});

	it('that n8n never settles is free again after a day', () => {
		const { claims, pass } = setUp();
		deliver(claims, 'a');
		pass(DAY_MS - 60_000);
		expect(deliver(claims, 'a').kind).toBe('undecided');
		pass(60_000);
		expect(deliver(claims, 'a').kind).toBe('first');
	});
});

describe('a full memory', () => {
	it('forgets the oldest first, and says so once', () => {
		const { claims } = setUp(3);
		const said = ['a', 'b', 'c', 'd', 'e'].map((id) => {
			const { settle, beginsToForget } = deliver(claims, id);
			settle(true);
			return beginsToForget;
		});
		expect(said).toEqual([false, false, false, true, false]);
		expect(['c', 'd', 'e'].map((id) => deliver(claims, id).kind)).toEqual([
			'taken',
			'taken',
			'taken',
		]);
		expect(['a', 'b'].map((id) => deliver(claims, id).kind)).toEqual(['first', 'first']);
	});

	it('forgets nothing for the sake of a repeat', () => {
		const { claims } = setUp(2);
		take(claims, 'a');
		take(claims, 'b');
		expect(deliver(claims, 'b').kind).toBe('taken');
		expect(deliver(claims, 'a').kind).toBe('taken');
	});

	it('does not count what has become too old', () => {
		const { claims, pass } = setUp(2);
		take(claims, 'a');
		take(claims, 'b');
		pass(7 * DAY_MS);
		expect(deliver(claims, 'c').beginsToForget).toBe(false);
	});

	it('holds 200,000 events', () => {
		const { claims } = setUp();
		for (let index = 0; index < LIMITS.eventsKeptMost; index++) take(claims, `e${index}`);
		expect(deliver(claims, 'e0').kind).toBe('taken');
		expect(deliver(claims, 'one more').beginsToForget).toBe(true);
		expect(deliver(claims, 'e1').kind).toBe('taken');
		expect(deliver(claims, 'e0').kind).toBe('first');
	}, 20_000);
});

describe('the name of an event', () => {
	it('is as short for a long id as for any other, and another for each workflow, node and id', () => {
		const ids = [
			['w', 'n', 'a'],
			['w', 'na', ''],
			['wn', '', 'a'],
			['w', 'n', 'a'.repeat(100_000)],
		].map((parts) => toClaimId(...parts));
		expect(new Set(ids).size).toBe(4);
		expect(ids.map(({ length }) => length)).toEqual([16, 16, 16, 16]);
		expect(toClaimId('w', 'n', 'a')).toBe(ids[0]);
	});
});

/** Hundreds of deliveries of a few events begin and end in random order, time passing between. */
it.each([1, 2, 3, 4, 5, 6, 7, 8])(
	'Whatever the order of deliveries, an event is taken once at a time (seed %i)',
	(seed) => {
		const random = createRandom(seed * 7_919);
		const { claims, pass } = setUp(1_000);
		const open = new Map<string, (wasTaken: boolean) => void>();
		const taken = new Set<string>();
		for (let step = 0; step < 2_000; step++) {
			pass(Math.floor(random() * 1_000));
			const id = `e${Math.floor(random() * 40)}`;
			const settle = open.get(id);
			if (settle && random() < 0.5) {
				const wasTaken = random() < 0.7;
				settle(wasTaken);
				open.delete(id);
				if (wasTaken) taken.add(id);
				continue;
			}
			const claim = deliver(claims, id);
			expect(claim.kind).toBe(taken.has(id) ? 'taken' : settle ? 'undecided' : 'first');
			if (claim.kind === 'first') open.set(id, claim.settle);
		}
		expect(taken.size).toBeGreaterThan(30);
	},
);
