import type { INodeProperties } from 'n8n-workflow';

import { labelField } from '../pickers/label';

/**
 * The fields of one call: caller, receiver, name, reason and time. AI agents read their
 * descriptions, too.
 */
export const callFields: readonly INodeProperties[] = [
	{
		displayName: 'Caller Number',
		name: 'callerNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +91 22 6801 2345',
		hint: 'One of your numbers: Number → Get Many lists them',
		description:
			'Your business number that will place the call, in any form, such as +91 22 6801 2345',
	},
	{
		displayName: 'Receiver Number',
		name: 'receiverNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +91 98765 43210',
		hint: 'With its country code, or set Default Country under Options',
		description:
			'The phone number of the person who is going to be called, in any form, such as +91 98765-43210. Without a country code, set Default Country under Options.',
	},
	{ ...labelField, hint: 'A Label, a Label Name or both: one of them is needed' },
	{
		displayName: 'Label Name',
		name: 'labelName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Acme Bank KYC',
		description:
			'The name to show instead of the name of the label, 3 to 40 characters. Leave empty to show the name of the label. Without a label, it is needed.',
	},
	{
		displayName: 'Call Reason',
		name: 'callReason',
		type: 'string',
		default: '',
		placeholder: 'e.g. Your flower delivery today',
		hint: '10 to 100 characters, without ! @ # $ % ^ & * ( ) _ + /',
		description:
			'Why you call, as the person sees it: 10 to 100 characters, none of ! @ # $ % ^ & * ( ) _ + /, with a letter or digit first and last. Leave empty to show no reason.',
	},
	{
		displayName: 'Duration (Minutes)',
		name: 'durationMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1440 },
		default: 60,
		description:
			'How many minutes the name and reason show, from 1 to 1440. Used only when Ends At is empty.',
	},
	{
		displayName: 'Starts At',
		name: 'startsAt',
		type: 'dateTime',
		default: '',
		description:
			'When the name and reason begin to show, in the time zone of the workflow, such as 2026-01-31T18:30. Rarely needed: leave empty to start the moment this is sent.',
	},
	{
		displayName: 'Ends At',
		name: 'endsAt',
		type: 'dateTime',
		default: '',
		description:
			'When the name and reason stop showing, at most 24 hours after the start. Rarely needed: leave empty to use Duration instead.',
	},
];
