import type { INodeProperties } from 'n8n-workflow';

import { BATCH_VERSIONS } from '../api/facts/endpoints';
import type { BatchChoice } from '../api/waitForBatch';

/** The version for sending a batch and for its status. */
export const apiVersionField: INodeProperties = {
	displayName: 'API Version',
	name: 'apiVersion',
	type: 'options',
	options: [
		{
			name: 'Automatic',
			value: 'automatic',
			description: 'The newest version that the account has',
		},
		{ name: 'V1 (Deprecated)', value: 'v1', description: 'Only for accounts that still need it' },
		{ name: 'V2', value: 'v2' },
		{ name: 'V3', value: 'v3', description: 'The newest' },
	],
	default: 'automatic',
	description:
		"Which version of Truecaller's API to use. A version that you choose here is the only one that is asked. Ask for the status of a batch in the version that sent it.",
};

/** Reads the chosen version. Returns `automatic` if none was chosen. */
export const readVersion = (value: unknown): BatchChoice =>
	BATCH_VERSIONS.find((version) => version === value) ?? 'automatic';
