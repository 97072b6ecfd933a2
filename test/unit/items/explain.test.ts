import type { IExecuteFunctions, INode } from 'n8n-workflow';

import { problem } from '../../../nodes/Truecaller/api/problems';
import { explainStop, explainUnreadable } from '../../../nodes/Truecaller/items/explain';
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
