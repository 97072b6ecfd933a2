import type { BatchVersion } from '../../api/facts/endpoints';
import { problem } from '../../api/problems';
import type { Read } from '../../api/problems';
import { waitForBatches } from '../../api/waitForBatch';
import type { Waiting } from '../../api/waitForBatch';
import type { Item } from '../../items/item';
import { perItem } from '../../items/perItem';
import { optionsField } from '../operation';
import type { Operation } from '../operation';
import { apiVersionField, readMaxWaitMs, readVersion, waitFields } from '../waiting';
import { explainStatus, toStatusRows } from './statusRows';

type StatusQuery = {
	readonly batchId: string;
	readonly version: BatchVersion;
	readonly maxWaitMs: number;
};

const readQuery = (item: Item): Read<StatusQuery> => {
	const batchId = item.text('batchId');
	if (batchId === '') {
		const todo =
			'Enter the Batch ID that Personalise Many puts out, for example by {{ $json.batchId }}.';
		return { ok: false, problem: problem('Batch ID is empty', todo, { field: 'batchId' }) };
	}
	const maxWait = readMaxWaitMs(item.option('waitUntilFinished'), item.option('maxWait'));
	return maxWait.ok
		? {
				ok: true,
				value: {
					batchId,
					version: readVersion(item.option('apiVersion')),
					maxWaitMs: maxWait.value,
				},
			}
		: maxWait;
};

/** GET …/dynamic_call_records?batchId=…: one row per record of the batch, as it stands now or when it is finished. */
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
			description:
				'The ID of the batch, as Personalise Many puts it out, such as b72f7a40-ec3a-462f-b528-da0e8dc87e79',
		},
		optionsField([
			apiVersionField,
			...waitFields('until Truecaller has decided on every call of the batch'),
		]),
	],
	run: perItem({
		atOnce: 5,
		read: readQuery,
		send: async (wanted, api) => {
			const { batchId, version, maxWaitMs } = wanted;
			const batch: Waiting = { batchId, rows: [], isSettled: false };
			await waitForBatches(
				[batch],
				api,
				version,
				maxWaitMs > 0 ? Date.now() + maxWaitMs : undefined,
			);
			if (batch.failure && batch.rows.length === 0)
				return { ok: false, problem: explainStatus(batch.failure, batchId, version) };
			return { ok: true, rows: toStatusRows(batchId, batch.rows) };
		},
	}),
};
