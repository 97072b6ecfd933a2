import { LIMITS } from '../../../api/facts/limits';
import type { Read } from '../../../api/problems';
import type { Entry } from '../../../items/chunks';
import type { InChunks } from '../../../items/inChunks';
import type { Item } from '../../../items/item';
import { readVersion } from '../../batchVersion';
import { readMaxWaitMs } from '../../waiting';
import { followUp } from './batchFollowUp';
import { sendBatch } from './batchSend';
import { readCall } from '../call';
import type { Call } from '../call';
import { tellEmptyFields } from '../texts/emptyField';
import { refuseRun } from '../refuseRun';
import { toCallRow } from './sentCall';
import type { SentCall } from './sentCall';
import { toSummary } from './summary';
import { tellCalls } from './tellCalls';

const maxWaitOf = (first: Item): Read<number> =>
	readMaxWaitMs(first.parameter('waitUntilFinished'), first.parameter('maxWait'));

const read = (item: Item, first: Item): Read<ReadonlyArray<Entry<Call, SentCall>>> => {
	const maxWait = maxWaitOf(first);
	if (!maxWait.ok) return maxWait;
	const call = readCall(item, Date.now());
	return call.ok ? { ok: true, value: [{ group: '', value: call.value }] } : call;
};

/** Sends the calls of all items in batches, and waits for their outcomes if the user wants that. */
export const batches: InChunks<Call, SentCall> = {
	size: LIMITS.recordsPerBatch,
	atOnce: { perToken: LIMITS.batchesAtOnce },
	refuse: refuseRun,
	read,
	send: async (calls, api, _group, first) =>
		await sendBatch(calls, api, readVersion(first.option('apiVersion'))),
	followUp: async (sent, api, first) => {
		const maxWait = maxWaitOf(first);
		if (!maxWait.ok || maxWait.value === 0) return [];
		return await followUp(sent, api, {
			version: readVersion(first.option('apiVersion')),
			maxWaitMs: maxWait.value,
			retryUnreachable: first.parameter('retryUnreachable') === true,
		});
	},
	toRow: toCallRow,
	toOutput: (results, first, durationMs) =>
		first.parameter('summary') === true ? toSummary(results, durationMs) : undefined,
	hint: tellCalls,
	hintOnItems: tellEmptyFields((entries) =>
		entries.flatMap((entry) => ('value' in entry ? entry.value : [])),
	),
	isDone: ({ batchId }) => typeof batchId === 'string',
	batchOf: ({ batchId }) => batchId,
	doneWord: 'accepted by Truecaller',
};
