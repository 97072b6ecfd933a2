import type { INodeProperties } from 'n8n-workflow';

import { dropDuplicatesHelp, setUpNotice } from './editorTexts';
import { EVENT_KINDS } from './kinds';
import { responseModeField } from './responseMode';

/** Names the chosen events on the canvas. */
export const subtitle = `={{ [].concat($parameter["events"]).map((event) => (${JSON.stringify(
	Object.fromEntries(EVENT_KINDS.map(({ value, name }) => [value, name])),
)})[event] ?? event).join(", ") }}`;

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Business Numbers',
			name: 'businessNumbers',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			placeholder: 'e.g. +91 22 6801 2345, +91 22 6801 2346',
			hint: 'Number → Get Many of the Truecaller node lists them',
			description:
				'Call Me Back only: start for calls from these numbers of yours, separated by commas or lines, in any form. Leave empty for all.',
		},
		{
			displayName: 'Default Country',
			name: 'defaultCountry',
			type: 'string',
			default: '',
			placeholder: 'e.g. IN or India',
			description:
				'The country of phone numbers that come without a country code, by name or two-letter code. Truecaller sends numbers with it; events of your own may not.',
		},
		{
			displayName: 'Drop Duplicates',
			name: 'dropDuplicates',
			type: 'boolean',
			default: true,
			description: dropDuplicatesHelp,
		},
		{
			displayName: 'Feature Sets',
			name: 'featureSets',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			placeholder: 'e.g. Fresh Flower Delivery, Support',
			hint: 'Names as Feature Set → Get Many of the Truecaller node has them',
			description:
				'Call Me Back only: start for calls with these feature sets, by name, separated by commas or lines. Leave empty for all.',
		},
		{
			displayName: 'Only Wanted',
			name: 'onlyWanted',
			type: 'boolean',
			default: false,
			description:
				'Whether to skip people who answered that they do not want to be called back. An event that does not say so clearly starts the workflow.',
		},
		{
			displayName: 'Timezone',
			name: 'timezone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Asia/Kolkata',
			description:
				'The time zone in which times and slots are written. Leave empty to use the time zone of the workflow.',
		},
	],
};

export const triggerProperties: INodeProperties[] = [
	{ displayName: setUpNotice, name: 'notice', type: 'notice', default: '' },
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: EVENT_KINDS.map(({ name, value, description }) => ({ name, value, description })),
		default: [...EVENT_KINDS.filter(({ isDefault }) => isDefault).map(({ value }) => value)],
		required: true,
		description: 'Which events start the workflow',
	},
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Webhook Key',
				value: 'webhookKey',
				description:
					'Only events that come with the Webhook Key of the credential start the workflow',
			},
			{
				name: 'None',
				value: 'none',
				description: 'Everybody who knows the URL can start the workflow',
			},
		],
		default: 'webhookKey',
		description:
			'How events prove that they come from Truecaller. Truecaller does not sign events, so the key in the URL is the only proof.',
	},
	responseModeField,
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	options,
];
