import output from '../../__schema__/v1.0.0/number/getMany.json';
import { ENDPOINTS } from '../../api/facts/endpoints';
import { digitsOf } from '../../api/reading/digits';
import { getPagedList, pagedListFields } from '../lists/pagedList';
import type { Operation } from '../operation';
import { featureSetField } from '../pickers/featureSet';

/**
 * [D3] the columns that users know. `phoneNumber` comes first, with the name and format of List,
 * Delist and Sync.
 */
const columns = [
	'status',
	'phone_type',
	'feature_set_name',
	'label_name',
	'call_me_back',
	'department',
	'operation',
	'process',
	'updated_at',
	'phone_number',
];

/** GET …/number_management/numbers */
export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many numbers',
	description: 'Get the business numbers of the account, with status, feature set and label',
	toolDescription:
		'Get the business numbers of the account, with their status and the feature set and label they belong to. It only reads.',
	output,
	fields: pagedListFields([
		{ ...featureSetField, required: false, description: 'Only numbers of this feature set' },
	]),
	run: getPagedList({
		endpoint: ENDPOINTS.getNumbers,
		rowsKey: 'numbers',
		noun: 'number',
		columns,
		leading: ({ phone_number: number }) =>
			digitsOf(number) === '' ? {} : { phoneNumber: `+${digitsOf(number)}` },
	}),
};
