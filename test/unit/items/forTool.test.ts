import type { IExecuteFunctions, INode } from 'n8n-workflow';

import { problem } from '../../../nodes/Truecaller/api/problems';
import { explainRefusal, explainStop } from '../../../nodes/Truecaller/items/explain';
import { explainUnreadable } from '../../../nodes/Truecaller/items/explainUnreadable';
import { toProblem } from '../../../nodes/Truecaller/resources/callPersonalisation/fault';
import { createStrict } from '../../support/strict';

const contextOf = (type: string) =>
	createStrict<IExecuteFunctions>({
		getNode: (): INode => ({
			id: '1',
			name: 'Show who calls and why',
			type: `n8n-nodes-truecaller.${type}`,
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		}),
	});
const tool = contextOf('truecallerTool');

const REASON = {
	field: 'callReason',
	name: 'Call Reason',
	says: 'has 4 characters and needs at least 10',
	todo: 'Write 10 to 100 characters.',
};
const NUMBER = {
	field: 'receiverNumber',
	name: 'Receiver Number',
	says: 'has no country code',
	todo: 'Write it with + and the country code.',
};
const unreadable = {
	found: [{ index: 0, problem: toProblem([REASON, NUMBER]) }],
	total: 1,
	othersGoOn: true,
};

describe('the error that an AI agent is told by a tool', () => {
	it('says in its message what to change, for every field', () => {
		expect(explainUnreadable(tool, unreadable).message).toBe(
			"'Call Reason' has 4 characters and needs at least 10. Write 10 to 100 characters. 'Receiver Number' has no country code. Write it with + and the country code.",
		);
	});

	it('says what to do about a refusal of Truecaller, and of the run', () => {
		const refused = problem('Truecaller does not allow this', 'Check the key');
		expect(explainStop(tool, { index: 0, problem: refused }, 1, '').message).toBe(
			'Truecaller does not allow this. Check the key.',
		);
		expect(explainRefusal(tool, refused).message).toBe(
			'Truecaller does not allow this. Check the key.',
		);
	});

	it('is as short as ever in a workflow, where the editor shows the rest below it', () => {
		expect(explainUnreadable(contextOf('truecaller'), unreadable).message).toBe(
			"'Call Reason' and 'Receiver Number' cannot be sent as they are",
		);
	});
});
