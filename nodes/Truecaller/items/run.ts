import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { problem, RUN_AGAIN } from '../api/problems';
import type { Problem } from '../api/problems';
import { createApi, isSimulated } from '../api/request';
import type { Api } from '../api/request';
import { explainRefusal, explainStop } from './explain';
import { explainUnreadable } from './explainUnreadable';
import { finish } from './finish';
import { showHint, SIMULATED } from './hints';
import { readItems } from './item';
import type { Item } from './item';
import { readAll, readSafely } from './readAll';
import type { ReadAs, Reads } from './readAll';
import type { ItemResult, Placed, RowForm } from './results';
import { tellSoFar } from './soFar';
import type { Done } from './soFar';

/** What all operations have in common: how an item is read, how its row is made, and what counts as done. */
export type Reading<T, R> = Done<R> &
	RowForm<R> & {
		readonly read: ReadAs<T>;
		/** An item that cannot be read keeps the others back, too. */
		readonly needsAllItems?: boolean;
		/** Refuses the whole run before anything is read, or lets it go ahead with undefined. */
		readonly refuse?: (context: IExecuteFunctions, first: Item) => Problem | undefined;
		/** Other output than a row per value, such as a summary; undefined for the usual one. */
		readonly toOutput?: (
			results: ReadonlyArray<ItemResult<R>>,
			first: Item,
			durationMs: number,
		) => IDataObject | undefined;
		/** What happened and what to do next, which the editor shows above the output, or undefined. */
		readonly hint?: (results: ReadonlyArray<ItemResult<R>>, reads: Reads<T>) => string | undefined;
		/** Opens another door than the one to the account of the credential. */
		readonly open?: typeof createApi;
		/** One sentence about what was read of the items, shown beside the other when all is sent, or undefined. */
		readonly hintOnItems?: (reads: Reads<T>) => string | undefined;
	};

/** What the work on the items may ask and tell while it runs. */
export type Run = {
	readonly context: IExecuteFunctions;
	readonly first: Item;
	readonly isStopped: () => boolean;
	readonly stopAt: (fault: Placed) => void;
	/** Tells that the execution is stopped, where the version of n8n can. */
	readonly signal: AbortSignal | undefined;
};

/** Work on all items at once. A fault that stops the run is handed to `stopAt`; items not reached have no result. */
export type Work<T, R> = (
	reads: Reads<T>,
	api: Api,
	run: Run,
) => Promise<ReadonlyArray<ItemResult<R> | undefined>>;

const STOPPED = problem('The execution was stopped before this item was sent', RUN_AGAIN);

/** Does the work, then throws or returns, as the node's On Error setting wants it. */
const workThrough = async <T, R>(
	context: IExecuteFunctions,
	reading: Reading<T, R>,
	reads: Reads<T>,
	work: Work<T, R>,
): Promise<Array<ItemResult<R>>> => {
	const api = await (reading.open ?? createApi)(context);
	if (!api.ok) return reads.map(() => api);
	showHint(context, api.value.warning);
	const carriesOn = context.continueOnFail();
	let fault: Placed | undefined;
	const isStopped = () => fault !== undefined || api.value.isCancelled();
	const stopAt = (found: Placed) => {
		if (!carriesOn) fault ??= found;
	};
	const [{ item: first }] = reads;
	const signal = context.getExecutionCancelSignal();
	const run = { context, first, isStopped, stopAt, signal };
	const results = await work(reads, api.value, run);
	for (const hint of api.value.hintsAfterRun?.() ?? []) showHint(context, hint);
	const index = results.indexOf(undefined);
	const ended = fault ?? (index >= 0 && !carriesOn ? { index, problem: STOPPED } : undefined);
	if (ended) throw explainStop(context, ended, reads.length, tellSoFar(reading, results));
	return results.map((result) => result ?? { ok: false, problem: STOPPED });
};

/** Returns what refuses the whole run. A broken expression refuses nothing here: it is a problem of its item. */
const findRefusal = <T, R>(
	context: IExecuteFunctions,
	{ refuse }: Reading<T, R>,
	first: Item,
): Problem | undefined => {
	const read = readSafely(() => ({ ok: true, value: refuse?.(context, first) }));
	return read.ok ? read.value : undefined;
};

/** Reads the row of a sheet that an item came from, as the Google Sheets node notes it. */
const readRow = ({ json: { row_number: row } }: Item): number | undefined =>
	typeof row === 'number' && Number.isInteger(row) && row > 0 ? row : undefined;

const findUnreadable = <T>(reads: Reads<T>): Placed[] =>
	reads.flatMap(({ item, read }) =>
		read.ok ? [] : [{ index: item.index, problem: read.problem, row: readRow(item) }],
	);

/** The frame of every run: refuse, read all items, stop or go on with those that could be read, finish. */
export const runItems = async <T, R>(
	context: IExecuteFunctions,
	reading: Reading<T, R>,
	work: Work<T, R>,
): Promise<INodeExecutionData[]> => {
	const startedAtMs = Date.now();
	const [first, ...others] = readItems(context);
	if (!first) return [];
	const simulated = isSimulated(context);
	if (simulated) showHint(context, SIMULATED);
	const carriesOn = context.continueOnFail();
	const refused = findRefusal(context, reading, first);
	if (refused && !carriesOn) throw explainRefusal(context, refused);
	const readAs: ReadAs<T> = refused ? () => ({ ok: false, problem: refused }) : reading.read;
	const reads = await readAll([first, ...others], readAs);
	const unreadable = findUnreadable(reads);
	if (unreadable.length > 0 && !carriesOn)
		throw explainUnreadable(context, {
			found: unreadable,
			total: reads.length,
			othersGoOn: reading.needsAllItems !== true,
		});
	const nothingToSend = unreadable.length === reads.length;
	const results = nothingToSend
		? unreadable.map(({ problem: found }): ItemResult<R> => ({ ok: false, problem: found }))
		: await workThrough(context, reading, reads, work);
	return finish(context, reading, results, { reads, startedAtMs, simulated });
};
