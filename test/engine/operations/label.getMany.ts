import { lists } from '../faults/expected/lists';
import { logins } from '../faults/expected/logins';
import { getMany } from '../faults/setUps/lists';
import { login } from '../faults/setUps/login';
import type { Proof } from '../proof';

export const proof: Proof = {
	outputs: async (run) => await run({ resource: 'label', operation: 'getMany', returnAll: true }),
	faults: {
		'label.getMany': getMany('label', 'labels', [{ id: 7, name: null }], lists.getManyLabels),
		'login for label.getMany': login(getMany('label', 'labels', []), logins.forLists),
	},
};
