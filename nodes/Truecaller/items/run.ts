import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError, sleep } from 'n8n-workflow';

import { problem } from '../api/problems';
import type { Problem, Read } from '../api/problems';
import { createApi } from '../api/request';
import type { Api } from '../api/request';
import { explainExpression } from './expressionFault';
import { readItems } from './item';
import type { Item } from './item';
import { explainStop, explainUnreadable, tellSoFar, toOutput } from './results';
import type { Done, ItemResult, Placed } from './results';

/** What the two combinators have in common: how an item is read, and what counts as done. */
export type Reading<T> = Done & {
	/** Reads the parameters of an item. Nothing is sent before every item was read. */
	readonly read: (item: Item, first: Item) => Read<T>;
	/** Refuses the whole run before anything is read, or lets it go ahead with undefined. */
	readonly refuse?: (node: INode) => Problem | undefined;
	/** Other output than a row per result, such as a summary; undefined for the usual one. */
	readonly toOutput?: (
		results: readonly ItemResult[],
		first: Item,
		durationMs: number,
	) => IDataObject | undefined;
	/** One sentence about the run that the editor shows above the output, or undefined. */
	readonly hint?: (rows: readonly IDataObject[]) => string | undefined;
	/** Opens another door than the one to the account of the credential. */
	readonly open?: typeof createApi;
	/** One sentence about what was read of the items, shown beside the other when all is sent, or undefined. */
	readonly hintOnItems?: (reads: Reads<T>) => string | undefined;
};

/** One item and what was read of it. */
export type ReadItem<T> = { readonly item: Item; readonly read: Read<T> };

/** All items of a run; there is at least one, or nothing runs. */
export type Reads<T> = readonly [ReadItem<T>, ...Array<ReadItem<T>>];

/** Work on all items at once. A fault that stops the run is handed to `stopAt`; items not reached have no result. */
export type Work<T> = (
	reads: Reads<T>,
	api: Api,
	run: {
		readonly first: Item;
		readonly isStopped: () => boolean;
		readonly stopAt: (fault: Placed) => void;
	},
) => Promise<ReadonlyArray<ItemResult | undefined>>;

/** Reading must not take the other items down with it: a broken expression is a problem of its item. */
const readOne = <T>(item: Item, first: Item, read: Reading<T>['read']): Read<T> => {
	try {
		return read(item, first);
	} catch (error) {
		return { ok: false, problem: explainExpression(error) };
	}
};

/** Reading goes on for this long before the rest of the process gets a turn. */
const BREATHE_AFTER_MS = 200;

/**
 * An expression takes n8n about a millisecond, so a long sheet takes minutes. A worker of queue mode that
 * says nothing for one minute counts as dead: its execution is marked as failed while it goes on, and n8n
 * before 2.0 hands it to another worker, which sends everything again.
 */
const readAll = async <T>(
	[first, ...others]: readonly [Item, ...Item[]],
	readAs: (item: Item) => ReadItem<T>,
): Promise<Reads<T>> => {
	let breathedAtMs = Date.now();
	const reads: [ReadItem<T>, ...Array<ReadItem<T>>] = [readAs(first)];
	for (const item of others) {
		if (Date.now() - breathedAtMs > BREATHE_AFTER_MS) {
			await sleep(0);
			breathedAtMs = Date.now();
		}
		reads.push(readAs(item));
	}
	return reads;
};

const STOPPED = problem(
	'The execution was stopped before this item was sent',
	'Run the workflow again.',
);

/** One sentence beside the output, where the version of n8n can show it. */
const showHint = (context: IExecuteFunctions, message: string | undefined): void => {
	if (message !== undefined && 'addExecutionHints' in context)
		context.addExecutionHints({ message, location: 'outputPane' });
};

/** Does the work, then throws or returns, as the node's On Error setting wants it. */
const workThrough = async <T>(
	context: IExecuteFunctions,
	reading: Reading<T>,
	reads: Reads<T>,
	work: Work<T>,
): Promise<ItemResult[]> => {
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
	const results = await work(reads, api.value, { first, isStopped, stopAt });
	if (fault) throw explainStop(context, fault, reads.length, tellSoFar(reading, results));
	return results.map((result) => result ?? { ok: false, problem: STOPPED });
};

/** Every item has its result now: hand them on, or throw the first problem among them. */
const finish = <T>(
	context: IExecuteFunctions,
	reading: Reading<T>,
	results: readonly ItemResult[],
	run: { readonly reads: Reads<T>; readonly startedAtMs: number },
): INodeExecutionData[] => {
	const index = results.findIndex(({ ok }) => !ok);
	const result = results[index];
	if (result && !result.ok && !context.continueOnFail()) {
		throw explainStop(
			context,
			{ index, problem: result.problem },
			results.length,
			tellSoFar(reading, results),
		);
	}
	showHint(context, reading.hint?.(results.flatMap(({ rows = [] }) => rows)));
	showHint(context, reading.hintOnItems?.(run.reads));
	const [{ item: first }] = run.reads;
	const summary = reading.toOutput?.(results, first, Date.now() - run.startedAtMs);
	return summary
		? [{ json: summary, pairedItem: results.map((_result, item) => ({ item })) }]
		: toOutput(results, context.getNode().onError);
};

/** The frame of every run: refuse, read all items, stop or go on with those that could be read, finish. */
export const runItems = async <T>(
	context: IExecuteFunctions,
	reading: Reading<T>,
	work: Work<T>,
): Promise<INodeExecutionData[]> => {
	const startedAtMs = Date.now();
	const [first, ...others] = readItems(context);
	if (!first) return [];
	const carriesOn = context.continueOnFail();
	const refused = reading.refuse?.(context.getNode());
	if (refused && !carriesOn)
		throw new NodeOperationError(context.getNode(), refused.message, {
			description: refused.todo,
		});
	const readAs = (item: Item): ReadItem<T> => ({
		item,
		read: refused ? { ok: false, problem: refused } : readOne(item, first, reading.read),
	});
	const reads = await readAll([first, ...others], readAs);
	const unreadable = reads.flatMap(({ item, read }): Placed[] =>
		read.ok ? [] : [{ index: item.index, problem: read.problem }],
	);
	if (unreadable.length > 0 && !carriesOn)
		throw explainUnreadable(context, unreadable, reads.length);
	const nothingToSend = unreadable.length === reads.length;
	const results = nothingToSend
		? unreadable.map(({ problem: found }): ItemResult => ({ ok: false, problem: found }))
		: await workThrough(context, reading, reads, work);
	return finish(context, reading, results, { reads, startedAtMs });
};

/** Runs `work` for 0 … count-1, at most `atOnce` side by side, until it is told to stop. */
export const concurrently = async (
	count: number,
	atOnce: number,
	work: (index: number) => Promise<void>,
	isStopped: () => boolean,
): Promise<void> => {
	let next = 0;
	const worker = async () => {
		while (next < count && !isStopped()) await work(next++);
	};
	await Promise.all(Array.from({ length: Math.min(count, atOnce) }, worker));
};
