import type { INode } from 'n8n-workflow';

import { customers, manyCustomers, personaliseCall } from '../support/calls';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

const bulk = (more: INode['parameters'] = {}, options = {}) =>
	personaliseCall({ operation: 'personaliseBulk', ...more }, options);
const batches = () => stage.sandbox.control.received('batchV3');
const sizes = () =>
	batches().map(({ body }) => (body as { call_records: unknown[] }).call_records.length);

describe('personalising many calls', () => {
	it.each([
		[1, [1]],
		[499, [499]],
		[500, [500]],
		[501, [500, 1]],
		[1_000, [500, 500]],
		[1_001, [500, 500, 1]],
		[2_000, [500, 500, 500, 500]],
	])(
		'sends %i calls in batches of 500 and gives every one back in order',
		async (count, expected) => {
			const items = manyCustomers(count);
			const { items: out, error } = await stage.engine.runNode({ parameters: bulk(), items });
			expect(error).toBeUndefined();
			expect(sizes().sort((one, other) => other - one)).toEqual(expected);
			const receivers = out.map(
				({ json }) => (json.callRecord as { receiver_number: string }).receiver_number,
			);
			expect(receivers).toEqual(items.map(({ phone }) => phone));
			expect(out.map(({ pairedItem }) => pairedItem)).toEqual(
				items.map((_none, item) => ({ item })),
			);
			expect(new Set(out.map(({ json }) => json.batchId)).size).toBe(expected.length);
		},
	);

	it('says of each call that it was accepted, and not that it was pushed', async () => {
		const { items } = await stage.engine.runNode({
			parameters: bulk({}, { includeInputFields: true }),
			items: customers('98765 43210'),
		});
		expect(Object.keys(items[0]?.json ?? {})[0]).toBe('receiverNumber');
		expect(items[0]?.json).toEqual({
			receiverNumber: '+919876543210',
			outcome: 'accepted',
			personalised: false,
			reason: null,
			advice: 'Get the status of the batch in a minute, to see what became of this call',
			message: null,
			window: {
				start: expect.stringMatching(/\+05:30$/),
				end: expect.stringMatching(/\+05:30$/),
				timezone: 'Asia/Kolkata',
			},
			batchId: expect.any(String),
			callRecord: expect.objectContaining({
				caller_number: '+912268012345',
				receiver_number: '+919876543210',
			}),
			input: { phone: '98765 43210' },
		});
	});

	it('sends nothing before every item was read', async () => {
		const items = [...manyCustomers(600), { phone: 'none' }, ...manyCustomers(10)];
		const { error } = await stage.engine.runNode({ parameters: bulk(), items });
		expect(error?.message).toBe("'Receiver Number' has letters in it [item 600]");
		expect(stage.sandbox.control.received()).toHaveLength(0);
	});

	it('leaves out what cannot be sent, and sends the rest, when errors are to continue', async () => {
		const items = [...manyCustomers(2), { phone: null }, ...manyCustomers(2)];
		const { items: out, errors } = await stage.engine.runNode({
			parameters: bulk(),
			items,
			onError: 'continueErrorOutput',
		});
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 3, 4].map((item) => ({ item })));
		expect(errors.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			["'Receiver Number' is empty", { item: 2 }],
		]);
		expect(sizes()).toEqual([4]);
	});

	it('says which batches were accepted when another one fails, because a second run would send them again', async () => {
		stage.sandbox.control.next({ route: 'batchV3', delayMs: 1 });
		stage.sandbox.control.next({ route: 'batchV3', status: 403 });
		const { error } = await stage.engine.runNode({
			parameters: bulk(),
			items: manyCustomers(1_200),
		});
		expect(error?.message).toBe('Truecaller does not allow this with your API key [item 500]');
		expect(error?.description).toMatch(
			/Already accepted by Truecaller, and a second run would send them again: items 0–499 and 1000–1199\. Batches: [0-9a-f-]{36}, [0-9a-f-]{36}\.$/,
		);
	});

	it('keeps the other batches when one fails and errors are to continue', async () => {
		stage.sandbox.control.next({ route: 'batchV3', delayMs: 1 });
		stage.sandbox.control.next({ route: 'batchV3', status: 403 });
		const { items, errors } = await stage.engine.runNode({
			parameters: bulk(),
			items: manyCustomers(1_200),
			onError: 'continueErrorOutput',
		});
		expect(items).toHaveLength(700);
		expect(errors.map(({ pairedItem }) => pairedItem)).toEqual(
			Array.from({ length: 500 }, (_none, index) => ({ item: 500 + index })),
		);
	});

	it.each([
		['the connection breaks', { connection: 'resetAfterBody' as const }, 'unknown/noAnswer'],
		['Truecaller has a fault', { status: 500 }, 'unknown/serverFault'],
		[
			'the answer has no batch ID',
			{ status: 200, body: { status: 'success' } },
			'unknown/noAnswer',
		],
		[
			'Truecaller refuses the batch',
			{
				status: 400,
				body: {
					status_info: {
						status: 'error',
						field: 'call_records',
						message: 'Request body is invalid: too many',
					},
				},
			},
			'refused/invalidInput',
		],
	])(
		'never sends a batch twice when %s, and says so of its calls alone',
		async (_when, interruption, outcome) => {
			stage.sandbox.control.next({ route: 'batchV3', delayMs: 1 });
			stage.sandbox.control.next({ route: 'batchV3', ...interruption });
			const { items } = await stage.engine.runNode({
				parameters: bulk(),
				items: manyCustomers(1_001),
			});
			const told = items.map(({ json }) => `${String(json.outcome)}/${String(json.reason)}`);
			expect(told).toEqual([
				...Array<string>(500).fill('accepted/null'),
				...Array<string>(500).fill(outcome),
				'accepted/null',
			]);
			expect(batches()).toHaveLength(3);
		},
	);

	it('refuses Retry On Fail before anything is sent', async () => {
		const { error } = await stage.engine.runNode({
			parameters: bulk(),
			items: manyCustomers(3),
			retryOnFail: true,
		});
		expect(error?.message).toBe(
			"'Retry On Fail' is switched on for this node, and would personalise calls a second time",
		);
		expect(stage.sandbox.control.received()).toHaveLength(0);
	});

	it('ends, slower, with nothing lost, when Truecaller allows only a fifth of what is documented', async () => {
		stage.sandbox.control.settings({ limits: { batchCallsPerWindow: 12 } });
		const items = manyCustomers(7_000);
		const { items: out, error } = await stage.engine.runNode({ parameters: bulk(), items });
		expect(error).toBeUndefined();
		expect(out.map(({ json }) => json.outcome)).toEqual(Array(7_000).fill('accepted'));
		expect(batches().filter(({ status }) => status === 200)).toHaveLength(14);
	}, 150_000);

	it('brings not one 429 at the documented limit of 60 batches a minute', async () => {
		const { items } = await stage.engine.runNode({
			parameters: bulk(),
			items: manyCustomers(9_000),
		});
		expect(items.map(({ json }) => json.outcome)).toEqual(Array(9_000).fill('accepted'));
		expect(batches().map(({ status }) => status)).toEqual(Array(18).fill(200));
	}, 60_000);
});
