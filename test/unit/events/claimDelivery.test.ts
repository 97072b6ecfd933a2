/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { EventEmitter } from 'node:events';

import { createClaims } from '../../../nodes/Truecaller/events/duplicates/claims';
import { claimDelivery } from '../../../nodes/Truecaller/events/duplicates/claimDelivery';
import type { DeliveryClaim } from '../../../nodes/Truecaller/events/duplicates/claimDelivery';
import { createRandom } from '../../support/random';

/** A response that a test ends as it likes. Like Node's, it is 200 and not ended until n8n answers. */
class Answer extends EventEmitter {
	statusCode = 200;
	writableEnded = false;
	closed = false;

	/** What n8n does with a response, whether or not the sender is still there. */
	finish(statusCode: number) {
		this.statusCode = statusCode;
		this.writableEnded = true;
		if (!this.closed) this.hangUp();
	}

	hangUp() {
		this.closed = true;
		this.emit('close');
	}
}

/** Time passes only when the test lets it: `sleep` ends when its moment has come. */
const setUp = () => {
	let nowMs = 0;
	const sleepers: Array<{ untilMs: number; wake: () => void }> = [];
	const claims = createClaims(() => nowMs);
	const sleep = async (ms: number) =>
		await new Promise<void>((wake) => sleepers.push({ untilMs: nowMs + ms, wake }));
	const settle = async () =>
		await new Promise<void>((resolve) => process.nextTick(resolve)).then(
			async () => await Promise.resolve(),
		);
	const pass = async (ms: number) => {
		const untilMs = nowMs + ms;
		while (nowMs < untilMs) {
			nowMs += 10;
			for (const sleeper of sleepers.splice(0)) {
				if (sleeper.untilMs <= nowMs) sleeper.wake();
				else sleepers.push(sleeper);
			}
			await settle();
		}
	};
	const deliver = (id = 'a', answer = new Answer()) => {
		const delivery: { answer: Answer; kind?: DeliveryClaim['kind'] } = { answer };
		void claimDelivery(claims, id, answer, sleep).then(({ kind }) => (delivery.kind = kind));
		return delivery;
	};
	return { deliver, pass, settle };
};

describe('a repeat', () => {
	it('is known at once when the first delivery was taken', async () => {
		const { deliver, settle } = setUp();
		deliver().answer.finish(200);
		const repeat = deliver();
		await settle();
		expect(repeat.kind).toBe('taken');
	});

	it.each([
		[200, 'taken'],
		[204, 'taken'],
		[500, 'first'],
		[302, 'first'],
		[401, 'first'],
	])('depends on the answer to the first: after %i it is %s', async (statusCode, kind) => {
		const { deliver, pass } = setUp();
		const first = deliver();
		const repeat = deliver();
		await pass(500);
		expect([first.kind, repeat.kind]).toEqual(['first', undefined]);
		first.answer.finish(statusCode);
		await pass(100);
		expect(repeat.kind).toBe(kind);
	});

	it.each([
		[200, 'taken'],
		[500, 'first'],
	])(
		'of a delivery whose sender hung up waits for the late answer of n8n: after %i it is %s',
		async (statusCode, kind) => {
			const { deliver, pass } = setUp();
			const first = deliver();
			first.answer.hangUp();
			const repeat = deliver();
			await pass(9_000);
			expect(repeat.kind).toBeUndefined();
			first.answer.finish(statusCode);
			await pass(100);
			expect(repeat.kind).toBe(kind);
		},
	);

	it('that comes hours later is known as a repeat by an answer that nobody read', async () => {
		const { deliver, pass } = setUp();
		const first = deliver();
		first.answer.hangUp();
		await pass(20_000);
		first.answer.finish(200);
		const repeat = deliver();
		await pass(100);
		expect(repeat.kind).toBe('taken');
	});

	it('waits for ten seconds, no longer', async () => {
		const { deliver, pass } = setUp();
		const first = deliver();
		const repeat = deliver();
		await pass(9_900);
		expect(repeat.kind).toBeUndefined();
		await pass(200);
		expect([first.kind, repeat.kind]).toEqual(['first', 'undecided']);
	});

	it('whose sender hung up waits no longer', async () => {
		const { deliver, pass } = setUp();
		deliver();
		const repeat = deliver();
		repeat.answer.hangUp();
		await pass(100);
		expect(repeat.kind).toBe('gone');
	});
});

it('A delivery whose sender is gone before it begins claims nothing', async () => {
	const { deliver, settle } = setUp();
	const answer = new Answer();
	answer.hangUp();
	const early = deliver('a', answer);
	const next = deliver();
	await settle();
	expect([early.kind, next.kind]).toEqual(['gone', 'first']);
});

it.each([1, 2, 3, 4, 5, 6])(
	'Of any deliveries in any order one is taken, and every one is answered (seed %i)',
	async (seed) => {
		const random = createRandom(seed * 104_729);
		const { deliver, pass } = setUp();
		const deliveries: Array<ReturnType<typeof deliver>> = [];
		let taken = 0;
		const answerOne = () => {
			const waiting = deliveries.find(
				({ kind, answer }) => kind === 'first' && !answer.writableEnded,
			);
			if (!waiting) return;
			const fate = random();
			// The answer comes at another time.
			if (fate < 0.25) return waiting.answer.hangUp();
			if (fate < 0.5) return waiting.answer.finish(500);
			taken++;
			return waiting.answer.finish(200);
		};
		for (let step = 0; step < 60; step++) {
			if (random() < 0.6) deliveries.push(deliver());
			if (random() < 0.3) answerOne();
			await pass(Math.floor(random() * 10) * 10);
			expect(
				deliveries.filter(({ kind, answer }) => kind === 'first' && !answer.writableEnded).length,
			).toBeLessThanOrEqual(1);
		}
		while (taken === 0) {
			deliveries.push(deliver());
			await pass(100);
			answerOne();
		}
		await pass(11_000);
		expect(taken).toBe(1);
		expect(deliveries.every(({ kind }) => kind !== undefined)).toBe(true);
	},
);
