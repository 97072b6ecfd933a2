/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test, never shipped */
import { callMeBack, userFeedback } from '../support/events';
import { setTriggerStage } from '../support/trigger';
import type { TriggerStage } from '../support/trigger';

let trigger: TriggerStage;
afterEach(async () => await trigger.close());

const pause = async (ms: number) => await new Promise<void>((resolve) => setTimeout(resolve, ms));
const deliverTimes = async (times: number, event: unknown = callMeBack()) =>
	(await Promise.all(Array.from({ length: times }, async () => await trigger.deliver(event)))).map(
		({ status }) => status,
	);
const times = (count: number, status: number): number[] =>
	Array.from({ length: count }, () => status);

it('An event that is delivered 50 times at once starts the workflow once, and is taken 50 times', async () => {
	trigger = await setTriggerStage();
	trigger.storeBy = async () => await pause(60);
	expect(await deliverTimes(50)).toEqual(times(50, 200));
	expect(trigger.executions).toHaveLength(1);
});

it('An event that is delivered again later starts nothing', async () => {
	trigger = await setTriggerStage();
	await trigger.deliver(callMeBack());
	await trigger.deliver(userFeedback);
	expect(await trigger.deliver(callMeBack())).toMatchObject({
		status: 200,
		body: { status: 'ok' },
	});
	expect(await trigger.deliver(userFeedback)).toMatchObject({
		status: 200,
		body: { status: 'ok' },
	});
	expect(trigger.executions).toHaveLength(2);
});

it('When n8n could not store the first delivery, the repeat that waited is taken instead, once', async () => {
	trigger = await setTriggerStage();
	let stored = 0;
	trigger.storeBy = async () => {
		await pause(60);
		if (++stored === 1) throw new Error('The database is down');
	};
	expect((await deliverTimes(10)).sort()).toEqual([...times(9, 200), 500]);
	expect(trigger.executions).toHaveLength(1);
	expect(stored).toBe(2);
});

it('When n8n could not store an event, the next delivery is taken', async () => {
	trigger = await setTriggerStage();
	trigger.storeBy = async () => await Promise.reject(new Error('The database is down'));
	expect(await trigger.deliver(callMeBack())).toMatchObject({ status: 500 });
	trigger.storeBy = async () => {};
	expect(await trigger.deliver(callMeBack())).toMatchObject({ status: 200 });
	expect(trigger.executions).toHaveLength(1);
});

/** An event that n8n is storing when its sender hangs up. */
const hangUpWhileStoring = async () => {
	const hangUp = new AbortController();
	let store = () => {};
	let fail = () => {};
	const storing = new Promise<void>((resolve) => {
		trigger.storeBy = async () =>
			await new Promise<void>((stored, failed) => {
				store = stored;
				fail = () => failed(new Error('The database is down'));
				resolve();
			});
	});
	const first = trigger
		.deliver(callMeBack(), { signal: hangUp.signal })
		.catch((error: Error) => error.name);
	await storing;
	hangUp.abort();
	expect(await first).toBe('AbortError');
	await pause(30);
	trigger.storeBy = async () => {};
	return { store: () => store(), fail: () => fail() };
};

it('When n8n answers after the sender hung up, the repeat that waits starts nothing', async () => {
	trigger = await setTriggerStage();
	const { store } = await hangUpWhileStoring();
	const repeat = trigger.deliver(callMeBack());
	await pause(100);
	expect(trigger.executions).toHaveLength(0);
	store();
	expect(await repeat).toMatchObject({ status: 200, body: { status: 'ok' } });
	expect(await trigger.deliver(callMeBack())).toMatchObject({ status: 200 });
	expect(trigger.executions).toHaveLength(1);
});

it('When n8n could not store an event whose sender hung up, the next delivery is taken', async () => {
	trigger = await setTriggerStage();
	const { fail } = await hangUpWhileStoring();
	fail();
	await pause(30);
	expect(await trigger.deliver(callMeBack())).toMatchObject({ status: 200 });
	expect(trigger.executions).toHaveLength(1);
});

it('Of 150 events at once whose senders all hang up none starts the workflow twice', async () => {
	trigger = await setTriggerStage();
	let store = () => {};
	const stored = new Promise<void>((resolve) => (store = resolve));
	trigger.storeBy = async () => await stored;
	const events = Array.from({ length: 150 }, (_none, index) =>
		callMeBack({}, { event_id: `e${index}` }),
	);
	const hangUp = new AbortController();
	const first = events.map(
		async (event) => await trigger.deliver(event, { signal: hangUp.signal }).catch(() => 'hung up'),
	);
	await pause(1_000);
	hangUp.abort();
	await Promise.all(first);
	const repeats = events.map(async (event) => await trigger.deliver(event));
	await pause(300);
	store();
	const answers = await Promise.all(repeats);
	expect(answers.map(({ status }) => status)).toEqual(times(150, 200));
	expect(trigger.executions).toHaveLength(150);
});

it('A repeat whose sender hangs up while it waits starts nothing', async () => {
	trigger = await setTriggerStage();
	trigger.storeBy = async () => {
		await pause(150);
		throw new Error('The database is down');
	};
	const hangUp = new AbortController();
	const first = trigger.deliver(callMeBack());
	await pause(30);
	const second = trigger.deliver(callMeBack(), { signal: hangUp.signal }).catch(() => 'hung up');
	await pause(30);
	hangUp.abort();
	expect([(await first).status, await second]).toEqual([500, 'hung up']);
	trigger.storeBy = async () => {};
	await pause(150);
	expect(trigger.executions).toEqual([]);
	expect(await trigger.deliver(callMeBack())).toMatchObject({ status: 200 });
	expect(trigger.executions).toHaveLength(1);
});

it('Events of different ids never wait for each other', async () => {
	trigger = await setTriggerStage();
	trigger.storeBy = async () => await pause(40);
	const events = Array.from({ length: 20 }, (_none, index) =>
		callMeBack({}, { event_id: `e${index}` }),
	);
	const answers = await Promise.all(events.map(async (event) => await trigger.deliver(event)));
	expect(answers.map(({ status }) => status)).toEqual(times(20, 200));
	expect(trigger.executions).toHaveLength(20);
});

it('The same event starts each workflow that listens for it', async () => {
	const other = await setTriggerStage();
	trigger = await setTriggerStage();
	await other.deliver(callMeBack());
	await trigger.deliver(callMeBack());
	expect([other.executions.length, trigger.executions.length]).toEqual([1, 1]);
	await other.close();
});

it.each([
	['while the editor listens for a test event', { mode: 'manual' as const }, callMeBack()],
	[
		'when the user switched that off',
		{ parameters: { options: { dropDuplicates: false } } },
		callMeBack(),
	],
	['without an id', {}, callMeBack({}, { event_id: '' })],
])('Repeats are not dropped %s', async (_title, by, event) => {
	trigger = await setTriggerStage(by);
	expect(await deliverTimes(3, event)).toEqual([200, 200, 200]);
	expect(trigger.executions).toHaveLength(3);
});
