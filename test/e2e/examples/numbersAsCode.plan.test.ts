import { openExample, type Example } from './example';

const featureSetId = 'f5f5f5f5-0000-4000-8000-000000000002';
const quick = { listingMs: 300, delistingMs: 300 };

describe('numbers as code, tried without any account', () => {
	let example: Example;
	beforeEach(async () => {
		example = await openExample('numbers-as-code');
		example.sandbox.control.settings(quick);
	});
	afterEach(async () => await example.close());

	const sent = (route: 'publish' | 'delist') =>
		example.sandbox.control
			.received(route)
			.map(({ body }) => (body as { phone_numbers: string[] }).phone_numbers);
	const held = () =>
		example.sandbox.control
			.numbers(featureSetId)
			.map(({ phoneNumber, state }) => `${phoneNumber} ${state}`)
			.sort();
	const asListed = ['911140000201 listed', '911140000202 listed'];

	test('moves to the new series what the plan shows, and has nothing to do the second time', async () => {
		const first = await example.run();
		expect(first.items('The plan in words')[0]?.json).toMatchObject({
			list: ['+911600100201', '+911600100202'],
			delist: ['+911140000202'],
			keep: ['+911140000201'],
			overLimit: false,
			text: 'Acme Bank – KYC: 2 to list (+911600100201, +911600100202), 1 to take off (+911140000202), 0 to list again once they are off (), 1 stay.',
		});
		expect(
			first.items('Sync: apply').map(({ json }) => [json.phoneNumber, json.action, json.status]),
		).toEqual([
			['+911140000201', 'keep', 'listed'],
			['+911600100201', 'list', 'listed'],
			['+911600100202', 'list', 'listed'],
			['+911140000202', 'delist', 'delisted'],
		]);
		expect(example.went(first, 'The report in words', 'text')).toEqual([
			'Acme Bank – KYC: 2 listed, 1 taken off, 1 as before, 0 still pending, 0 failed.',
		]);
		expect([sent('publish'), sent('delist')]).toEqual([
			[['911600100201', '911600100202']],
			[['911140000202']],
		]);
		expect(held()).toEqual(['911140000201 listed', '911600100201 listed', '911600100202 listed']);

		const second = await example.run();
		expect(second.items('Nothing to do')).toHaveLength(1);
		expect(second.items('Approval')).toEqual([]);
		expect([sent('publish').length, sent('delist').length]).toEqual([1, 1]);
	});

	test('stops when too many would be taken off, without asking', async () => {
		const many = Array.from({ length: 12 }, (_, index) => `9111400012${10 + index}`);
		example.sandbox.control.seedNumbers({ featureSetId, phoneNumbers: many, state: 'listed' });
		const execution = await example.run();
		expect(example.went(execution, 'Stopped: too many removals', 'text')).toEqual([
			expect.stringMatching(
				/^Nothing was changed, for this would take off too many numbers\. .+ 13 to take off/,
			),
		]);
		expect(execution.items('Approval')).toEqual([]);
		expect([sent('publish'), sent('delist')]).toEqual([[], []]);
	});

	test('changes nothing without approval', async () => {
		const no = {
			assignments: {
				assignments: [{ id: 'no', name: 'data.approved', value: false, type: 'boolean' }],
			},
		};
		const execution = await example.run({ Approval: () => no });
		expect(execution.items('Not approved')).toHaveLength(1);
		expect(held()).toEqual(asListed);
	});

	test('changes nothing when one number cannot be read, or the list is empty', async () => {
		const numbers = [{ phone: '011 4000 0201' }, { phone: '011 4000' }];
		const execution = await example.run({ 'Live numbers': example.listOf({ numbers }) });
		expect(example.went(execution, 'Correct the list', 'text')).toEqual([
			expect.stringMatching(
				/^Nothing was changed\. 011 4000: 'Phone Numbers' \(ending in 4000\) is too short/,
			),
		]);
		const empty = await example.run({
			'Live numbers': example.listOf({ numbers: [{ phone: '' }] }),
		});
		expect(example.went(empty, 'Correct the list', 'text')).toEqual([
			expect.stringMatching(
				/^Nothing was changed\. The list of numbers is empty, and would take every number off this feature set\./,
			),
		]);
		expect([sent('publish'), sent('delist')]).toEqual([[], []]);
	});

	test('tells which numbers are blocked, waits for them, and reports each failure apart', async () => {
		example.sandbox.control.settings({ listingMs: 300, delistingMs: 1_500 });
		example.sandbox.control.seedNumbers({
			featureSetId,
			phoneNumbers: ['911140000201'],
			state: 'delisting',
		});
		const numbers = [
			{ phone: '011 4000 0201' },
			{ phone: '011 4000 0202' },
			{ phone: '011 4000 9001' },
		];
		const execution = await example.run({ 'Live numbers': example.listOf({ numbers }) });
		expect(execution.items('The plan in words')[0]?.json).toMatchObject({
			blocked: ['+911140000201'],
			text: expect.stringContaining('1 to list again once they are off (+911140000201)'),
		});
		expect(execution.items('The report in words')[0]?.json).toMatchObject({
			done: ['+911140000201', '+911140000202'],
			pending: [],
			failed: ['+911140009001'],
		});
		expect(example.went(execution, 'The report in words', 'text')).toEqual([
			expect.stringMatching(
				/1 listed, 0 taken off, 1 as before, 0 still pending, 1 failed\.\n\+911140009001: /,
			),
		]);
		expect(held()).toEqual(asListed);
	});

	test('takes nothing off a second time that is being taken off already', async () => {
		example.sandbox.control.settings({ delistingMs: 60_000 });
		example.sandbox.control.seedNumbers({
			featureSetId,
			phoneNumbers: ['911140000202'],
			state: 'delisting',
		});
		const execution = await example.run({
			'Live numbers': example.listOf({ numbers: [{ phone: '011 4000 0201' }] }),
		});
		expect(execution.items('Nothing to do')[0]?.json).toMatchObject({
			delist: [],
			keep: ['+911140000201'],
		});
	});
});
