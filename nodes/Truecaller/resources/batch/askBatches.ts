import { problem } from '../../api/problems';
import type { Read } from '../../api/problems';
import type { Api } from '../../api/request';
import { waitForBatches } from '../../api/waitForBatch';
import type { BatchChoice, Waiting } from '../../api/waitForBatch';
import type { Item } from '../../items/item';
import type { ItemResult } from '../../items/results';
import type { Work } from '../../items/run';
import { readVersion } from '../batchVersion';
import { readMaxWaitMs } from '../waiting';
import { explainStatus } from './explainStatus';
import type { ReportedCall } from './reportedCall';
import { readOwnCall, shareRows } from './shareRows';

/** The batch that an item asks for, and its options. */
export type StatusQuery = {
	readonly batchId: string;
	readonly version: BatchChoice;
	readonly maxWaitMs: number;
};

/** Reads which batch an item asks for, or returns the problem with its parameters. */
export const readQuery = (item: Item): Read<StatusQuery> => {
	const batchId = item.text('batchId');
	if (batchId === '') {
		const todo =
			"Enter the 'Batch ID' that Personalise Many puts out, for example by {{ $json.batchId }}.";
		return { ok: false, problem: problem("'Batch ID' is empty", todo, { field: 'batchId' }) };
	}
	const maxWait = readMaxWaitMs(item.option('waitUntilFinished'), item.option('maxWait'));
	if (!maxWait.ok) return maxWait;
	const version = readVersion(item.option('apiVersion'));
	return { ok: true, value: { batchId, version, maxWaitMs: maxWait.value } };
};

/** One batch of a run, and the items that ask for it. */
type Asked = { readonly query: StatusQuery; readonly batch: Waiting; readonly items: Item[] };

/** Collects the batches to ask for: each batch once, even if many items name it. */
const collect = (
	reads: ReadonlyArray<{ readonly item: Item; readonly read: Read<StatusQuery> }>,
): Asked[] => {
	const all = new Map<string, Asked>();
	for (const { item, read } of reads) {
		if (!read.ok) continue;
		const key = JSON.stringify(read.value);
		const { batchId } = read.value;
		const asked = all.get(key) ?? {
			query: read.value,
			batch: { batchId, rows: [], isSettled: false },
			items: [],
		};
		asked.items.push(item);
		all.set(key, asked);
	}
	return [...all.values()];
};

/** Waits for all batches in parallel. Those with the same options are polled together. */
const waitForAll = async (all: readonly Asked[], api: Api): Promise<void> => {
	const groups = new Map<string, Asked[]>();
	for (const asked of all) {
		const key = `${asked.query.version} ${asked.query.maxWaitMs}`;
		groups.set(key, [...(groups.get(key) ?? []), asked]);
	}
	const wait = async (group: readonly Asked[]): Promise<void> => {
		const { version, maxWaitMs } = group[0]?.query ?? { version: 'automatic', maxWaitMs: 0 };
		const batches = group.map(({ batch }) => batch);
		await waitForBatches(batches, api, version, maxWaitMs > 0 ? Date.now() + maxWaitMs : undefined);
	};
	await Promise.all([...groups.values()].map(wait));
};

/** Asks for each batch once. An item that names its call gets the rows of that call. */
export const askBatches: Work<StatusQuery, ReportedCall> = async (reads, api, { stopAt }) => {
	const results = reads.map(({ read }): ItemResult<ReportedCall> | undefined =>
		read.ok ? undefined : read,
	);
	const all = collect(reads);
	await waitForAll(all, api);
	for (const { query, batch, items } of all) {
		const { batchId } = query;
		if (batch.failure && batch.rows.length === 0) {
			const failed = explainStatus(batch.failure, batchId, batch.asked ?? 'v3');
			for (const { index } of items) results[index] = { ok: false, problem: failed };
			stopAt({ index: items[0]?.index ?? 0, problem: failed });
			continue;
		}
		if (batch.rows.length === 0 && api.isCancelled()) continue;
		const calls = items.map(({ json }) => readOwnCall(json, batchId));
		const shares = shareRows(batchId, calls, batch.rows);
		items.forEach(({ index }, place) => {
			results[index] = { ok: true, values: shares[place] ?? [] };
		});
	}
	return results;
};
