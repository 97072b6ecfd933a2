import type { INodeProperties } from 'n8n-workflow';

import { problem } from '../../api/problems';
import type { Read } from '../../api/problems';
import type { Item } from '../../items/item';

/** The first two fields of every "Get Many". */
export const returnAllFields: readonly INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];

/** Reads the number of rows that the user wants; Infinity for all. */
export const readLimit = (item: Item): Read<number> => {
	if (item.parameter('returnAll') === true) return { ok: true, value: Infinity };
	const limit = Number(item.parameter('limit'));
	if (Number.isInteger(limit) && limit >= 1) return { ok: true, value: limit };
	return {
		ok: false,
		problem: problem(
			"'Limit' is not a whole number above 0",
			"Enter how many results to return, or switch on 'Return All'.",
			{ field: 'limit' },
		),
	};
};
