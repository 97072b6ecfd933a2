import { getMany } from '../faults/setUps/lists';
import type { Proof } from '../proof';

export const proof: Proof = {
	outputs: async (run) =>
		await run({ resource: 'featureSet', operation: 'getMany', returnAll: true }),
	faults: {
		'featureSet.getMany': getMany('featureSet', 'featureSets', { feature_sets: [1, 'two', null] }),
	},
};
