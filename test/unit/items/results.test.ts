import type { IExecuteFunctions, INode } from 'n8n-workflow';

import { problem } from '../../../nodes/Truecaller/api/problems';
import {
	explainStop,
	explainUnreadable,
	nameItems,
	toOutput,
} from '../../../nodes/Truecaller/items/results';
import type { Placed } from '../../../nodes/Truecaller/items/results';
import { createStrict } from '../../support/strict';

const node: INode = {
	id: '1',
	name: 'Truecaller',
	type: 'n8n-nodes-truecaller.truecaller',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const context = createStrict<IExecuteFunctions>({ getNode: () => node });

const countTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const NUMBER_EMPTY = problem('Receiver Number is empty', 'Enter a phone number.', {
	outcome: 'refused',
	field: 'receiverNumber',
});
const place = (...indexes: number[]): Placed[] =>
	indexes.map((index) => ({ index, problem: NUMBER_EMPTY }));

const TWENTY = '0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18';

describe('a text names items', () => {
	it.each([
		[[7], 'item 7'],
		[[1, 7], 'items 1 and 7'],
		[[1, 2, 7], 'items 1, 2 and 7'],
		[countTo(20), `items ${TWENTY} and 19`],
		[countTo(21), `items ${TWENTY}, 19 and 1 more`],
		[countTo(5_000), `items ${TWENTY}, 19 and 4980 more`],
	])('and at most twenty of them (%#)', (indexes, text) => {
		expect(nameItems(indexes)).toBe(text);
	});
});

describe('the output', () => {
	it('is empty when there is no item', () => {
		expect(toOutput([])).toEqual([]);
	});

	it('shows an older n8n which items go to the error output, and leaves nothing there that would replace their json', () => {
		const [item] = toOutput([{ ok: false, problem: NUMBER_EMPTY }], 'continueErrorOutput');
		const copy = { ...item };
		expect(item?.error).toEqual({ message: 'Receiver Number is empty' });
		expect('error' in copy).toBe(false);
		expect(copy.json).toMatchObject({
			error: 'Receiver Number is empty',
			details: { field: 'receiverNumber' },
		});
	});

	it('shows no such thing where the items go on among the others', () => {
		expect(
			toOutput([{ ok: false, problem: NUMBER_EMPTY }], 'continueRegularOutput')[0]?.error,
		).toBeUndefined();
	});

	it('pairs each row with its item and keeps the order, with a failed item in the middle', () => {
		const output = toOutput([
			{ ok: true, rows: [{ row: 'a' }, { row: 'b' }] },
			{ ok: false, problem: NUMBER_EMPTY },
			{ ok: true, rows: [] },
			{ ok: true, rows: [{ row: 'c' }] },
		]);
		expect(output).toEqual([
			{ json: { row: 'a' }, pairedItem: { item: 0 } },
			{ json: { row: 'b' }, pairedItem: { item: 0 } },
			{
				json: {
					error: 'Receiver Number is empty',
					details: { outcome: 'refused', field: 'receiverNumber', advice: 'Enter a phone number.' },
				},
				pairedItem: { item: 1 },
			},
			{ json: { row: 'c' }, pairedItem: { item: 3 } },
		]);
	});

	it('has in an error item exactly the keys that keep n8n from losing the row', () => {
		const [item] = toOutput([{ ok: false, problem: NUMBER_EMPTY, waits: true }]);
		expect(Object.keys(item ?? {})).toEqual(['json', 'pairedItem']);
		expect(Object.keys(item?.json ?? {})).toEqual(['error', 'details']);
	});

	it('keeps the advice of the details where they have one of their own', () => {
		const [item] = toOutput([
			{ ok: false, problem: problem('Not pushed', 'A sentence.', { advice: 'Place the call' }) },
		]);
		expect(item?.json.details).toEqual({ advice: 'Place the call' });
	});
});

describe('the error for items that cannot be read', () => {
	it('is plain when there is only one item', () => {
		expect(explainUnreadable(context, place(0), 1)).toMatchObject({
			message: 'Receiver Number is empty',
			description: 'Enter a phone number.',
			context: { itemIndex: 0 },
		});
	});

	it('names the one of many', () => {
		expect(explainUnreadable(context, place(2), 3)).toMatchObject({
			message: 'Receiver Number is empty [item 2]',
			description: 'Enter a phone number. Nothing was sent.',
			context: { itemIndex: 2 },
		});
	});

	it('names each of several, so that one round of mending is enough', () => {
		expect(explainUnreadable(context, place(1, 2), 3)).toMatchObject({
			message: '2 of 3 items cannot be sent as they are; the first is item 1',
			description:
				'Nothing was sent. Item 1: Receiver Number is empty. Item 2: Receiver Number is empty.',
			context: { itemIndex: 1 },
		});
	});

	it.each([
		[20, 'Item 19: Receiver Number is empty.'],
		[21, 'Item 19: Receiver Number is empty. And 1 more.'],
		[45, 'Item 19: Receiver Number is empty. And 25 more.'],
	])('names at most twenty of %i', (count, end) => {
		const { message, description } = explainUnreadable(context, place(...countTo(count)), 100);
		expect(message).toBe(`${count} of 100 items cannot be sent as they are; the first is item 0`);
		expect(description?.match(/Item \d+:/g)).toHaveLength(20);
		expect(description?.endsWith(end)).toBe(true);
	});
});

describe('the error that stops a run', () => {
	const refused = problem(
		'Truecaller does not allow this with your API key',
		'Check the key. Truecaller said: "no" (forbidden-error, 403)',
	);

	it('says what became of the other items', () => {
		const soFar =
			'Already pushed, and a second run would send them again: items 0 and 2. Not sent: item 3.';
		expect(explainStop(context, { index: 1, problem: refused }, 4, soFar)).toMatchObject({
			message: 'Truecaller does not allow this with your API key [item 1]',
			description: `Check the key. Truecaller said: "no" (forbidden-error, 403). ${soFar}`,
			context: { itemIndex: 1 },
		});
	});

	it('is plain when there is only one item and nothing to tell', () => {
		expect(explainStop(context, { index: 0, problem: refused }, 1, '')).toMatchObject({
			message: 'Truecaller does not allow this with your API key',
			description: 'Check the key. Truecaller said: "no" (forbidden-error, 403).',
		});
	});

	it('ends each of its sentences', () => {
		const { description } = explainStop(
			context,
			{ index: 1, problem: problem('Stopped', 'Try again') },
			2,
			'No call was pushed.',
		);
		expect(description).toBe('Try again. No call was pushed.');
	});
});
