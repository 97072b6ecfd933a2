import output from '../../__schema__/v1.0.0/label/getMany.json';
import { listLabels } from '../../api/labels';
import { perItem } from '../../items/perItem';
import { readLimit, returnAllFields } from '../lists/returnAll';
import { tellRows } from '../lists/tellRows';
import type { Operation } from '../operation';

/** GET …/labels, as many pages as needed. Rows stay as Truecaller sends them. */
export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many labels',
	description: 'Get the dynamic labels of the account, with the IDs that calls need',
	toolDescription:
		'Get the dynamic labels of the account, with the ID that a call needs. It only reads.',
	output,
	fields: returnAllFields,
	run: perItem({
		atOnce: 1,
		read: (item) => {
			const limit = readLimit(item);
			return limit.ok ? { ok: true, value: { limit: limit.value } } : limit;
		},
		send: async ({ limit }, api) => {
			const labels = await listLabels(api, limit);
			return labels.ok ? { ok: true, values: labels.value } : labels;
		},
		toRow: (row) => row,
		hint: (results, reads) => tellRows('label', results, reads),
	}),
};
