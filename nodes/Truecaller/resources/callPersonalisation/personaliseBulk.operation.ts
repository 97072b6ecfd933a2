import type { IDataObject } from 'n8n-workflow';

import { LIMITS } from '../../api/facts/limits';
import type { Read } from '../../api/problems';
import { inChunks } from '../../items/inChunks';
import type { Entry } from '../../items/inChunks';
import type { Item } from '../../items/item';
import { optionsField } from '../operation';
import type { Operation } from '../operation';
import { apiVersionField, readMaxWaitMs, readVersion, waitFields } from '../waiting';
import { followUp } from './batchFollowUp';
import { sendBatch } from './batchSend';
import { readCallRecord } from './callRecord';
import type { CallRecord } from './callRecord';
import { tellEmptyFields } from './emptyField';
import { callFields, callOptions } from './fields';
import { refuseRetryOnFail } from './retryOnFail';
import { tellNotPushed, toSummary } from './summary';

const maxWaitOf = (first: Item): Read<number> =>
	readMaxWaitMs(first.parameter('waitUntilFinished'), first.parameter('maxWait'));

const read = (item: Item, first: Item): Read<ReadonlyArray<Entry<CallRecord>>> => {
	const maxWait = maxWaitOf(first);
	if (!maxWait.ok) return maxWait;
	const record = readCallRecord(item, Date.now());
	return record.ok ? { ok: true, value: [{ group: '', value: record.value }] } : record;
};

const addInput = (row: IDataObject, item: Item): IDataObject =>
	item.option('includeInputFields') === true ? { ...row, input: item.json } : row;

/** Any number of calls, in batches of 500. Truecaller says later what became of each; waiting for that is a choice. */
export const personaliseBulk: Operation = {
	value: 'personaliseBulk',
	name: 'Personalise Many',
	action: 'Personalise many calls',
	description:
		'Send any number of calls, one per input item, in batches of 500. Truecaller accepts a batch at once and works on it later: wait until it is finished, or get the status of the batch afterwards. Accepted does not mean pushed, and pushed does not mean that the person saw it.',
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
		optionsField([apiVersionField, ...callOptions]),
	],
	run: inChunks<CallRecord>({
		size: LIMITS.recordsPerBatch,
		atOnce: LIMITS.batchesAtOnce,
		refuse: refuseRetryOnFail,
		read,
		send: async (records, api, _group, first) =>
			await sendBatch(records, api, readVersion(first.option('apiVersion'))),
		followUp: async (sent, api, first) => {
			const maxWait = maxWaitOf(first);
			if (!maxWait.ok || maxWait.value === 0) return [];
			const version = readVersion(first.option('apiVersion'));
			return await followUp(sent, api, {
				version,
				maxWaitMs: maxWait.value,
				retryUnreachable: first.parameter('retryUnreachable') === true,
			});
		},
		finishRow: addInput,
		toOutput: (results, first, durationMs) =>
			first.parameter('summary') === true ? toSummary(results, durationMs) : undefined,
		hint: tellNotPushed,
		hintOnItems: tellEmptyFields((entries) =>
			entries.flatMap((entry) => ('value' in entry ? entry.value : [])),
		),
		isDone: (row) => row.batchId !== null,
		doneWord: 'accepted by Truecaller',
	}),
};
