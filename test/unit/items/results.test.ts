import type { INode } from 'n8n-workflow';

import { problem } from '../../../nodes/Truecaller/api/problems';
import { toOutput } from '../../../nodes/Truecaller/items/results';
import type { ItemResult } from '../../../nodes/Truecaller/items/results';
import { createItem } from '../../support/item';

const NUMBER_EMPTY = problem("'Receiver Number' is empty", 'Enter a phone number.', {
	outcome: 'refused',
	field: 'receiverNumber',
});

type Value = { readonly row: string; readonly of?: readonly number[] };

const lay = (results: ReadonlyArray<ItemResult<Value>>, onError?: INode['onError']) =>
	toOutput(
		results,
		results.map((_result, index) => ({ ...createItem({}), index })),
		{ toRow: ({ row }) => ({ row }), itemsOf: ({ of }) => of },
		{ onError },
	);

describe('the output', () => {
	it('is empty when there is no item', () => {
		expect(lay([])).toEqual([]);
	});

	it('shows an older n8n which items go to the error output, and leaves nothing there that would replace their json', () => {
		const [item] = lay([{ ok: false, problem: NUMBER_EMPTY }], 'continueErrorOutput');
		const copy = { ...item };
		expect(item?.error).toEqual({ message: "'Receiver Number' is empty" });
		expect('error' in copy).toBe(false);
		expect(copy.json).toMatchObject({
			error: "'Receiver Number' is empty",
			details: { field: 'receiverNumber' },
		});
	});

	it('shows no such thing where the items go on among the others', () => {
		expect(
			lay([{ ok: false, problem: NUMBER_EMPTY }], 'continueRegularOutput')[0]?.error,
		).toBeUndefined();
	});

	it('pairs each row with its item and keeps the order, with a failed item in the middle', () => {
		const output = lay([
			{ ok: true, values: [{ row: 'a' }, { row: 'b' }] },
			{ ok: false, problem: NUMBER_EMPTY },
			{ ok: true, values: [] },
			{ ok: true, values: [{ row: 'c' }] },
		]);
		expect(output).toEqual([
			{ json: { row: 'a' }, pairedItem: { item: 0 } },
			{ json: { row: 'b' }, pairedItem: { item: 0 } },
			{
				json: {
					error: "'Receiver Number' is empty",
					details: { outcome: 'refused', field: 'receiverNumber', advice: 'Enter a phone number.' },
				},
				pairedItem: { item: 1 },
			},
			{ json: { row: 'c' }, pairedItem: { item: 3 } },
		]);
	});

	it('has in an error item exactly the keys that keep n8n from losing the row', () => {
		const [item] = lay([{ ok: false, problem: NUMBER_EMPTY, waits: true }]);
		expect(Object.keys(item ?? {})).toEqual(['json', 'pairedItem']);
		expect(Object.keys(item?.json ?? {})).toEqual(['error', 'details']);
	});

	it('keeps the advice of the details where they have one of their own', () => {
		const [item] = lay([
			{ ok: false, problem: problem('Not pushed', 'A sentence.', { advice: 'Place the call' }) },
		]);
		expect(item?.json.details).toEqual({ advice: 'Place the call' });
	});

	it('pairs a row that belongs to several items with all of them', () => {
		const [one, all] = lay([
			{ ok: true, values: [{ row: 'a' }] },
			{ ok: true, values: [{ row: 'b', of: [0, 1] }] },
		]);
		expect([one?.pairedItem, all?.pairedItem]).toEqual([{ item: 0 }, [{ item: 0 }, { item: 1 }]]);
	});
});
