import type { INodeProperties } from 'n8n-workflow';

import { BATCH_VERSIONS } from '../api/facts/endpoints';
import type { BatchVersion } from '../api/facts/endpoints';

/** The choice of a version for sending a batch and for asking after it. */
export const apiVersionField: INodeProperties = {
	displayName: 'API Version',
	name: 'apiVersion',
	type: 'options',
	options: [
		{ name: 'V1 (Deprecated)', value: 'v1', description: 'Only for accounts that still need it' },
		{ name: 'V2', value: 'v2' },
		{ name: 'V3', value: 'v3', description: 'The newest' },
	],
	default: 'v3',
	description:
		"Which version of Truecaller's API to use. Ask for the status of a batch in the version that sent it.",
};

/** Reads the chosen version; the newest when none is chosen. */
export const readVersion = (value: unknown): BatchVersion =>
	BATCH_VERSIONS.find((version) => version === value) ?? 'v3';
