import { readUnfit } from './reading/answer';
import type { Failure } from './reading/answer';
import { readBatchRows } from './reading/batchRows';
import type { BatchRow } from './reading/batchRows';
import { BATCH_VERSIONS, getBatchStatus } from './facts/endpoints';
import type { BatchVersion } from './facts/endpoints';
import { pauseMs, questionLimitMs } from './pacing/polling';
import { explainFailure } from './problems';
import type { Api } from './request';

/** A version that the user chose, or the one that the account accepts. */
export type BatchChoice = BatchVersion | 'automatic';

/** A batch that is being waited for: its number of records, if known, and its last known state. */
export type Waiting = {
	readonly batchId: string;
	readonly count?: number;
	rows: readonly BatchRow[];
	isSettled: boolean;
	/** Since when only missing rows have been waited for (epoch ms). */
	completeSinceMs?: number;
	/** Why the last status request failed. */
	failure?: Failure;
	/** The version of the last status request. */
	asked?: BatchVersion;
};

/** How long to wait for missing rows once all others have an outcome. */
const MISSING_ROWS_MS = 30_000;
const BATCHES_AT_ONCE = 5;

/**
 * Explains why there is no status. A 404 may mean that the batch does not exist, or the version.
 */
export const tellFailure = (failure: Failure): string => {
	const { kind, status, obstacle, words } = failure;
	if (words) return words.message;
	if (kind === 'answered' && status === 404) return 'Truecaller does not know this batch';
	// The usual message says that nothing was sent, but the batch was sent.
	return kind === 'notSent' && !obstacle
		? 'Truecaller could not be reached'
		: explainFailure(failure).message;
};

/**
 * Notes the rows of a status. A batch is settled if every record has an outcome, or the wait for
 * missing rows is over.
 */
export const note = (batch: Waiting, rows: readonly BatchRow[], nowMs: number): void => {
	const hasGrown = rows.length > batch.rows.length;
	batch.rows = rows;
	batch.failure = undefined;
	const isDecided = rows.length > 0 && rows.every(({ outcome }) => outcome !== 'running');
	if (!isDecided || hasGrown) batch.completeSinceMs = undefined;
	if (!isDecided) return;
	batch.completeSinceMs ??= nowMs;
	const isComplete = batch.count === undefined || rows.length >= batch.count;
	batch.isSettled = isComplete || nowMs - batch.completeSinceMs >= MISSING_ROWS_MS;
};

/**
 * Returns the versions to try: first the one that accepted the batch, then the others, newest
 * first.
 */
const versionsFor = (choice: BatchChoice, path: string | undefined): BatchVersion[] => {
	if (choice !== 'automatic') return [choice];
	const isOfBatch = (version: BatchVersion): boolean => getBatchStatus(version).path === path;
	return [...BATCH_VERSIONS].sort(
		(one, other) => Number(isOfBatch(other)) - Number(isOfBatch(one)),
	);
};

const ask = async (
	batch: Waiting,
	api: Api,
	choice: BatchChoice,
	timeLimitMs: number,
): Promise<void> => {
	const { batchId } = batch;
	const path = api.dialects?.pathOfBatch(batchId);
	const [first = 'v3', ...others] = versionsFor(choice, path);
	const otherVersions = others.map((version) => getBatchStatus(version));
	const reply = await api.send(getBatchStatus(first), {
		query: { batchId },
		timeLimitMs,
		// Separate for each version: the answer about an unknown batch must not affect other batches.
		openForms: { place: `status ${path ?? ''}`, otherVersions, open: [] },
	});
	batch.asked = BATCH_VERSIONS.find(
		(version) => getBatchStatus(version).path === reply.chosen?.endpoint.path,
	);
	const rows = reply.ok ? readBatchRows(reply.body) : undefined;
	if (reply.ok && rows?.every(({ outcome }) => outcome === 'refused'))
		api.dialects?.noteRows(batchId, reply.body);
	if (rows) return note(batch, rows, Date.now());
	batch.failure = reply.ok ? readUnfit(reply.body) : reply.failure;
};

/** A refused key, or one without access, stays refused, so polling stops. */
const isLasting = ({ failure }: Waiting): boolean =>
	failure?.kind === 'login' ||
	failure?.kind === 'setUp' ||
	(failure?.kind === 'answered' && (failure.status === 401 || failure.status === 403));

/**
 * Polls all batches until each is settled, the time is over or the execution is stopped. Without a
 * time limit, it asks once.
 */
export const waitForBatches = async (
	batches: readonly Waiting[],
	api: Api,
	choice: BatchChoice,
	endsAtMs = -Infinity,
): Promise<void> => {
	const limitMs = () => (endsAtMs > 0 ? questionLimitMs(endsAtMs) : Infinity);
	for (let round = 0; ; round++) {
		const open = batches.filter(({ isSettled }) => !isSettled);
		for (let from = 0; from < open.length && !api.isCancelled(); from += BATCHES_AT_ONCE) {
			await Promise.all(
				open
					.slice(from, from + BATCHES_AT_ONCE)
					.map(async (batch) => await ask(batch, api, choice, limitMs())),
			);
		}
		const leftMs = endsAtMs - Date.now();
		if (leftMs <= 0 || batches.every((batch) => batch.isSettled || isLasting(batch))) return;
		if (!(await api.sleep(pauseMs(round, leftMs)))) return;
	}
};
