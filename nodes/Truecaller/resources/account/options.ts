import type { INodeProperties } from 'n8n-workflow';

import { labelField } from '../pickers/label';

export const checkOptions: readonly INodeProperties[] = [
	{
		displayName: 'Caller Number',
		name: 'callerNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. +91 22 6801 2345',
		description:
			'A number that you call from, with its country code, such as +91 22 6801 2345. One more check tells whether it is listed, and in which feature set.',
	},
	{
		displayName: 'Include Facts',
		name: 'includeFacts',
		type: 'boolean',
		default: false,
		description:
			"Whether to add one more item for a bug report: the form of Truecaller's answers, without any value, ID, phone number or key",
	},
	{
		...labelField,
		description:
			'A label that your calls name. One more check tells whether it is a dynamic label of this account.',
	},
];
