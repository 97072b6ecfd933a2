import type { IDataObject } from 'n8n-workflow';

import { readBatchRows } from '../../api/batchRows';
import type { BatchRow } from '../../api/batchRows';
import { ENDPOINTS } from '../../api/endpoints';
import { explainFailure, problem } from '../../api/problems';
import type { Problem } from '../../api/problems';
import type { Reply } from '../../api/answer';
import { perItem } from '../../items/perItem';
import type { Operation } from '../operation';

const toRow = (batchId: string, { recordId, outcome, reason, advice, message, callRecord }: BatchRow): IDataObject => ({
	batchId,
	recordId,
	outcome,
	personalised: outcome === 'pushed',
	reason,
	advice,
	message,
	callRecord,
});

/** Truecaller has accepted a batch before it lists its records: nothing is known of it, and nothing is wrong. */
const notListedYet: BatchRow = {
	recordId: null,
	outcome: 'running',
	reason: null,
	advice: 'Ask for the status again in a minute; if this stays so, check Batch ID',
	message: null,
	callRecord: {},
};

const explain = (reply: Reply): Problem => {
	const failure = reply.ok ? { kind: 'noAnswer' as const } : reply.failure;
	const { message, description, details } = explainFailure(failure);
	if (failure.status !== 404) return problem(message, description, details);
	const todo = 'Check Batch ID: it is in the output of Personalise Many, and only the account that sent a batch can ask for it.';
	return problem('Truecaller does not know this batch', todo, details);
};

/** GET …/dynamic_call_records?batchId=…: one row per record of the batch, as it stands now. */
export const getStatus: Operation = {
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get the status of a batch',
	description: 'Say for each call of a batch what became of it, and what to do next',
	fields: [
		{
			displayName: 'Batch ID',
			name: 'batchId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. b72f7a40-ec3a-462f-b528-da0e8dc87e79',
			description: 'The ID of the batch, as Personalise Many puts it out, such as b72f7a40-ec3a-462f-b528-da0e8dc87e79',
		},
	],
	run: perItem({
		atOnce: 5,
		read: (item) => {
			const batchId = item.text('batchId');
			if (batchId !== '') return { ok: true, value: batchId };
			return { ok: false, problem: problem('Batch ID is empty', 'Enter the Batch ID that Personalise Many puts out, for example by {{ $json.batchId }}.', { field: 'batchId' }) };
		},
		send: async (batchId, api) => {
			const reply = await api.send(ENDPOINTS.getBatchStatus, { query: { batchId } });
			const rows = reply.ok ? readBatchRows(reply.body) : undefined;
			if (!rows) return { ok: false, problem: { ...explain(reply), details: { ...explain(reply).details, batchId } } };
			return { ok: true, rows: (rows.length === 0 ? [notListedYet] : rows).map((row) => toRow(batchId, row)) };
		},
	}),
};
