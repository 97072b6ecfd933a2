import type { INodeProperties } from 'n8n-workflow';

import { defaultCountryField } from '../pickers/defaultCountry';

/** Who calls whom, under which name, why, and when: the fields of one call. Their descriptions are read by AI agents too. */
export const callFields: readonly INodeProperties[] = [
	{
		displayName: 'Caller Number',
		name: 'callerNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +91 22 6801 2345',
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
		description:
			'The phone number of the person who is going to be called, in any form, such as +91 98765-43210. Without a country code, set Default Country under Options.',
	},
	{
		displayName: 'Label',
		name: 'label',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description:
			'The dynamic label whose name and logo the phone shows. Labels are made in the Truecaller console.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a label…',
				typeOptions: { searchListMethod: 'searchLabels', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 255297eb-7f13-44f9-967a-f287ff0f5025',
			},
		],
	},
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
		description:
			'Why you call, as the person sees it: 10 to 100 characters, none of ! @ # $ % ^ & * ( ) _ + /, with a letter or digit first and last. Leave empty to show no reason.',
	},
	{
		displayName: 'Starts At',
		name: 'startsAt',
		type: 'dateTime',
		default: '',
		description:
			'When the name and reason begin to show, in the time zone of the workflow, such as 2026-01-31T18:30. Leave empty to start the moment this is sent.',
	},
	{
		displayName: 'Ends At',
		name: 'endsAt',
		type: 'dateTime',
		default: '',
		description:
			'When the name and reason stop showing, at most 24 hours after the start. Leave empty to use Duration instead.',
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
];

/** Options that every operation on calls has. */
export const callOptions: readonly INodeProperties[] = [
	{
		displayName: 'Checks',
		name: 'checks',
		type: 'options',
		options: [
			{
				name: 'Strict',
				value: 'strict',
				description: "Refuse what breaks one of Truecaller's rules before it is sent",
			},
			{
				name: 'Off',
				value: 'off',
				description: 'Send everything as it is and let Truecaller judge',
			},
		],
		default: 'strict',
		description: 'Whether numbers, texts and times are checked before they are sent',
	},
	{
		displayName: 'Clean Call Reason',
		name: 'cleanReason',
		type: 'boolean',
		default: false,
		description:
			'Whether to repair a call reason instead of refusing it: HTML is read as text, characters that are not allowed are replaced without changing an amount, and a long text is cut at a word. What is too short after that is left out.',
	},
	defaultCountryField,
	{
		displayName: 'Include Input Fields',
		name: 'includeInputFields',
		type: 'boolean',
		default: false,
		description: "Whether to add the item's own fields to the output, under input",
	},
	{
		displayName: 'Number Format',
		name: 'numberFormat',
		type: 'options',
		options: [
			{
				name: 'As Documented',
				value: 'asDocumented',
				description: 'With or without +, as the documentation of the call has it',
			},
			{ name: 'With +', value: 'withPlus' },
			{ name: 'Without +', value: 'withoutPlus' },
		],
		default: 'asDocumented',
		description:
			'How numbers are written when they are sent to Truecaller. Whatever form they come in is understood.',
	},
];
