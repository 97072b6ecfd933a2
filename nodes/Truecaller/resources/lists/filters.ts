import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Item } from '../../items/item';

/** Filters by the places of an organisation that numbers and feature sets hang on: the same for both lists. */
export const placeFilters: readonly INodeProperties[] = [
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

/** Reads the filters that are filled in, in the names of the wire. A feature set is a resource locator. */
export const readFilters = (item: Item): IDataObject => {
	const query: IDataObject = {};
	for (const [name, queryName] of Object.entries(QUERY_NAMES)) {
		const value = item.text(`filters.${name}`);
		if (value !== '') query[queryName] = value;
	}
	const featureSet = item.locator('filters.featureSet');
	return featureSet === '' ? query : { ...query, feature_set_id: featureSet };
};
