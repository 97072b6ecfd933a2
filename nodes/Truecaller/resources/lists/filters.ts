import type { IDataObject } from 'n8n-workflow';

import type { Item } from '../../items/item';

const QUERY_NAMES: Readonly<Record<string, string>> = {
	departmentId: 'department_id',
	operationId: 'operation_id',
	processId: 'process_id',
};

/**
 * Returns the filters that are filled in, with Truecaller's names. A feature set is a resource
 * locator.
 */
export const readFilters = (item: Item): IDataObject => {
	const query: IDataObject = {};
	for (const [name, queryName] of Object.entries(QUERY_NAMES)) {
		const value = item.text(`filters.${name}`);
		if (value !== '') query[queryName] = value;
	}
	const featureSet = item.locator('filters.featureSet');
	return featureSet === '' ? query : { ...query, feature_set_id: featureSet };
};
