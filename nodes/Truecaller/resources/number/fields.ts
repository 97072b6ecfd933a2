import type { INodeProperties } from 'n8n-workflow';

import { defaultCountryField } from '../../phone/defaultCountry';
import { optionsField } from '../operation';

export const featureSetField: INodeProperties = {
	displayName: 'Feature Set',
	name: 'featureSet',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The feature set that the numbers belong to. Feature sets are made in the Truecaller console.',
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

/** The fields of every operation that changes which numbers a feature set holds. */
export const numberFields: readonly INodeProperties[] = [
	featureSetField,
	{
		displayName: 'Phone Numbers',
		name: 'phoneNumbers',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +91 22 6801 2345, +91 22 6801 2346',
		description: 'One business number, or several separated by commas, semicolons or lines, in any form, such as +91 22 6801 2345. The numbers of all input items are sent together.',
	},
	optionsField([defaultCountryField]),
];
