import type { INodeProperties } from 'n8n-workflow';

import { defaultCountryField } from '../pickers/defaultCountry';
import { additionalFieldsField } from './additionalFields';
import { maxCallsField } from './refuseRun';

/** Options of every operation on calls. */
export const callOptions: readonly INodeProperties[] = [
	additionalFieldsField,
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
	maxCallsField,
	{
		displayName: 'Number Format',
		name: 'numberFormat',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description: 'As documented, or the other way where the account refuses that',
			},
			{
				name: 'As Documented',
				value: 'asDocumented',
				description: 'With or without +, as the documentation of the call has it',
			},
			{ name: 'With +', value: 'withPlus' },
			{ name: 'Without +', value: 'withoutPlus' },
		],
		default: 'automatic',
		description:
			'How numbers are written when they are sent to Truecaller. Phone numbers are accepted in any common notation.',
	},
];
