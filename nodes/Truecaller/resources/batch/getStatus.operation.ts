import output from '../../__schema__/v1.0.0/batch/getStatus.json';
import { runItems } from '../../items/run';
import { apiVersionField } from '../batchVersion';
import { optionsField } from '../operation';
import type { Operation } from '../operation';
import { waitFields } from '../waiting';
import { askBatches, readQuery } from './askBatches';
import { toStatusRow } from './reportedCall';
import { tellStatus } from './tellStatus';

/**
 * GET …/dynamic_call_records?batchId=…: one row per record of the batch, as it is now or when it is
 * finished.
 */
export const getStatus: Operation = {
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get batch status',
	description: 'Say what became of each call of a batch, and what to do next',
	toolDescription:
		'Say for each call of a batch what became of it, and what to do next. It only reads. The outcome running means that Truecaller has not decided yet: ask again later. Pushed does not mean that the person saw it.',
	builderNote: 'One item per call. waitUntilFinished takes the place of a loop with a Wait node.',
	output,
	fields: [
		{
			displayName: 'Batch ID',
			name: 'batchId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. b72f7a40-ec3a-462f-b528-da0e8dc87e79',
			description:
				'The ID of the batch, as Personalise Many puts it out, such as b72f7a40-ec3a-462f-b528-da0e8dc87e79',
		},
		optionsField([
			apiVersionField,
			...waitFields('until Truecaller has decided on every call of the batch'),
		]),
	],
	run: async (context) =>
		await runItems(context, { read: readQuery, toRow: toStatusRow, hint: tellStatus }, askBatches),
};
