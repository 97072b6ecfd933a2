import type { INodeProperties } from 'n8n-workflow';

import { defaultCountryField, withCountryShown } from '../pickers/defaultCountry';
import { optionsField } from '../operation';
import { featureSetField } from '../pickers/featureSet';

const settleFields: readonly INodeProperties[] = [
	{
		displayName: 'Max Wait (Seconds)',
		name: 'maxWait',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 300,
		displayOptions: { show: { waitUntilSettled: [true] } },
		description:
			'How many seconds to wait at most. Numbers that Truecaller has not finished by then stay pending.',
	},
	{
		displayName: 'Wait Until Finished',
		name: 'waitUntilSettled',
		type: 'boolean',
		default: false,
		description:
			'Whether to wait until Truecaller has listed or delisted every number. Truecaller ignores a number that is listed again while its delisting runs; with this on, it is listed again afterwards.',
	},
];

/** Options of Sync only: its two limits on removals. */
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
			'How many numbers may be delisted at most. A plan shows everything; Apply stops before it changes anything when there are more. Without this option, at most 100 numbers and at most half of the feature set are delisted.',
	},
];

/** Returns the fields of every operation that changes the numbers of a feature set. */
export const numberFields = (
	moreOptions: readonly INodeProperties[] = [],
): readonly INodeProperties[] => [
	featureSetField,
	{
		displayName: 'Phone Numbers',
		name: 'phoneNumbers',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		placeholder: 'e.g. +91 22 6801 2345\n+91 22 6801 2346',
		hint: 'One on each line, with its country code, or set Default Country under Options',
		description:
			'One business number, or several separated by lines, commas or semicolons, in any form, such as +91 22 6801 2345. The numbers of all input items are sent together.',
	},
	withCountryShown(optionsField([defaultCountryField, ...settleFields, ...moreOptions])),
];
