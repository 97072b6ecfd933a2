import output from '../../__schema__/v1.0.0/callPersonalisation/personaliseBulk.json';
import { inChunks } from '../../items/inChunks';
import { apiVersionField } from '../batchVersion';
import { optionsField } from '../operation';
import type { Operation } from '../operation';
import { waitFields } from '../waiting';
import { withCountryShown } from '../pickers/defaultCountry';
import { callFields } from './callFields';
import { callOptions } from './callOptions';
import { batches } from './sending/batches';

/**
 * Personalises any number of calls, in batches of 500. Truecaller reports the outcomes later;
 * waiting for them is optional.
 */
export const personaliseBulk: Operation = {
	value: 'personaliseBulk',
	name: 'Personalise Many',
	action: 'Personalise many calls',
	description: 'Send any number of calls, one per input item, in batches of 500',
	toolDescription:
		'Send any number of calls, one per input item, in batches of 500. This reaches every person in the list and cannot be taken back, so an AI agent needs the yes of a person. Truecaller accepts a batch at once and works on it later: wait until it is finished, or get the status of the batch afterwards. Accepted does not mean pushed, and pushed does not mean that the person saw it.',
	builderNote:
		'Without waitUntilFinished the outcome is accepted: keep batchId for batch getStatus. Needs no loop and no Wait node. Set options.maxCalls to the most calls that one run may send.',
	output,
	fields: [
		...callFields,
		...waitFields('until Truecaller has decided on every call'),
		{
			displayName: 'Retry Unreachable',
			name: 'retryUnreachable',
			type: 'boolean',
			default: false,
			displayOptions: { show: { waitUntilFinished: [true] } },
			description:
				'Whether to send a call once more, after a pause, when its phone could not be reached. Nothing else is ever sent again.',
		},
		{
			displayName: 'Summary',
			name: 'summary',
			type: 'boolean',
			default: false,
			description:
				'Whether to return one item that counts the outcomes instead of one item per call',
		},
		withCountryShown(optionsField([apiVersionField, ...callOptions])),
	],
	run: inChunks(batches),
};
