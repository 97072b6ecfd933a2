import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Problem, Read } from '../api/problems';
import { problem } from '../api/problems';
import { createApi } from '../api/request';
import type { Api } from '../api/request';
import { readItems } from './item';
import type { Item } from './item';
import { explainStop, explainUnreadable, nameItems, toOutput } from './results';
import type { ItemResult, Placed } from './results';

/** An operation that makes its calls item by item. The loop, the pairing and On Error are not its business. */
export type PerItem<T> = {
	/** Reads the parameters of an item. Nothing is sent before every item was read. */
	readonly read: (item: Item) => Read<T>;
	/** Makes the calls of an item. Never throws. */
	readonly send: (value: T, api: Api, item: Item) => Promise<ItemResult>;
	/** How many items are under way at once; what the pace of the account lets through is less. */
	readonly atOnce: number;
	/** Refuses the whole run before anything is read, or lets it go ahead with undefined. */
	readonly refuse?: (node: INode) => Problem | undefined;
	/** For the error that stops a run: is this row one that a second run would send again? */
	readonly isDone?: (row: IDataObject) => boolean;
	/** The word for such rows, such as "pushed". */
	readonly doneWord?: string;
};

/** Reading must not take the other items down with it: a broken expression is a problem of its item. */
const readOne = <T>(item: Item, read: PerItem<T>['read']): Read<T> => {
	try {
		return read(item);
	} catch (error) {
		const message = error instanceof Error ? error.message : 'A parameter cannot be read';
		return { ok: false, problem: problem(message, 'Correct the expression in the parameters of this node.') };
	}
};

/** Runs `work` for 0 … count-1, at most `atOnce` side by side, until it is told to stop. */
const concurrently = async (count: number, atOnce: number, work: (index: number) => Promise<void>, isStopped: () => boolean) => {
	let next = 0;
	const worker = async () => {
		while (next < count && !isStopped()) await work(next++);
	};
	await Promise.all(Array.from({ length: Math.min(count, atOnce) }, worker));
};

const tellSoFar = <T>({ isDone, doneWord = 'done' }: PerItem<T>, results: ReadonlyArray<ItemResult | undefined>): string => {
	if (!isDone) return '';
	const indexes = [...results.keys()];
	const done = indexes.filter((index) => {
		const result = results[index];
		return result?.ok === true && result.rows.some(isDone);
	});
	const unsent = indexes.filter((index) => results[index] === undefined);
	const told = done.length === 0 ? [`No call was ${doneWord}.`] : [`Already ${doneWord}, and a second run would send them again: ${nameItems(done)}.`];
	if (unsent.length > 0) told.push(`Not sent: ${nameItems(unsent)}.`);
	return told.join(' ');
};

const STOPPED = problem('The execution was stopped before this item was sent', 'Run the workflow again.');

/** Makes the calls of all readable items, then throws or returns, as the node's On Error setting wants it. */
const sendAll = async <T>(context: IExecuteFunctions, plan: PerItem<T>, items: readonly Item[], reads: ReadonlyArray<Read<T>>) => {
	const api = await createApi(context);
	if (!api.ok) return items.map((): ItemResult => api);
	const results: Array<ItemResult | undefined> = items.map(() => undefined);
	const carriesOn = context.continueOnFail();
	let stop: Placed | undefined;

	const work = async (index: number): Promise<void> => {
		const read = reads[index];
		const item = items[index];
		if (!read || !item) return;
		const result: ItemResult = read.ok ? await plan.send(read.value, api.value, item) : read;
		results[index] = result;
		if (!carriesOn && !result.ok && !result.waits) stop ??= { index, problem: result.problem };
	};
	await concurrently(items.length, plan.atOnce, work, () => stop !== undefined || api.value.isCancelled());
	if (stop) throw explainStop(context, stop, items.length, tellSoFar(plan, results));
	return results.map((result): ItemResult => result ?? { ok: false, problem: STOPPED });
};

/** Every item has its result now: hand them on, or throw the first problem among them. */
const finish = <T>(context: IExecuteFunctions, plan: PerItem<T>, results: readonly ItemResult[]): INodeExecutionData[] => {
	const index = results.findIndex(({ ok }) => !ok);
	const result = results[index];
	if (!result || result.ok || context.continueOnFail()) return toOutput(results);
	throw explainStop(context, { index, problem: result.problem }, results.length, tellSoFar(plan, results));
};

/** Makes a `run` out of what one item needs. */
export const perItem =
	<T>(plan: PerItem<T>) =>
	async (context: IExecuteFunctions): Promise<INodeExecutionData[]> => {
		const items = readItems(context);
		const carriesOn = context.continueOnFail();
		const refused = plan.refuse?.(context.getNode());
		if (refused && !carriesOn) throw new NodeOperationError(context.getNode(), refused.message, { description: refused.description });
		const reads = items.map((item): Read<T> => (refused ? { ok: false, problem: refused } : readOne(item, plan.read)));
		const unreadable = reads.flatMap((read, index): Placed[] => (read.ok ? [] : [{ index, problem: read.problem }]));
		if (unreadable.length > 0 && !carriesOn) throw explainUnreadable(context, unreadable, items.length);
		const nothingToSend = unreadable.length === items.length;
		const results = nothingToSend ? unreadable.map((placed): ItemResult => ({ ok: false, ...placed })) : await sendAll(context, plan, items, reads);
		return finish(context, plan, results);
	};
