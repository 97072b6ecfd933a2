import type { IExecuteFunctions, INode } from 'n8n-workflow';

import { problem } from '../../../nodes/Truecaller/api/problems';
import { explainStop } from '../../../nodes/Truecaller/items/explain';
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

	it.each([
		[
			'Already pushed, and a second run would send them again: items 0 and 1. Not sent: item 2.',
			'Remove the items that a second run would send again from the input, then run the workflow again.',
		],
		['Nothing was pushed. Not sent: items 0–2.', 'Run the workflow again.'],
	])('says after a stop what to remove before the next run: %s', (soFar, fix) => {
		const stopped = problem('The execution was stopped', 'Run the workflow again.');
		expect(explainStop(context, { index: 2, problem: stopped }, 3, soFar)).toMatchObject({
			description: `${fix} ${soFar}`,
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
