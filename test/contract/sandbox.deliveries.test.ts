/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test is a Node program, never shipped */
import { setTimeout as pause } from 'node:timers/promises';

import { startSandbox } from '../../sandbox/server';
import type { SandboxControl } from '../../sandbox/control/control';
import { openCaller } from './caller';
import type { Caller } from './caller';
import { FAULT, JSON_HEADERS, OK, openReceiver, until } from './receiver';
import type { Receiver } from './receiver';
import { statedAnswers } from './webhookExamples';

let caller: Caller;
let receiver: Receiver;
let control: SandboxControl;
beforeAll(async () => {
	caller = await openCaller();
	control = caller.sandbox.control;
});
afterAll(async () => await caller.close());
beforeEach(async () => {
	control.reset();
	receiver = await openReceiver();
});
afterEach(async () => await receiver.close());

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const deliverHere = async (more: object = {}) => {
	const [delivery] = await control.deliver({ url: receiver.url, ...more });
	if (!delivery) throw new Error('There is no delivery');
	return delivery;
};
const isOver = () => control.deliveries().every(({ nextAttemptAt }) => nextAttemptAt === null);

describe('an answer of the customer’s server', () => {
	it.each(statedAnswers().answers)('is judged as stated: $title', async (answer) => {
		const { status, contentType, body, taken, words = null } = answer;
		const headers: Record<string, string> =
			contentType === null ? {} : { 'content-type': contentType };
		receiver.answerWith({ status, headers, body });
		const { state, attempts } = await deliverHere();
		expect(state).toBe(taken ? 'Delivered' : 'Rescheduled error');
		expect(attempts).toMatchObject([{ status, taken, reason: words, answer: body }]);
	});

	it('has to be 200 when told so, for one page asks for that', async () => {
		control.settings({ webhookTakenStatus: '200' });
		expect((await deliverHere()).state).toBe('Delivered');
		receiver.answerWith({ ...OK, status: 201 });
		expect((await deliverHere()).attempts[0]?.reason).toBe('the status is 201 and not 200');
	});

	it('that redirects is not followed', async () => {
		const target = await openReceiver();
		const headers = { ...JSON_HEADERS, location: target.url };
		receiver.answerWith({ status: 307, headers, body: '{}' });
		expect((await deliverHere()).attempts[0]?.status).toBe(307);
		expect(target.arrived).toEqual([]);
		await target.close();
	});

	it.each([
		['nothing', 'no answer for 40 ms'],
		['half', 'no answer for 40 ms'],
		['cut', 'the connection was cut without a whole answer'],
	] as const)('not by %s', async (answer, reason) => {
		control.settings({ webhookTimeoutMs: 40 });
		receiver.answerWith(answer);
		const { state, attempts } = await deliverHere();
		expect(state).toBe('Rescheduled error');
		expect(attempts).toMatchObject([{ status: null, taken: false, reason, answer: '' }]);
	});

	it('is not taken when it takes too long in all, or nobody listens', async () => {
		control.settings({ webhookWholeCallMs: 30 });
		receiver.answerWith('half');
		expect((await deliverHere()).attempts[0]?.reason).toBe('no whole answer within 30 ms');
		await receiver.close();
		expect((await deliverHere()).attempts[0]?.reason).toBe('nobody listens there');
		receiver = await openReceiver();
	});

	it('has 20 seconds, and 60 in all, unless told otherwise', () => {
		const { webhookTimeoutMs, webhookWholeCallMs, webhookSpeed } = control.settings();
		expect([webhookTimeoutMs, webhookWholeCallMs, webhookSpeed]).toEqual([20_000, 60_000, 1]);
	});
});

describe('the same event', () => {
	it('can come many times at once', async () => {
		const deliveries = await control.deliver({ url: receiver.url, times: 5 });
		expect(deliveries.map(({ state }) => state)).toEqual(Array(5).fill('Delivered'));
		expect(new Set(receiver.events().map(({ event_id }) => event_id)).size).toBe(1);
		expect(receiver.arrived).toHaveLength(5);
	});

	it('can come later, and on the clock of the retries much later', async () => {
		control.freezeClock();
		await control.deliver({ url: receiver.url, times: 3, apartMs: 79 * HOUR_MS });
		expect(receiver.arrived).toHaveLength(1);
		for (const count of [2, 3]) {
			control.advanceClock(79 * HOUR_MS);
			await until(() => receiver.arrived.length === count);
		}
		await until(isOver);
		expect(new Set(receiver.arrived.map(({ bodyText }) => bodyText)).size).toBe(1);
	});

	it('can come after one that happened later', async () => {
		await deliverHere({ fields: { event_id: 'first' }, delayMs: 40 });
		await deliverHere({ fields: { event_id: 'second' } });
		await until(isOver);
		expect(receiver.events().map(({ event_id }) => event_id)).toEqual(['second', 'first']);
	});

	it('is sent again on demand, as a delivery of its own', async () => {
		const { id, eventId } = await deliverHere({ key: 'wrong' });
		const url = `/sandbox/deliveries/${id}/again`;
		const { data } = await caller.send({ method: 'POST', url });
		expect(data).toMatchObject({ id: id + 1, againOf: id, eventId, state: 'Delivered' });
		const [one, other] = receiver.arrived;
		expect(other).toEqual({ ...one, headers: other?.headers });
		const log = await caller.send({ method: 'GET', url: '/sandbox/deliveries' });
		expect(log.data).toEqual(control.deliveries());
		expect(log.data.map((each: { id: number }) => each.id)).toEqual([id, id + 1]);
		for (const [unknown, status] of [
			['99', 404],
			['x', 400],
		]) {
			const path = `/sandbox/deliveries/${unknown}/again`;
			expect((await caller.send({ method: 'POST', url: path })).status).toBe(status);
		}
	});
});

describe('the end', () => {
	it('a reset forgets what waits and what is under way', async () => {
		receiver.answerWith(FAULT);
		await deliverHere();
		receiver.answerWith('nothing');
		const underWay = deliverHere();
		await until(() => receiver.arrived.length === 2);
		control.webhooks.register({ name: 'x', url: receiver.url });
		control.reset();
		expect((await underWay).state).toBe('Ended');
		control.advanceClock(DAY_MS);
		await pause(20);
		expect(receiver.arrived).toHaveLength(2);
		expect([control.deliveries(), control.webhooks.list()]).toEqual([[], []]);
		receiver.answerWith(OK);
		expect(await deliverHere()).toMatchObject({ id: 1, state: 'Delivered' });
	});

	it('closing does not wait for an answer that never comes', async () => {
		const other = await startSandbox();
		receiver.answerWith('nothing');
		const underWay = other.control.deliver({ url: receiver.url });
		await until(() => receiver.arrived.length === 1);
		const startMs = performance.now();
		await other.close();
		expect(performance.now() - startMs).toBeLessThan(1_000);
		expect(await underWay).toMatchObject([{ state: 'Ended', nextAttemptAt: null }]);
	});

	it('the log keeps 10,000, and what waits is never forgotten', async () => {
		control.freezeClock();
		const url = receiver.url;
		await control.deliver({ url, event: 'taken' });
		const fill = { url, event: 'waits', times: 1_000, delayMs: DAY_MS };
		for (let count = 1; count < 10; count += 1) await control.deliver(fill);
		await control.deliver({ ...fill, times: 999 });
		expect(control.deliveries()).toHaveLength(10_000);
		await control.deliver({ ...fill, times: 1 });
		expect(control.deliveries().some(({ event }) => event === 'taken')).toBe(false);
		await expect(control.deliver({ url })).rejects.toThrow(
			'10000 deliveries are waiting, and there is no room for more',
		);
	});
});
