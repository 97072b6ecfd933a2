/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test is a Node program, never shipped */
import { setTimeout as pause } from 'node:timers/promises';

import type { SandboxControl } from '../../sandbox/control/control';
import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import { FAULT, OK, openReceiver, until } from './receiver';
import type { Receiver } from './receiver';
import { statedRetries } from './webhookExamples';

let sandbox: Sandbox;
let receiver: Receiver;
let control: SandboxControl;
beforeAll(async () => {
	sandbox = await startSandbox();
	({ control } = sandbox);
});
afterAll(async () => await sandbox.close());
beforeEach(async () => {
	control.reset();
	receiver = await openReceiver();
});
afterEach(async () => await receiver.close());

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const WAITS_MS = statedRetries().minutesAfterThePrevious.map((minutes) => minutes * MINUTE_MS);

const deliverHere = async () => {
	const [delivery] = await control.deliver({ url: receiver.url });
	if (!delivery) throw new Error('There is no delivery');
	return delivery;
};
const firstDelivery = () => control.deliveries()[0];
const isOver = () => control.deliveries().every(({ nextAttemptAt }) => nextAttemptAt === null);

describe('what was not taken is sent again', () => {
	it('at each time of the vendor’s table, and not a millisecond before', async () => {
		control.freezeClock();
		receiver.answerWith(FAULT);
		await deliverHere();
		for (const [index, waitMs] of WAITS_MS.entries()) {
			control.advanceClock(waitMs - 1);
			await pause(15);
			expect(receiver.arrived).toHaveLength(index + 1);
			control.advanceClock(1);
			await until(() => firstDelivery()?.attempts.length === index + 2);
		}
		expect(WAITS_MS).toHaveLength(7);
		expect(firstDelivery()).toMatchObject({ state: 'Webhook Failed', nextAttemptAt: null });
		control.advanceClock(100 * DAY_MS);
		await pause(15);
		expect(receiver.arrived).toHaveLength(8);
		expect(new Set(receiver.arrived.map(({ bodyText }) => bodyText)).size).toBe(1);
	});

	it('and the log tells when each attempt was, and when the next one will be', async () => {
		receiver.answerWith(FAULT);
		const { attempts, nextAttemptAt, state } = await deliverHere();
		expect(state).toBe('Rescheduled error');
		expect(nextAttemptAt).toBe((attempts[0]?.at ?? 0) + 2 * MINUTE_MS);
		control.advanceClock(4 * DAY_MS);
		await until(isOver);
		const times = firstDelivery()?.attempts.map(({ at }) => at) ?? [];
		expect(times.slice(1).map((at, index) => at - (times[index] ?? 0))).toEqual(WAITS_MS);
	});

	it('on a clock that can be faster, down to nothing', async () => {
		receiver.answerWith(FAULT);
		control.settings({ webhookSpeed: MINUTE_MS });
		const startMs = performance.now();
		await deliverHere();
		await until(() => firstDelivery()?.attempts.length === 5);
		// 98 minutes are 98 ms.
		expect(performance.now() - startMs).toBeGreaterThanOrEqual(95);
		expect(firstDelivery()?.state).toBe('Rescheduled error');
		control.settings({ webhookSpeed: 1_000_000_000 });
		await until(isOver);
		expect(firstDelivery()?.attempts).toHaveLength(8);
		expect(performance.now() - startMs).toBeLessThan(3_000);
	});

	it('until it is taken', async () => {
		receiver.answerWith(FAULT);
		await deliverHere();
		control.advanceClock(2 * MINUTE_MS);
		await until(() => firstDelivery()?.attempts.length === 2);
		receiver.answerWith(OK);
		control.advanceClock(4 * DAY_MS);
		await until(isOver);
		expect(firstDelivery()?.state).toBe('Delivered');
		expect(firstDelivery()?.attempts.map(({ taken }) => taken)).toEqual([false, false, true]);
	});

	it('a clock that is set back holds nothing up', async () => {
		control.advanceClock(DAY_MS);
		receiver.answerWith(FAULT);
		await deliverHere();
		control.resetClock();
		control.advanceClock(2 * MINUTE_MS);
		await until(() => firstDelivery()?.attempts.length === 2);
	});
});

describe('the webhook as it is now counts for each attempt', () => {
	const register = (name = 'CRM') => control.webhooks.register({ name, url: receiver.url });

	it('so a changed URL gets what is waiting', async () => {
		const { id } = register();
		receiver.answerWith(FAULT);
		await control.deliver();
		const moved = await openReceiver();
		control.webhooks.change(id, { url: moved.url });
		control.advanceClock(2 * MINUTE_MS);
		await until(isOver);
		expect([receiver.arrived.length, moved.arrived.length]).toEqual([1, 1]);
		expect(moved.events()).toEqual(receiver.events());
		expect(firstDelivery()?.state).toBe('Delivered');
		await moved.close();
	});

	it('and a deleted one ends it as webhook_not_found, also under its old name', async () => {
		const { id } = register();
		receiver.answerWith(FAULT);
		await control.deliver();
		control.webhooks.remove(id);
		expect(firstDelivery()?.state).toBe('Webhook Deleted');
		register();
		receiver.answerWith(OK);
		control.advanceClock(2 * MINUTE_MS);
		await until(isOver);
		expect(firstDelivery()).toMatchObject({ state: 'webhook_not_found', nextAttemptAt: null });
		expect(receiver.arrived).toHaveLength(1);
	});

	it('and one deleted before anything was sent gets nothing', async () => {
		const { id } = register();
		await control.deliver({ delayMs: 1_000 });
		control.webhooks.remove(id);
		control.advanceClock(1_000);
		await until(isOver);
		expect(firstDelivery()).toMatchObject({ state: 'webhook_not_found', attempts: [] });
		expect(receiver.arrived).toEqual([]);
	});
});
