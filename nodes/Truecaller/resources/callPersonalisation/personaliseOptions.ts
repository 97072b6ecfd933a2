import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_TIME_LIMIT_MS } from './sending/push';

/** Options for a call that is personalised at once, in addition to those of every call. */
export const personaliseOptions: readonly INodeProperties[] = [
	{
		displayName: 'API Version',
		name: 'apiVersion',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description: 'The newest version that the account has',
			},
			{
				name: 'V1 (Deprecated)',
				value: 'v1',
				description: 'Only for accounts that still need it',
			},
			{ name: 'V2', value: 'v2', description: 'The newest for single calls' },
		],
		default: 'automatic',
		description:
			"Which version of Truecaller's API to use. A version that you choose here is the only one that is asked.",
	},

	{
		displayName: 'Fail When Not Pushed',
		name: 'failWhenNotPushed',
		type: 'boolean',
		default: false,
		description:
			'Whether a call that was not pushed counts as failed, so that it follows the On Error setting of the node. All other calls are made first.',
	},
	{
		displayName: 'Max Wait (Milliseconds)',
		name: 'timeLimit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_TIME_LIMIT_MS,
		description:
			'How many milliseconds to wait at most for the outcome of one call; 10000 are 10 seconds. When they are over, the outcome is unknown and your call can be placed without delay.',
	},
];
