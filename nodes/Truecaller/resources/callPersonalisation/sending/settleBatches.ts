import type { BatchRow } from '../../../api/reading/batchRows';
import { joinRows } from '../../../api/reading/joinRows';
import { toOutcome } from '../../../api/reading/outcome';
import type { Api } from '../../../api/request';
import { tellFailure, waitForBatches } from '../../../api/waitForBatch';
import type { BatchChoice, Waiting } from '../../../api/waitForBatch';
import type { CallProgress, SentCall } from './sentCall';

const RUNNING_ADVICE =
	'Truecaller is still working on this call; get the status of the batch later';

/**
 * Returns the state of a call after the wait for its batch. A call without a row is missing or
 * still running.
 */
const toProgress = (found: BatchRow | undefined, batch: Waiting): CallProgress => {
	if (found && found.outcome !== 'running') return found;
	if (batch.isSettled) return toOutcome('missing', undefined);
	const message = batch.failure ? tellFailure(batch.failure) : (found?.message ?? null);
	return { outcome: 'running', reason: null, advice: RUNNING_ADVICE, message };
};

/** Returns the positions of the accepted calls, by batch. */
const groupByBatch = (sent: readonly SentCall[]): Map<string, number[]> => {
	const byBatch = new Map<string, number[]>();
	sent.forEach(({ batchId, outcome }, place) => {
		if (outcome.outcome !== 'accepted' || typeof batchId !== 'string') return;
		const places = byBatch.get(batchId);
		if (places) places.push(place);
		else byBatch.set(batchId, [place]);
	});
	return byBatch;
};

/** Waits for the batches of all accepted calls. Other calls stay unchanged. */
export const settleBatches = async (
	sent: readonly SentCall[],
	api: Api,
	version: BatchChoice,
	endsAtMs: number,
): Promise<SentCall[]> => {
	const byBatch = groupByBatch(sent);
	const batches = [...byBatch].map(
		([batchId, { length: count }]): Waiting => ({ batchId, count, rows: [], isSettled: false }),
	);
	await waitForBatches(batches, api, version, endsAtMs);
	const settled = [...sent];
	for (const batch of batches) {
		const places = byBatch.get(batch.batchId) ?? [];
		const wires = places.flatMap((place) => sent[place]?.wire ?? []);
		const joined = joinRows(wires, batch.rows);
		places.forEach((place, index) => {
			const call = sent[place];
			if (call) settled[place] = { ...call, outcome: toProgress(joined[index], batch) };
		});
	}
	return settled;
};
