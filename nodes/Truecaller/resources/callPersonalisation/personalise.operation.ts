import output from '../../__schema__/v1.0.0/callPersonalisation/personalise.json';
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
import { tellCalls } from './sending/tellCalls';

/** One call now, for every input item, side by side within the pace of the account. */
export const personalise: Operation = {
	value: 'personalise',
	name: 'Personalise',
	action: 'Personalise call',
	description: 'Show name, logo and reason on a phone that you are about to call',
	toolDescription:
		'Show your name, logo and reason on the phone of a person you are about to call. Do this first, then place the call: it rings no phone itself. The answer says whether it was pushed to the phone, never that the person saw it, so do not claim that. What was pushed cannot be taken back. If the answer names a fault in a value, correct that value and use the tool again; never send again after the outcome unknown.',
	builderNote:
		'One call, now. Place the call in the next node, whatever the outcome: pushed is not seen. Do not send it again after unknown.',
	output,
	fields: [
		...callFields,
		optionsField([
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
		hint: tellCalls,
		hintOnItems: tellEmptyFields(({ record }) => [record]),
		toRow: toCallRow,
		isDone: ({ outcome }) => outcome.outcome === 'pushed',
		doneWord: 'pushed',
	}),
};
