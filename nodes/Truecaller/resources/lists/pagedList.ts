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

/**
 * Converts "enabled", which one list has, to true, as in the other list. Other words stay
 * unchanged.
 */
const toSwitch = (value: IDataObject[string]): IDataObject[string] => {
	if (value === 'enabled') return true;
	return value === 'disabled' ? false : value;
};

/** Returns the fields worth a column. Fields that a row does not have stay absent. */
const simplifyRow = (row: IDataObject, fields: readonly string[]): IDataObject => {
	const simple: IDataObject = {};
	for (const field of fields) {
		if (row[field] !== undefined)
			simple[field] = field === 'call_me_back' ? toSwitch(row[field]) : row[field];
	}
	return simple;
};

/** Returns the fields of a paged list: how many rows, filters, and which columns. */
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

/** The endpoint of a list, and its fields that are worth a column. */
export type ListSource = {
	readonly endpoint: Endpoint;
	readonly rowsKey: string;
	readonly columns: readonly string[];
	/** The noun for one row in the hint after a run. */
	readonly noun: string;
	/** Returns our own fields that come first in a simplified row. */
	readonly leading?: (row: IDataObject) => IDataObject;
};

type ListQuery = {
	readonly limit: number;
	readonly query: IDataObject;
	readonly simplify: boolean;
};

/** Creates the `run` of a paged list. It reads as many pages as needed. */
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
