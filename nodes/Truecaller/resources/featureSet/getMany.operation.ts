import output from '../../__schema__/v1.0.0/featureSet/getMany.json';
import { ENDPOINTS } from '../../api/facts/endpoints';
import { getPagedList, pagedListFields } from '../lists/pagedList';
import type { Operation } from '../operation';

/** [D3] the columns that users know. */
const columns = [
	'name',
	'status',
	'description',
	'call_me_back',
	'survey',
	'department_name',
	'calling_operation_name',
	'process_name',
	'id',
	'label_id',
];

/** GET …/number_management/feature_sets */
export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many feature sets',
	description: 'Get the feature sets of the account, with the IDs that listing numbers needs',
	toolDescription:
		'Get the feature sets of the account, with the ID that listing numbers needs. It only reads.',
	output,
	fields: pagedListFields(),
	run: getPagedList({
		endpoint: ENDPOINTS.getFeatureSets,
		rowsKey: 'feature_sets',
		noun: 'feature set',
		columns,
	}),
};
