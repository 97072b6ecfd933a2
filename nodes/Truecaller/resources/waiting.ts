import type { INodeProperties } from 'n8n-workflow';

import { BATCH_VERSIONS } from '../api/facts/endpoints';
import type { BatchVersion } from '../api/facts/endpoints';
import { problem } from '../api/problems';
import type { Read } from '../api/problems';

/** The two fields of every operation that can wait for Truecaller to finish. */
export const waitFields = (whatFor: string): readonly INodeProperties[] => [
	{
		displayName: 'Wait Until Finished',
		name: 'waitUntilFinished',
		type: 'boolean',
		default: false,
		description: `Whether to wait ${whatFor}. The execution stays busy while it waits.`,
	},
	{
		displayName: 'Max Wait (Seconds)',
		name: 'maxWait',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 300,
		displayOptions: { show: { waitUntilFinished: [true] } },
		description:
			'How many seconds to wait at most. What is not finished by then comes out as running.',
	},
];

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

/** The chosen version; the newest when none is chosen. */
export const readVersion = (value: unknown): BatchVersion =>
	BATCH_VERSIONS.find((version) => version === value) ?? 'v3';

/** How long to wait, in ms: 0 for not at all. */
export const readMaxWaitMs = (waits: unknown, seconds: unknown): Read<number> => {
	if (waits !== true) return { ok: true, value: 0 };
	const ms = Number(seconds ?? 300) * 1_000;
	if (ms > 0) return { ok: true, value: ms };
	return {
		ok: false,
		problem: problem(
			'Max Wait is not a number above 0',
			'Enter how many seconds to wait at most, such as 300.',
			{ field: 'maxWait' },
		),
	};
};
