import type { INodeProperties } from 'n8n-workflow';

import { dropDuplicatesHelp, setUpNotice } from './editorTexts';

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
			default: '',
			placeholder: 'e.g. +91 22 6801 2345, +91 22 6801 2346',
			description:
				'Call Me Back only: start for calls from these numbers of yours, separated by commas, in any form. Leave empty for all.',
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
			default: '',
			placeholder: 'e.g. Fresh Flower Delivery, Support',
			description:
				'Call Me Back only: start for calls with these feature sets, by name, separated by commas. Leave empty for all.',
		},
		{
			displayName: 'Only Wanted',
			name: 'onlyWanted',
			type: 'boolean',
			default: false,
			description:
				'Whether to start only for people who want to be called back, and not for those who answered that they are not interested',
		},
		{
			displayName: 'Timezone',
			name: 'timezone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Asia/Kolkata',
			description:
				'The time zone in which times and slots are written. Leave empty to use that of the workflow.',
		},
	],
};

export const triggerProperties: INodeProperties[] = [
	{ displayName: setUpNotice, name: 'notice', type: 'notice', default: '' },
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: [
			{
				name: 'Call Me Back',
				value: 'callMeBack',
				description: 'Somebody you called was asked whether to be called back, and answered',
			},
			{
				name: 'User Feedback',
				value: 'userFeedback',
				description:
					'Somebody answered a feedback campaign after a call. Events of kinds that are not known yet come here too.',
			},
		],
		default: ['callMeBack', 'userFeedback'],
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
			'How events prove that they come from Truecaller. It can prove it only by a key in the URL that you register.',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	options,
];
