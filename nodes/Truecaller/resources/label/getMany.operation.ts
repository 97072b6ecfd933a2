import { listLabels } from '../../api/labels';
import { problem } from '../../api/problems';
import { perItem } from '../../items/perItem';
import { returnAllFields } from '../operation';
import type { Operation } from '../operation';

/** GET …/labels, as many pages as it takes. The rows come as Truecaller sends them. */
export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many labels',
	description: 'Get the dynamic labels of the account, with the ID that a call needs',
	fields: returnAllFields,
	run: perItem({
		atOnce: 1,
		read: (item) => {
			if (item.parameter('returnAll') === true) return { ok: true, value: Infinity };
			const limit = Number(item.parameter('limit'));
			if (Number.isInteger(limit) && limit >= 1) return { ok: true, value: limit };
			return { ok: false, problem: problem('Limit is not a whole number above 0', 'Enter how many labels to return, or switch on Return All.') };
		},
		send: async (limit, api) => {
			const labels = await listLabels(api, limit);
			return labels.ok ? { ok: true, rows: labels.value } : labels;
		},
	}),
};
