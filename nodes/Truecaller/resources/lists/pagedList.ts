import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Endpoint } from '../../api/facts/endpoints';
import { LIMITS } from '../../api/facts/limits';
import { readPages } from '../../api/pages';
import { perItem } from '../../items/perItem';
import { readFilters } from './filters';
import type { Operation } from '../operation';
import { placeFilters } from '../pickers/places';
import { readLimit, returnAllFields } from './returnAll';
import { tellRows } from './tellRows';

const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Reads "enabled" of one list and true of the other as the same. Any other word stays as it is. */
const toSwitch = (value: IDataObject[string]): IDataObject[string] => {
	if (value === 'enabled') return true;
	return value === 'disabled' ? false : value;
};

/** Keeps the fields worth a column; what a row does not have is left out. */
const simplifyRow = (row: IDataObject, fields: readonly string[]): IDataObject => {
	const simple: IDataObject = {};
	for (const field of fields) {
		if (row[field] !== undefined)
			simple[field] = field === 'call_me_back' ? toSwitch(row[field]) : row[field];
	}
	return simple;
};

/** Returns the form of a paged list: how many, which ones, and in how many columns. */
export const pagedListFields = (
	moreFilters: readonly INodeProperties[] = [],
): readonly INodeProperties[] => [
	...returnAllFields,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: [...moreFilters, ...placeFilters],
	},
	simplifyField,
];

/** Where a list comes from, and its fields that are worth a column. */
export type ListSource = {
	readonly endpoint: Endpoint;
	readonly rowsKey: string;
	readonly columns: readonly string[];
	/** What one row is called in the hint after a run. */
	readonly noun: string;
	/** Fields of our own that a simplified row begins with. */
	readonly leading?: (row: IDataObject) => IDataObject;
};

type ListQuery = {
	readonly limit: number;
	readonly query: IDataObject;
	readonly simplify: boolean;
};

/** Makes the `run` of a paged list, which reads as many pages as it takes. */
export const getPagedList = ({
	endpoint,
	rowsKey,
	columns,
	noun,
	leading,
}: ListSource): Operation['run'] =>
	perItem<ListQuery, IDataObject>({
		atOnce: 1,
		read: (item) => {
			const limit = readLimit(item);
			if (!limit.ok) return limit;
			return {
				ok: true,
				value: {
					limit: limit.value,
					query: readFilters(item),
					simplify: item.parameter('simplify') !== false,
				},
			};
		},
		send: async ({ limit, query, simplify }, api) => {
			const pageSize = Math.min(limit, LIMITS.rowsPerPage);
			const rows = await readPages(api, { endpoint, rowsKey, query, pageSize }, limit);
			if (!rows.ok) return rows;
			const values = simplify
				? rows.value.map((row) => ({ ...leading?.(row), ...simplifyRow(row, columns) }))
				: rows.value;
			return { ok: true, values };
		},
		toRow: (row) => row,
		hint: (results, reads) => tellRows(noun, results, reads),
	});
