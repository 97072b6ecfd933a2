import type { INodeProperties } from 'n8n-workflow';

import { problem } from '../api/problems';
import type { Read } from '../api/problems';

/** Returns the two fields of every operation that can wait for Truecaller to finish. */
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
			'How many seconds to wait at most. Calls that have no outcome by then are returned as running.',
	},
];

/** Reads how long to wait, in ms; 0 for no wait. */
export const readMaxWaitMs = (waits: unknown, seconds: unknown): Read<number> => {
	if (waits !== true) return { ok: true, value: 0 };
	const ms = Number(seconds ?? 300) * 1_000;
	if (ms > 0) return { ok: true, value: ms };
	return {
		ok: false,
		problem: problem(
			"'Max Wait (Seconds)' is not a number above 0",
			'Enter how many seconds to wait at most, such as 300.',
			{ field: 'maxWait' },
		),
	};
};
