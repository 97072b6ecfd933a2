import { lists } from '../faults/expected/lists';
import { OWN_FAULT } from '../faults/setUps/lists';
import type { Proof } from '../proof';

const check = { resource: 'account', operation: 'checkSetup' };
const ASKED = { callerNumber: '+912268012345', label: 'no label', includeFacts: true };

export const proof: Proof = {
	outputs: async (run, { sandbox }) => {
		const rows = await run({ ...check, options: ASKED });
		sandbox.control.next({ route: 'labels', status: 403 });
		return [...rows, ...(await run({ ...check, options: ASKED }))];
	},
	faults: {
		'account.checkSetup': {
			expected: lists.checkSetup,
			watched: 'labels',
			passes: 0,
			parameters: check,
			items: [{}, {}, {}],
			tell: ({ result }) => String(result),
			errorInside: OWN_FAULT,
			wrongTypes: [{ id: 7, name: null }],
		},
	},
};
