import type { INodeProperties } from 'n8n-workflow';

import { optionsField } from '../operation';
import { scenarioChoices } from './scenarioChoices';

export const sendTestFields: readonly INodeProperties[] = [
	{
		displayName: 'Webhook URL',
		name: 'webhookUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. http://localhost:5678/webhook-test/…/webhook',
		description:
			'The Test URL or Production URL of a Truecaller Trigger, with or without <code>?key=</code>',
	},
	{
		displayName: 'Scenario',
		name: 'scenario',
		type: 'options',
		options: scenarioChoices,
		default: 'slotPicker',
		description: 'What the customer did',
	},
	{
		displayName: 'Webhook Key',
		name: 'webhookKey',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		placeholder: 'e.g. the key in the credential of the trigger',
		description:
			'The key that the trigger expects. Leave empty to use the Webhook Key of the credential. A key in the URL wins.',
	},
	optionsField([
		{
			displayName: 'Business Number',
			name: 'businessNumber',
			type: 'string',
			default: '',
			placeholder: 'e.g. +91 11 4000 0101',
			description: 'Your number that called the customer',
		},
		{
			displayName: 'Client Number',
			name: 'clientNumber',
			type: 'string',
			default: '',
			placeholder: 'e.g. +91 98765 43210',
			description: 'The number of the customer',
		},
		{
			displayName: 'Event ID',
			name: 'eventId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 860a7f4c-6545-40f1-85be-3655edde650f',
			description:
				'The ID of the event. The same one again is a repeat, which starts nothing. Left out, each event has a new one.',
		},
		{
			displayName: 'Feature Set',
			name: 'featureSet',
			type: 'string',
			default: '',
			placeholder: 'e.g. Fresh Flower Delivery',
			description: 'The name of the feature set that the call was made with',
		},
		{
			displayName: 'Slot Start',
			name: 'slotStart',
			type: 'dateTime',
			default: '',
			description:
				'When the half hour begins that the customer chose. Left out: tomorrow, 12:00 in India. Only for scenarios with a slot.',
		},
	]),
];
