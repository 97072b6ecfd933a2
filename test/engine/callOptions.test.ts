import type { IDataObject } from 'n8n-workflow';

import { customers, personaliseCall } from '../support/calls';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

const THREE = customers('9876540000', '9876540010', '9876540020');
const OPERATIONS = ['personalise', 'personaliseBulk'] as const;
const sent = () =>
	stage.sandbox.control.received('realTimeV2').length +
	stage.sandbox.control.received('batchV3').length;
const run = async (
	operation: string,
	options: IDataObject,
	onError?: 'continueRegularOutput',
	items: IDataObject[] = THREE,
) =>
	await stage.engine.runNode({
		parameters: personaliseCall({ operation }, options),
		items,
		onError,
	});

describe('Max Calls', () => {
	it.each(OPERATIONS)(
		'stops a run of %s that is larger than meant before anything is sent',
		async (operation) => {
			const { error } = await run(operation, { maxCalls: 2 });
			expect(error?.message).toBe("3 items came in, and 'Max Calls' is 2");
			expect(error?.description).toBe(
				"Nothing was sent. Check the input of this node. If all of them are meant, raise 'Max Calls' under Options.",
			);
			expect(sent()).toBe(0);
		},
	);

	it('makes every item an error when On Error is set to continue', async () => {
		const { items } = await run('personaliseBulk', { maxCalls: 2 }, 'continueRegularOutput');
		expect(items.map(({ json }) => json.error)).toEqual(
			Array(3).fill("3 items came in, and 'Max Calls' is 2"),
		);
		expect(sent()).toBe(0);
	});

	it.each([0, 3, '3', 500])('lets three items through when it is %j', async (maxCalls) => {
		const { items } = await run('personalise', { maxCalls });
		expect(items.map(({ json }) => json.outcome)).toEqual(['pushed', 'pushed', 'pushed']);
	});

	it('says so when it is no number', async () => {
		const { error } = await run('personalise', { maxCalls: 'many' });
		expect(error?.message).toBe("'Max Calls' is not a number of 0 or more");
		expect(sent()).toBe(0);
	});
});

describe('Additional Fields', () => {
	const EXTRA = { post_call_action: 'survey' };

	it.each([
		['a JSON text', JSON.stringify(EXTRA)],
		['an object', EXTRA],
	])('are sent with every call, given as %s', async (_form, additionalFields) => {
		for (const operation of OPERATIONS) {
			const { items, error } = await run(operation, { additionalFields });
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.callRecord)).toEqual(
				THREE.map(() => expect.objectContaining(EXTRA)),
			);
		}
		const [batch] = stage.sandbox.control.received('batchV3');
		expect((batch?.body as { call_records: unknown[] }).call_records).toEqual(
			THREE.map(() => expect.objectContaining(EXTRA)),
		);
	});

	it('are sent in the oldest version too', async () => {
		const { items } = await run('personalise', { additionalFields: EXTRA, apiVersion: 'v1' });
		expect(items[0]?.json).toMatchObject({
			outcome: 'pushed',
			callRecord: { caller: '912268012345', ...EXTRA },
		});
	});

	it('differ from item to item where an expression says so', async () => {
		const items = THREE.map((item, index) => ({ ...item, action: `action ${index}` }));
		const options = { additionalFields: '={{ { post_call_action: $json.action } }}' };
		const { items: out } = await run('personaliseBulk', options, undefined, items);
		expect(
			out.map(({ json }) => (json.callRecord as { post_call_action: string }).post_call_action),
		).toEqual(['action 0', 'action 1', 'action 2']);
	});

	it.each([
		['caller_number', "'Caller Number'"],
		['receiver', "'Receiver Number'"],
		['ends_at', "'Ends At' or 'Duration (Minutes)'"],
		['call_reason', "'Call Reason'"],
	])('cannot overwrite %s, and the error names the parameter to use', async (name, parameter) => {
		const { error } = await run('personalise', { additionalFields: { [name]: '1' } });
		expect(error?.message).toBe('3 of 3 items cannot be sent as they are; the first is item 0');
		const { items } = await run(
			'personalise',
			{ additionalFields: { [name]: '1' } },
			'continueRegularOutput',
		);
		expect(items[2]?.json).toMatchObject({
			error: `'Additional Fields' has ${name}, which this node sets itself`,
			details: {
				advice: `Take ${name} out of 'Additional Fields', and use ${parameter} instead.`,
				field: 'additionalFields',
			},
		});
		expect(sent()).toBe(0);
	});

	it('say what is wrong beside the other faults of an item', async () => {
		const { items } = await run(
			'personalise',
			{ additionalFields: '={{ $json.more }}' },
			'continueRegularOutput',
			[
				{ phone: '9876540000', more: '{}' },
				{ phone: 'nobody', more: '[1]' },
				{ phone: '9876540020', more: '{ broken' },
			],
		);
		expect(items.map(({ json }) => json.error ?? json.outcome)).toEqual([
			'pushed',
			"'Receiver Number' has letters in it; 'Additional Fields' is not a JSON object",
			"'Additional Fields' is not a JSON object",
		]);
	});
});
