import { randomUUID } from 'node:crypto';
import { callMeBack, callMeBackUrl, linesOfTask } from '../../../playground/callMeBack';
import type { Execution, Item } from '../../../playground/n8n/execution';
import type { Playground } from '../../../playground/playground';
import type { Rest } from '../../../playground/n8n/rest';
import { exampleWorkflow, webhookKey } from '../../../playground/n8n/seed';
import type { EventOrder } from '../../../sandbox/webhooks/order';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { refuseInserts } from '../action/database';
import { createCredential, sharedN8n } from '../n8n';
import { untilLive } from '../trigger/stage';

const hourMs = 3_600_000;
const indiaMs = 5.5 * hourMs;
const inIndia = (ms: number) => new Date(ms + indiaMs);
const seconds = (ms: number) => String(Math.floor(ms / 1_000));
const slotFrom = (fromMs: number) => ({
	preferred_from_time: seconds(fromMs),
	preferred_to_time: seconds(fromMs + hourMs / 2),
});

const ends = [
	'Call at that time',
	'Call without the reason',
	'Mark: does not want a call',
	'Queue: find out who it was',
];

describe('the example "call me back"', () => {
	let sandbox: Sandbox;
	let n8n: Playground;
	let rest: Rest;
	let workflowId: string;
	let address: string;

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ n8n, rest } = await sharedN8n());
		const example = exampleWorkflow(callMeBack, await createCredential(rest, sandbox.url));
		// A copy of its own, for another test may have brought in the example as it is.
		for (const node of example.nodes) if (node.webhookId) node.webhookId = randomUUID();
		const workflow = await rest.createWorkflow({ ...example, id: undefined });
		address = callMeBackUrl(n8n.editorUrl, example);
		workflowId = workflow.id;
		await rest.publish(workflow);
	});
	afterAll(async () => await sandbox.close());

	const executionIds = async () => (await rest.executionIds(workflowId)).map(Number);
	const latest = async () => await rest.execution(String(Math.max(...(await executionIds()))));
	const deliver = async (order: EventOrder) => {
		const before = (await executionIds()).length;
		const [delivery] = await sandbox.control.deliver({
			url: `${address}?key=${webhookKey}`,
			...order,
		});
		expect(delivery?.state).toBe('Delivered');
		// n8n 1 says that it took an event before it starts the workflow.
		while ((await executionIds()).length === before);
	};
	const executionOf = async (order: EventOrder) => {
		await deliver(order);
		return await latest();
	};
	const endOf = (execution: Execution) => ends.filter((name) => execution.items(name).length > 0);
	const task = (execution: Execution) =>
		execution.items('Task for the owner').map(({ json }: Item) => json);
	/** What the sandbox was asked to show on the customer's phone, last of all. */
	const personalised = () =>
		sandbox.control.received('realTimeV2').at(-1)?.body as
			| { starts_at: number; ends_at: number }
			| undefined;
	const calls = () => sandbox.control.received('realTimeV2').length;

	/** Monday to Saturday, 10:00 to 17:30 in India, for half an hour; and not later than the next opening. */
	const expectNextOfficeHour = () => {
		const { starts_at: startMs = 0, ends_at: endMs = 0 } = personalised() ?? {};
		const start = inIndia(startMs);
		expect(endMs - startMs).toBe(hourMs / 2);
		expect(start.getUTCDay()).not.toBe(0);
		expect(start.getUTCHours() * 60 + start.getUTCMinutes()).toBeGreaterThanOrEqual(10 * 60);
		expect(start.getUTCHours() * 60 + start.getUTCMinutes()).toBeLessThan(17.5 * 60);
		expect(startMs - Date.now()).toBeLessThan(41 * hourMs);
		expect(endMs).toBeGreaterThan(Date.now());
	};

	test('gives the owner a task for the chosen slot, and personalises the call for just that time', async () => {
		const execution = await executionOf({ scenario: 'slotPicker' });
		const day = new Date(Date.now() + indiaMs + 24 * hourMs).toISOString().slice(0, 10);
		expect(execution.error?.message).toBeUndefined();
		expect(task(execution)).toMatchObject([
			{
				owner: 'Meera Nair',
				callBackNumber: '+919876543210',
				callFrom: `${day}T12:00:00+05:30`,
				businessNumber: '+911140000101',
			},
		]);
		expect(linesOfTask(execution)).toEqual([
			'Call back: Asha Rao, +919876543210; task for Meera Nair',
			expect.stringMatching(
				/^\w{3} \d{1,2} \w{3} \d{4}, 12:00–12:30 in India \(\w{3} \d{1,2} \w{3} \d{4}, 06:30–07:00 UTC\)$/,
			),
		]);
		expect(personalised()).toEqual({
			caller_number: '911140000101',
			receiver_number: '919876543210',
			label_id: '255297eb-7f13-44f9-967a-f287ff0f5025',
			dynamic_call_reason: 'Calling back as you asked',
			starts_at: Date.parse(`${day}T06:30:00Z`),
			ends_at: Date.parse(`${day}T07:00:00Z`),
		});
		expect(endOf(execution)).toEqual(['Call at that time']);
	});

	test('calls the alternate number, known in the CRM in another form, when the phone told none', async () => {
		const execution = await executionOf({ scenario: 'noNumber' });
		expect(task(execution)).toMatchObject([
			{
				owner: 'Imran Sheikh',
				title: 'Call back: Ravi Kumar',
				callBackNumber: '+919812345670',
				why: 'The customer chose this slot',
			},
		]);
		expect(personalised()).toMatchObject({ receiver_number: '919812345670' });
		expect(endOf(execution)).toEqual(['Call at that time']);
	});

	test.each([
		[
			'no slot was chosen',
			{ scenario: 'noSlotPicker' },
			'The customer chose no slot: next office hour',
		],
		[
			'no slot was chosen and the phone told no number',
			{ scenario: 'noSlotPickerNoNumber' },
			'The customer chose no slot: next office hour',
		],
		[
			'the slot is over',
			{ fields: slotFrom(Date.now() - hourMs) },
			'The slot was over when the event came: next office hour',
		],
	] satisfies Array<[string, EventOrder, string]>)(
		'takes the next office hour when %s',
		async (_title, order, why) => {
			const execution = await executionOf(order);
			expect(task(execution)).toMatchObject([{ why }]);
			expectNextOfficeHour();
			expect(endOf(execution)).toEqual(['Call at that time']);
		},
	);

	test.each([
		[
			'does not want a call',
			{ scenario: 'notInterested' },
			'Mark: does not want a call',
			{ callBackNumber: '+919876543210' },
		],
		[
			'has no number at all',
			{ fields: { client_number: 'Phone Number Not Available' } },
			'Queue: find out who it was',
			{ businessNumber: '+911140000101' },
		],
	] satisfies Array<[string, EventOrder, string, object]>)(
		'makes no task and no call for a customer who %s',
		async (_title, order, end, json) => {
			const before = calls();
			const execution = await executionOf(order);
			expect(endOf(execution)).toEqual([end]);
			expect(execution.items(end)[0]?.json).toMatchObject(json);
			expect([task(execution), calls()]).toEqual([[], before]);
		},
	);

	test('leaves the task and the call when Truecaller does not know the business number', async () => {
		const execution = await executionOf({ scenario: 'testUrl' });
		expect(endOf(execution)).toEqual(['Call without the reason']);
		expect(execution.items('Call without the reason')[0]?.json).toMatchObject({
			owner: 'Call-back desk',
			error: "'Caller Number' is empty",
		});
	});

	test('waits when the slot is more than two days ahead, and has the task at once', async () => {
		const before = calls();
		await deliver({ fields: slotFrom(Date.now() + 72 * hourMs) });
		const id = Math.max(...(await executionIds()));
		const status = async () =>
			(
				await rest.http.get<{ data: { status: string; waitTill: string | null } }>(
					`/executions/${id}`,
				)
			).data.data;
		while (/new|running/.test((await status()).status));
		const { status: word, waitTill } = await status();
		expect(word).toBe('waiting');
		expect(Math.abs(Date.parse(waitTill ?? '') - (Date.now() + 24 * hourMs))).toBeLessThan(60_000);
		expect(calls()).toBe(before);
	});

	test('makes no second task after a restart, when only the database remembers the event', async () => {
		const event: EventOrder = { fields: { event_id: 'before-and-after' } };
		expect(task(await executionOf(event))).toHaveLength(1);
		await n8n.restart();
		rest = await n8n.signIn();
		await untilLive(address);
		const before = (await executionIds()).length;
		expect(task(await executionOf(event))).toEqual([]);
		expect(await executionIds()).toHaveLength(before + 1);
	});

	test('rather makes a task twice than never, when the database cannot remember', async () => {
		const mend = await refuseInserts(n8n.userFolder, 'processed_data');
		try {
			expect(task(await executionOf({}))).toHaveLength(1);
		} finally {
			await mend();
		}
	});

	test('can be tried in the editor with all five answers, as often as one likes', async () => {
		for (const execution of [
			await rest.run(workflowId, 'Truecaller Trigger'),
			await rest.run(workflowId, 'Truecaller Trigger'),
		]) {
			expect(execution.status).toBe('success');
			expect(task(execution).map(({ title }) => title)).toEqual([
				'Call back: Asha Rao',
				'Call back: Ravi Kumar',
				'Call back: Asha Rao',
				'Call back: Ravi Kumar',
			]);
		}
	});
});
