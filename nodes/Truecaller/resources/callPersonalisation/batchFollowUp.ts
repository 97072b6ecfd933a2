import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/reading/answer';
import type { BatchRow } from '../../api/reading/batchRows';
import type { BatchVersion } from '../../api/facts/endpoints';
import { joinRows } from '../../api/reading/joinRows';
import { LIMITS } from '../../api/facts/limits';
import { toOutcome } from '../../api/reading/outcome';
import type { Api } from '../../api/request';
import { tellFailure, waitForBatches } from '../../api/waitForBatch';
import type { Waiting } from '../../api/waitForBatch';
import type { AnyWireRecord } from '../../api/reading/wireRecord';
import type { Sent } from '../../items/inChunks';
import { sendBatch } from './batchSend';
import type { CallRecord } from './callRecord';

/** How batches are followed up: until when, and whether unreachable phones get a second try. */
export type FollowUp = {
	readonly version: BatchVersion;
	readonly maxWaitMs: number;
	readonly retryUnreachable: boolean;
};

/** A phone in a lift or a tunnel is often back after this. */
const SECOND_TRY_PAUSE_MS = 10_000;

const RUNNING_ADVICE =
	'Truecaller is still working on this call; get the status of the batch later';

type Open = Sent<CallRecord>;

const recordOf = ({ row }: Open): AnyWireRecord => row.callRecord as AnyWireRecord;

/** The row of a record once its batch was waited for; a record that no row reports on is missing or still running. */
const toRow = ({ row }: Open, found: BatchRow | undefined, batch: Waiting): IDataObject => {
	const { batchId, callRecord } = row;
	if (found && found.outcome !== 'running') {
		const { outcome, reason, advice, message } = found;
		return {
			outcome,
			personalised: outcome === 'pushed',
			reason,
			advice,
			message,
			batchId,
			callRecord,
		};
	}
	if (batch.isSettled)
		return { ...toOutcome('missing', undefined), personalised: false, batchId, callRecord };
	const message = batch.failure ? tellFailure(batch.failure) : (found?.message ?? null);
	return {
		outcome: 'running',
		personalised: false,
		reason: null,
		advice: RUNNING_ADVICE,
		message,
		batchId,
		callRecord,
	};
};

/** Waits for the batches of all accepted rows; every other row stays as it is. */
const settle = async (
	sent: readonly Open[],
	api: Api,
	version: BatchVersion,
	endsAtMs: number,
): Promise<IDataObject[]> => {
	const byBatch = new Map<string, number[]>();
	sent.forEach(({ row }, index) => {
		if (row.outcome !== 'accepted') return;
		const id = String(row.batchId);
		byBatch.set(id, [...(byBatch.get(id) ?? []), index]);
	});
	const batches = [...byBatch].map(
		([batchId, indexes]): Waiting => ({
			batchId,
			count: indexes.length,
			rows: [],
			isSettled: false,
		}),
	);
	await waitForBatches(batches, api, version, endsAtMs);
	const rows = sent.map(({ row }) => row);
	for (const batch of batches) {
		const indexes = byBatch.get(batch.batchId) ?? [];
		const open = indexes.flatMap((index) => sent[index] ?? []);
		const joined = joinRows(open.map(recordOf), batch.rows);
		open.forEach((each, place) => (rows[indexes[place] ?? -1] = toRow(each, joined[place], batch)));
	}
	return rows;
};

/** Sends the records once more, in batches of their own. What cannot be sent keeps the row it has. */
const sendAgain = async (
	again: readonly Open[],
	api: Api,
	version: BatchVersion,
): Promise<Open[]> => {
	const second: Open[] = [];
	for (let from = 0; from < again.length; from += LIMITS.recordsPerBatch) {
		const chunk = again.slice(from, from + LIMITS.recordsPerBatch);
		const reply = await sendBatch(
			chunk.map(({ value }) => value),
			api,
			version,
		);
		second.push(
			...chunk.map((each, index) => ({
				value: each.value,
				row: (reply.ok && reply.value[index]) || each.row,
			})),
		);
	}
	return second;
};

const firstTryOf = ({ batchId, outcome, reason, message }: IDataObject): IDataObject => ({
	batchId,
	outcome,
	reason,
	message,
});

/** Only "failed to push" is sent again: there the documentation says that nothing reached the phone. */
const retryUnreachable = async (
	sent: readonly Open[],
	api: Api,
	version: BatchVersion,
	endsAtMs: number,
): Promise<IDataObject[]> => {
	const again = sent.filter(({ row }) => row.reason === 'failedToPush');
	const hasTime = endsAtMs - Date.now() > SECOND_TRY_PAUSE_MS;
	if (again.length === 0 || !hasTime || !(await api.sleep(SECOND_TRY_PAUSE_MS)))
		return sent.map(({ row }) => row);
	const second = await settle(await sendAgain(again, api, version), api, version, endsAtMs);
	const rowOf = new Map(again.map((each, index) => [each, second[index]]));
	return sent.map((each) => {
		const row = rowOf.get(each);
		return isObject(row) && row !== each.row
			? { ...row, firstTry: firstTryOf(each.row) }
			: each.row;
	});
};

/** Follows what was sent until every record is settled or the time is over; rows in the order of what was sent. */
export const followUp = async (
	sent: readonly Open[],
	api: Api,
	{ version, maxWaitMs, retryUnreachable: retries }: FollowUp,
): Promise<IDataObject[]> => {
	const endsAtMs = Date.now() + maxWaitMs;
	const rows = await settle(sent, api, version, endsAtMs);
	if (!retries) return rows;
	return await retryUnreachable(
		sent.map(({ value }, index) => ({ value, row: rows[index] ?? {} })),
		api,
		version,
		endsAtMs,
	);
};
