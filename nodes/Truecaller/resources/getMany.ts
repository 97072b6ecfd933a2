import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Endpoint } from '../api/facts/endpoints';
import { LIMITS } from '../api/facts/limits';
import { readPages } from '../api/pages';
import { problem } from '../api/problems';
import type { Read } from '../api/problems';
import type { Item } from '../items/item';
import { perItem } from '../items/perItem';
import type { Operation } from './operation';

/** What every "Get Many" begins with. */
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

const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** How many rows are wanted; Infinity for all of them. */
export const readLimit = (item: Item): Read<number> => {
	if (item.parameter('returnAll') === true) return { ok: true, value: Infinity };
	const limit = Number(item.parameter('limit'));
	if (Number.isInteger(limit) && limit >= 1) return { ok: true, value: limit };
	return {
		ok: false,
		problem: problem(
			'Limit is not a whole number above 0',
			'Enter how many results to return, or switch on Return All.',
			{ field: 'limit' },
		),
	};
};

/** Filters by the places of an organisation that numbers and feature sets hang on: the same for both lists. */
const placeFilters: readonly INodeProperties[] = [
	{
		displayName: 'Department ID',
		name: 'departmentId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 8e16b0d3-0953-40d0-9079-2a412363063e',
		description: 'Only what belongs to this department, by its ID in the Truecaller console',
	},
	{
		displayName: 'Operation ID',
		name: 'operationId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 0a0a0a0a-0000-4000-8000-000000000003',
		description: 'Only what belongs to this calling operation, by its ID in the Truecaller console',
	},
	{
		displayName: 'Process ID',
		name: 'processId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 0c0c0c0c-0000-4000-8000-000000000006',
		description:
			'Only what belongs to this process or sub-process, by its ID in the Truecaller console',
	},
];

const QUERY_NAMES: Readonly<Record<string, string>> = {
	departmentId: 'department_id',
	operationId: 'operation_id',
	processId: 'process_id',
};

/** The filters that are filled in, in the names of the wire. A feature set is a resource locator. */
const readFilters = (item: Item): IDataObject => {
	const query: IDataObject = {};
	for (const [name, queryName] of Object.entries(QUERY_NAMES)) {
		const value = item.text(`filters.${name}`);
		if (value !== '') query[queryName] = value;
	}
	const featureSet = item.locator('filters.featureSet');
	return featureSet === '' ? query : { ...query, feature_set_id: featureSet };
};

/** "enabled" in one list and true in the other: one answer for both. Any other word stays as it is. */
const toSwitch = (value: IDataObject[string]): IDataObject[string] => {
	if (value === 'enabled') return true;
	return value === 'disabled' ? false : value;
};

/** The fields worth a column; what a row does not have is left out. */
const simplifyRow = (row: IDataObject, fields: readonly string[]): IDataObject => {
	const simple: IDataObject = {};
	for (const field of fields) {
		if (row[field] !== undefined)
			simple[field] = field === 'call_me_back' ? toSwitch(row[field]) : row[field];
	}
	return simple;
};

/** The form of a paged list: how many, which ones, and in how many columns. */
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
};

type ListQuery = {
	readonly limit: number;
	readonly query: IDataObject;
	readonly simplify: boolean;
};

/** The `run` of a paged list: as many pages as it takes. */
export const getPagedList = ({ endpoint, rowsKey, columns }: ListSource): Operation['run'] =>
	perItem<ListQuery>({
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
			if (!rows.ok || !simplify) return rows.ok ? { ok: true, rows: rows.value } : rows;
			return { ok: true, rows: rows.value.map((row) => simplifyRow(row, columns)) };
		},
	});
