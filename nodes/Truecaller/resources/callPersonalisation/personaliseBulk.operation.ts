import { LIMITS } from '../../api/limits';
import { inChunks } from '../../items/inChunks';
import { optionsField } from '../operation';
import type { Operation } from '../operation';
import { sendBatch } from './batchSend';
import { readCallRecord } from './callRecord';
import { callFields, callOptions } from './fields';
import { refuseRetryOnFail } from './retryOnFail';

/** Any number of calls, in batches of 500. Truecaller says later what became of each. */
export const personaliseBulk: Operation = {
	value: 'personaliseBulk',
	name: 'Personalise Many',
	action: 'Personalise many calls',
	description:
		'Send any number of calls, one per input item, in batches of 500. Truecaller accepts a batch at once and works on it later: get the status of the batch to see what became of each call.',
	fields: [...callFields, optionsField(callOptions)],
	run: inChunks({
		size: LIMITS.recordsPerBatch,
		atOnce: LIMITS.batchesAtOnce,
		refuse: refuseRetryOnFail,
		read: (item) => {
			const record = readCallRecord(item, Date.now());
			return record.ok ? { ok: true, value: [{ group: '', value: record.value }] } : record;
		},
		send: sendBatch,
		finishRow: (row, item) => (item.option('includeInputFields') === true ? { ...row, input: item.json } : row),
		isDone: (row) => row.outcome === 'accepted',
		doneWord: 'accepted by Truecaller',
	}),
};
