import { getMany } from '../faults/setUps/lists';
import type { Proof } from '../proof';

export const proof: Proof = {
	outputs: async (run) => await run({ resource: 'number', operation: 'getMany', returnAll: true }),
	faults: {
		'number.getMany': getMany('number', 'numbers', { numbers: [1, 'two', null] }),
	},
};
