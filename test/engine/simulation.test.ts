/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { Socket } from 'node:net';

import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import { resources } from '../../nodes/Truecaller/resources';
import { customers, personaliseCall } from '../support/calls';
import { createEngine } from '../support/engine';
import type { Engine, NodeSetUp } from '../support/engine';

let engine: Engine;
beforeAll(async () => {
	engine = await createEngine({});
});
beforeEach(() => {
	jest.spyOn(Socket.prototype, 'connect').mockImplementation(() => {
		throw new Error('A simulation opened a connection');
	});
});
afterEach(() => jest.restoreAllMocks());

const FLOWERS = '069d2e3a-41e6-41f9-a768-157d7e3bd6b9';
const BAD = 'nobody';

const numbersOf = (operation: string, more: INode['parameters'] = {}): INode['parameters'] => ({
	resource: 'number',
	operation,
	featureSet: { __rl: true, mode: 'list', value: FLOWERS },
	phoneNumbers: '={{ $json.phone }}',
	options: { defaultCountry: 'IN' },
	...more,
});

/** Every operation, with three items of which the second cannot be read where an item can be bad. */
const OPERATIONS: Readonly<
	Record<string, { parameters: INode['parameters']; items: IDataObject[]; badIsError: boolean }>
> = {
	'callPersonalisation.personalise': {
		parameters: personaliseCall(),
		items: customers('9876543210', BAD, '9876540001'),
		badIsError: true,
	},
	'callPersonalisation.personaliseBulk': {
		parameters: personaliseCall({ operation: 'personaliseBulk' }),
		items: customers('9876543210', BAD, '9876540001'),
		badIsError: true,
	},
	'batch.getStatus': {
		parameters: { resource: 'batch', operation: 'getStatus', batchId: '={{ $json.batchId }}' },
		items: [{ batchId: 'a' }, { batchId: '' }, { batchId: 'b' }],
		badIsError: true,
	},
	'number.list': {
		parameters: numbersOf('list'),
		items: customers('02268010001', BAD, '02268010002'),
		badIsError: false,
	},
	'number.delist': {
		parameters: numbersOf('delist'),
		items: customers('02268010001', BAD, '02268010002'),
		badIsError: false,
	},
	'number.sync': {
		parameters: numbersOf('sync'),
		items: customers('02268010001', BAD, '02268010002'),
		badIsError: true,
	},
	'number.getMany': {
		parameters: { resource: 'number', operation: 'getMany', limit: '={{ $json.limit }}' },
		items: [{ limit: 1 }, { limit: -1 }, { limit: 1 }],
		badIsError: true,
	},
	'featureSet.getMany': {
		parameters: { resource: 'featureSet', operation: 'getMany', limit: '={{ $json.limit }}' },
		items: [{ limit: 1 }, { limit: -1 }, { limit: 1 }],
		badIsError: true,
	},
	'label.getMany': {
		parameters: { resource: 'label', operation: 'getMany', limit: '={{ $json.limit }}' },
		items: [{ limit: 1 }, { limit: -1 }, { limit: 1 }],
		badIsError: true,
	},
};

/** Runs in a simulation, without a credential. */
const simulate = async (setUp: NodeSetUp) =>
	await engine.runNode({
		...setUp,
		parameters: { connectTo: 'simulation', ...setUp.parameters },
		withoutCredential: true,
	});

const without = (name: string, parameters: INode['parameters']): INode['parameters'] =>
	Object.fromEntries(Object.entries(parameters).filter(([each]) => each !== name));

const isErrorItem = ({ json }: INodeExecutionData) => 'error' in json;
/** The keys that tell where an item comes from: the last of its json, or of the details of an error item. */
const lastKey = (item: INodeExecutionData) =>
	Object.entries(isErrorItem(item) ? (item.json.details as object) : item.json).at(-1);
const MARK = ['simulated', true];

it('the table has every operation that can be simulated', () => {
	const all = resources.flatMap(({ value, operations }) =>
		operations.map((operation) => `${value}.${operation.value}`),
	);
	const served = all.filter((name) => !/^(event|account)\./.test(name));
	expect(Object.keys(OPERATIONS).sort()).toEqual(served.sort());
});

describe.each(Object.entries(OPERATIONS))('%s in the simulation', (_name, operation) => {
	const { parameters, items, badIsError } = operation;
	const good = items.filter((_item, index) => index !== 1);

	it('marks every row, and needs neither a credential nor the network', async () => {
		const { items: rows, error } = await simulate({ parameters, items: good, onError: undefined });
		if (parameters.operation === 'getStatus')
			expect(error?.message).toBe('This simulation does not know the batch [item 0]');
		else expect(error).toBeUndefined();
		expect(rows.map(lastKey)).toEqual(rows.map(() => MARK));
	});

	it('stops at a bad item where the node is to stop', async () => {
		const { items: rows, error } = await simulate({ parameters, items });
		expect(error !== undefined).toBe(badIsError);
		expect(rows.map(lastKey)).toEqual(rows.map(() => MARK));
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'marks error items as well with On Error at %s',
		async (onError) => {
			const { items: rows, errors, error } = await simulate({ parameters, items, onError });
			expect(error).toBeUndefined();
			const all = [...rows, ...errors];
			expect(all.length).toBeGreaterThan(0);
			expect(all.map(lastKey)).toEqual(all.map(() => MARK));
			expect(all.some(isErrorItem)).toBe(badIsError);
		},
	);
});

describe('the simulation', () => {
	it('gives eight customers five kinds of outcome', async () => {
		const lastDigits = ['3210', '0001', '0002', '0003', '0004', '0005', '0006', '0007'];
		const items = customers(...lastDigits.map((last) => `987654${last}`));
		const { items: rows } = await simulate({ parameters: personaliseCall(), items });
		expect(new Set(rows.map(({ json }) => json.outcome))).toEqual(
			new Set(['pushed', 'cannotShow', 'tryAgain', 'refused', 'unknown']),
		);
	});

	it('has a label and a feature set chosen in a new node, by their names in the model', async () => {
		const call = without('label', personaliseCall());
		const plan = without('featureSet', numbersOf('list'));
		const items = customers('02268010001', '02268010002', '02268010003');
		const { items: calls } = await simulate({ parameters: call, items });
		const { items: listed } = await simulate({ parameters: plan, items });
		const { results: labels } = await engine.search('searchLabels', 'flowerera', {
			connectTo: 'simulation',
		});
		expect(calls.map(({ json }) => json.callRecord)).toEqual(
			calls.map(() => expect.objectContaining({ label_id: labels[0]?.value }) as unknown),
		);
		expect(listed.map(({ json }) => json.featureSetId)).toEqual([FLOWERS, FLOWERS, FLOWERS]);
	});

	it('marks the summary of a run that waits for its outcomes', async () => {
		const parameters = personaliseCall({
			operation: 'personaliseBulk',
			waitUntilFinished: true,
			summary: true,
		});
		const { items: rows } = await simulate({
			parameters,
			items: customers('9876543210', '9876540001', '9876540005'),
		});
		expect(rows).toHaveLength(1);
		expect(rows[0]?.json).toMatchObject({ total: 3, pushed: 1, cannotShow: 1, refused: 1 });
		expect(rows.map(lastKey)).toEqual([MARK]);
	});

	it('knows a batch from one execution to the next', async () => {
		const { items: sent } = await simulate({
			parameters: personaliseCall({ operation: 'personaliseBulk' }),
			items: customers('9876543210', '9876540001', '9876540002'),
		});
		const parameters = {
			resource: 'batch',
			operation: 'getStatus',
			batchId: String(sent[0]?.json.batchId),
			options: { waitUntilFinished: true },
		};
		const { items: rows } = await simulate({ parameters });
		expect(rows.map(({ json }) => json.outcome).sort()).toEqual([
			'cannotShow',
			'cannotShow',
			'pushed',
		]);
		expect(rows.map(lastKey)).toEqual([MARK, MARK, MARK]);
	});

	it('says of a batch of another process or an earlier one that it is not kept here', async () => {
		const parameters = { resource: 'batch', operation: 'getStatus', batchId: 'b-1' };
		const { items: rows } = await simulate({ parameters, onError: 'continueRegularOutput' });
		expect(rows.map(({ json }) => json)).toEqual([
			{
				error: 'This simulation does not know the batch',
				details: {
					truecallerSaid: 'batch not found',
					field: 'batchId',
					batchId: 'b-1',
					advice:
						'A simulated batch is kept in the memory of one n8n process and forgotten when that process restarts. In queue mode, send the batch and ask for its status in the same execution. Or send the batch again.',
					simulated: true,
				},
			},
		]);
	});

	it('marks the items of a run that is refused as a whole', async () => {
		const { items: rows } = await simulate({
			parameters: personaliseCall({}, { maxCalls: 1 }),
			items: customers('9876543210', '9876543211', '9876543212'),
			onError: 'continueRegularOutput',
		});
		expect(rows.map(lastKey)).toEqual([MARK, MARK, MARK]);
		expect(rows.every(isErrorItem)).toBe(true);
	});

	it('says so in a hint', async () => {
		const { run } = await simulate({
			parameters: personaliseCall(),
			items: customers('9876543210'),
		});
		const hints = run.data.resultData.runData.Truecaller?.[0]?.hints ?? [];
		expect(hints.map(({ message }) => message)).toEqual([
			'This run was a simulation: nothing was sent to Truecaller, and no phone showed anything. To use your account, set Connect To to My Truecaller Account.',
		]);
	});

	it.each([
		['searchLabels', 12],
		['searchFeatureSets', 8],
	])('fills the picker %s without a credential', async (picker, count) => {
		const simulation = { connectTo: 'simulation' };
		const { results } = await engine.search(picker, '', simulation, { withoutCredential: true });
		expect(results).toHaveLength(count);
	});
});

it.each([{}, { connectTo: 'truecaller' }])(
	'without a credential the account stays an error in plain words, and no item is marked: %j',
	async (connectTo) => {
		const { items: rows } = await engine.runNode({
			parameters: { ...connectTo, ...personaliseCall() },
			items: customers('9876543210', '9876543211', '9876543212'),
			onError: 'continueRegularOutput',
			withoutCredential: true,
		});
		expect(rows.map(({ json }) => json)).toEqual(
			rows.map(() => ({
				error: 'Node does not have any credentials set',
				details: { advice: 'Choose a Truecaller credential in this node.' },
			})),
		);
		expect(rows).toHaveLength(3);
	},
);
