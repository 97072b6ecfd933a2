import type { INodeProperties } from 'n8n-workflow';

import { optionsField } from '../operation';
import { defaultCountryField } from '../pickers/defaultCountry';

export const featureSetField: INodeProperties = {
	displayName: 'Feature Set',
	name: 'featureSet',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description:
		'The feature set that the numbers belong to. Feature sets are made in the Truecaller console.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a feature set…',
			typeOptions: { searchListMethod: 'searchFeatureSets', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 069d2e3a-41e6-41f9-a768-157d7e3bd6b9',
		},
	],
};

const settleFields: readonly INodeProperties[] = [
	{
		displayName: 'Max Wait (Seconds)',
		name: 'maxWait',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 300,
		displayOptions: { show: { waitUntilSettled: [true] } },
		description: 'How many seconds to wait at most. What has not settled by then stays pending.',
	},
	{
		displayName: 'Wait Until Settled',
		name: 'waitUntilSettled',
		type: 'boolean',
		default: false,
		description:
			'Whether to wait until Truecaller has listed or delisted every number. Truecaller ignores a number that is listed again while its delisting runs; with this on, it is listed again afterwards.',
	},
];

/** Options of a sync beside those of the others: its two brakes. */
export const syncOptions: readonly INodeProperties[] = [
	{
		displayName: 'Allow Empty',
		name: 'allowEmpty',
		type: 'boolean',
		default: false,
		description: 'Whether an empty list of numbers may take every number off the feature set',
	},
	{
		displayName: 'Max Removals',
		name: 'maxRemovals',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 100,
		description:
			'How many numbers may be delisted at most. A plan shows everything; Apply stops before it changes anything when there are more.',
	},
];

const byName = (one: INodeProperties, other: INodeProperties): number =>
	one.displayName.localeCompare(other.displayName);

/** The fields of every operation that changes which numbers a feature set holds. */
export const numberFields = (
	moreOptions: readonly INodeProperties[] = [],
): readonly INodeProperties[] => [
	featureSetField,
	{
		displayName: 'Phone Numbers',
		name: 'phoneNumbers',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +91 22 6801 2345, +91 22 6801 2346',
		description:
			'One business number, or several separated by commas, semicolons or lines, in any form, such as +91 22 6801 2345. The numbers of all input items are sent together.',
	},
	optionsField([defaultCountryField, ...settleFields, ...moreOptions].sort(byName)),
];
