import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { ENDPOINTS } from '../../api/facts/endpoints';
import { LIMITS } from '../../api/facts/limits';
import { readPages } from '../../api/pages';
import { createApi } from '../../api/request';
import type { Choices } from '../operation';
import { explainLookUp } from './explainLookUp';

/**
 * A part of an organisation that numbers and feature sets belong to. The API has no list of them,
 * so the names come from the feature sets.
 */
type Place = {
	readonly field: string;
	readonly displayName: string;
	readonly noun: string;
	readonly choices: string;
	readonly id: string;
	/** The most specific name first, because the ID of a process may be that of a sub-process. */
	readonly names: readonly string[];
};

/** [D3] feature-set-id */
const PLACES: readonly Place[] = [
	{
		field: 'departmentId',
		displayName: 'Department Name or ID',
		noun: 'department',
		choices: 'getDepartments',
		id: 'department_id',
		names: ['department_name'],
	},
	{
		field: 'operationId',
		displayName: 'Operation Name or ID',
		noun: 'calling operation',
		choices: 'getCallingOperations',
		id: 'operation_id',
		names: ['calling_operation_name'],
	},
	{
		field: 'processId',
		displayName: 'Process Name or ID',
		noun: 'process or sub-process',
		choices: 'getProcesses',
		id: 'process_id',
		names: ['sub_process_name', 'process_name'],
	},
];

/**
 * Filters by part of the organisation. The user sees names and the workflow stores the ID. An
 * unknown ID of an older workflow stays.
 */
export const placeFilters: readonly INodeProperties[] = PLACES.map(
	({ field, displayName, noun, choices }) => ({
		displayName,
		name: field,
		type: 'options',
		typeOptions: { loadOptionsMethod: choices },
		allowArbitraryValues: true,
		default: '',
		description: `Only what belongs to this ${noun}. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
	}),
);

const LIST = {
	endpoint: ENDPOINTS.getFeatureSets,
	rowsKey: 'feature_sets',
	query: {},
	pageSize: LIMITS.rowsPerPage,
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Tells places of the same name apart. */
const SHOWN_OF_ID = 8;

/**
 * Returns each place of the feature sets once, sorted by name. A place without a name is shown by
 * its ID.
 */
const toChoices = (
	rows: readonly IDataObject[],
	{ id, names: nameFields }: Place,
): INodePropertyOptions[] => {
	const found = new Map<string, string>();
	for (const row of rows) {
		const value = textOf(row[id]);
		const name = nameFields.map((each) => textOf(row[each])).find((each) => each !== '') ?? value;
		if (value !== '' && !found.has(value)) found.set(value, name);
	}
	const names = [...found.values()];
	const isShared = (name: string) => names.filter((each) => each === name).length > 1;
	return [...found]
		.map(([value, name]) => ({
			name: isShared(name) ? `${name} (${value.slice(0, SHOWN_OF_ID)}…)` : name,
			value,
		}))
		.sort((one, other) => one.name.localeCompare(other.name));
};

/** Loads the lists of places, by the names that the filters refer to. */
export const placeChoices: Readonly<Record<string, Choices>> = Object.fromEntries(
	PLACES.map((place): [string, Choices] => [
		place.choices,
		async function () {
			const api = await createApi(this);
			const rows = api.ok ? await readPages(api.value, LIST, Infinity) : api;
			if (!rows.ok) throw explainLookUp(this, rows.problem);
			return toChoices(rows.value, place);
		},
	]),
);
