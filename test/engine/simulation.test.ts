import type { IDataObject, INode } from 'n8n-workflow';

import { resources } from '../../nodes/Truecaller/resources';
import { customers, personaliseCall } from '../support/calls';
import {
	isErrorItem,
	lastKey,
	MARK,
	numbersOf,
	openSimulation,
	simulate,
} from '../support/simulation';

openSimulation();

const BAD = 'nobody';

/** Every operation, with three items of which the second cannot be read where an item can be bad. */
const OPERATIONS: Readonly<
	Record<string, { parameters: INode['parameters']; items: IDataObject[]; badIsError: boolean }>
> = {
	'account.checkSetup': {
		parameters: { resource: 'account', operation: 'checkSetup' },
		items: [{}, {}, {}],
		badIsError: false,
	},
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

it('the table has every operation that can be simulated', () => {
	const all = resources.flatMap(({ value, operations }) =>
		operations.map((operation) => `${value}.${operation.value}`),
	);
	const served = all.filter((name) => !name.startsWith('event.'));
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
