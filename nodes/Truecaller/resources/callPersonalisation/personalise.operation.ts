import output from '../../__schema__/v1.0.0/callPersonalisation/personalise.json';
import { LIMITS } from '../../api/facts/limits';
import { perItem } from '../../items/perItem';
import { optionsField } from '../operation';
import type { Operation } from '../operation';
import { withCountryShown } from '../pickers/defaultCountry';
import { callFields } from './callFields';
import { callOptions } from './callOptions';
import { tellEmptyFields } from './texts/emptyField';
import { personaliseOptions } from './personaliseOptions';
import { readPush, sendPush } from './sending/push';
import { refuseRun } from './refuseRun';
import { toCallRow } from './sending/sentCall';
import { tellCalls } from './sending/tellCalls';

/**
 * Personalises one call per input item at once. The requests run in parallel, within the account's
 * rate limit.
 */
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
	fields: [...callFields, withCountryShown(optionsField([...callOptions, ...personaliseOptions]))],
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
