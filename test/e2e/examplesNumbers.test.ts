import { openExample, type Example } from './example';

const featureSetId = 'f5f5f5f5-0000-4000-8000-000000000002';
const quick = { listingMs: 300, delistingMs: 300 };

describe('numbers as code', () => {
	let example: Example;
	beforeEach(async () => {
		example = await openExample('numbers-as-code');
		example.sandbox.control.settings(quick);
	});
	afterEach(async () => await example.close());

	const sent = (route: 'publish' | 'delist') => example.sandbox.control.received(route).map(({ body }) => (body as { phone_numbers: string[] }).phone_numbers);
	const held = () => example.sandbox.control.numbers(featureSetId).map(({ phoneNumber, state }) => `${phoneNumber} ${state}`).sort();
	const asListed = ['911140000201 listed', '911140000202 listed'];

	test('moves to the new series what the plan shows, and has nothing to do the second time', async () => {
		const first = await example.run();
		expect(first.items('The plan in words')[0]?.json).toMatchObject({
			list: ['+911600100201', '+911600100202'],
			delist: ['+911140000202'],
			keep: ['+911140000201'],
			overLimit: false,
			text: 'Acme Bank – KYC: 2 to list (+911600100201, +911600100202), 1 to delist (+911140000202), 0 still being taken off, 1 stay.',
		});
		expect(first.items('Report: done').map(({ json }) => [json.phoneNumber, json.action, json.status])).toEqual([
			['+911140000201', 'keep', 'listed'],
			['+911600100201', 'list', 'listed'],
			['+911600100202', 'list', 'listed'],
			['+911140000202', 'delist', 'delisted'],
		]);
		expect([sent('publish'), sent('delist')]).toEqual([[['911600100201', '911600100202']], [['911140000202']]]);
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
		expect(execution.items('Stopped: too many removals')[0]?.json).toMatchObject({ overLimit: true });
		expect(execution.items('Approval')).toEqual([]);
		expect([sent('publish'), sent('delist')]).toEqual([[], []]);
	});

	test('stops by the brake of Apply when the feature set has changed since the plan', async () => {
		const execution = await example.run({ 'Sync: apply': ({ options }) => ({ options: { ...(options as object), maxRemovals: 0 } }) });
		expect(example.went(execution, 'Stopped: look at the plan again', 'error')).toEqual(['1 number would be delisted, and Max Removals is 0']);
		expect([sent('publish'), sent('delist')]).toEqual([[], []]);
		expect(held()).toEqual(asListed);
	});

	test('changes nothing without approval', async () => {
		const no = { assignments: { assignments: [{ id: 'no', name: 'approved', value: false, type: 'boolean' }] } };
		const execution = await example.run({ Approval: () => no });
		expect(execution.items('Not approved')).toHaveLength(1);
		expect(held()).toEqual(asListed);
	});

	test('changes nothing when one number cannot be read, or the list is empty', async () => {
		const numbers = [{ phone: '011 4000 0201' }, { phone: '011 4000' }];
		const execution = await example.run({ 'Live numbers': example.listOf({ numbers }) });
		expect(example.went(execution, 'Correct the list', 'phone')).toEqual(['011 4000 0201', '011 4000']);
		const empty = await example.run({ 'Live numbers': example.listOf({ numbers: [{ phone: '' }] }) });
		expect(example.went(empty, 'Correct the list', 'error')).toEqual(['The list of numbers is empty, and would take every number off this feature set']);
		expect([sent('publish'), sent('delist')]).toEqual([[], []]);
	});

	test('tells which numbers are blocked, waits for them, and reports each failure apart', async () => {
		example.sandbox.control.settings({ listingMs: 300, delistingMs: 1_500 });
		example.sandbox.control.seedNumbers({ featureSetId, phoneNumbers: ['911140000201'], state: 'delisting' });
		const numbers = [{ phone: '011 4000 0201' }, { phone: '011 4000 0202' }, { phone: '011 4000 9001' }];
		const execution = await example.run({ 'Live numbers': example.listOf({ numbers }) });
		expect(example.went(execution, 'Tell that these will wait', 'phoneNumber')).toEqual(['+911140000201']);
		expect(example.went(execution, 'Report: done', 'phoneNumber')).toEqual(['+911140000201', '+911140000202']);
		expect(execution.items('Look into these').map(({ json }) => [json.phoneNumber, json.result])).toEqual([['+911140009001', 'ownedByOther']]);
		expect(held()).toEqual(asListed);
	});
});
