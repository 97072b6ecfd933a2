import { LIMITS } from '../../api/facts/limits';
import { perItem } from '../../items/perItem';
import { optionsField } from '../operation';
import type { Operation } from '../operation';
import { callFields } from './callFields';
import { callOptions } from './callOptions';
import { tellEmptyFields } from './texts/emptyField';
import { DEFAULT_TIME_LIMIT_MS, readPush, sendPush } from './sending/push';
import { refuseRun } from './refuseRun';
import { toCallRow } from './sending/sentCall';
import { tellNotPushed } from './sending/summary';

/** One call now, for every input item, side by side within the pace of the account. */
export const personalise: Operation = {
	value: 'personalise',
	name: 'Personalise',
	action: 'Personalise a call now',
	description:
		'Show your name, logo and reason on the phone of a person you are about to call. Do this first, then place the call: it rings no phone itself. The answer says whether it was pushed to the phone, never that the person saw it, so do not claim that. What was pushed cannot be taken back.',
	fields: [
		...callFields,
		optionsField([
			{
				displayName: 'API Version',
				name: 'apiVersion',
				type: 'options',
				options: [
					{
						name: 'V1 (Deprecated)',
						value: 'v1',
						description: 'Only for accounts that still need it',
					},
					{ name: 'V2', value: 'v2', description: 'The newest for single calls' },
				],
				default: 'v2',
				description: "Which version of Truecaller's API to use",
			},
			...callOptions,
			{
				displayName: 'Fail When Not Pushed',
				name: 'failWhenNotPushed',
				type: 'boolean',
				default: false,
				description:
					'Whether a call that was not pushed counts as failed, so that it follows the On Error setting of the node. All other calls are made first.',
			},
			{
				displayName: 'Time Limit (Ms)',
				name: 'timeLimit',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: DEFAULT_TIME_LIMIT_MS,
				description:
					'How many milliseconds one call may wait for its outcome. When they are over, the outcome is unknown and your call can be placed without delay.',
			},
		]),
	],
	run: perItem({
		atOnce: { perToken: LIMITS.realTimeCallsAtOnce },
		refuse: refuseRun,
		read: readPush,
		send: sendPush,
		hint: tellNotPushed,
		hintOnItems: tellEmptyFields(({ record }) => [record]),
		toRow: toCallRow,
		isDone: ({ outcome }) => outcome.outcome === 'pushed',
		doneWord: 'pushed',
	}),
};
