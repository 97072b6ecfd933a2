import type {
	IDataObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INode,
	INodeExecutionData,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Problem } from '../api/problems';

/**
 * What became of one input item: its rows, or a problem beside those rows that could be had. With `waits`
 * the problem stops nothing while calls are under way, and is only spoken of once every item has its outcome.
 */
export type ItemResult =
	| { readonly ok: true; readonly rows: readonly IDataObject[] }
	| {
			readonly ok: false;
			readonly problem: Problem;
			readonly rows?: readonly IDataObject[];
			readonly waits?: boolean;
	  };

/** A problem and the input item it belongs to. */
export type Placed = { readonly index: number; readonly problem: Problem };

/** A text names this many items at most. */
const MOST_NAMED = 20;

/** "items 1, 2 and 7", at most twenty of them, then "and 3 more". Counted from 0, as n8n does. */
export const nameItems = (indexes: readonly number[]): string => {
	const named = indexes.slice(0, MOST_NAMED);
	const more = indexes.length - named.length;
	if (more > 0) return `items ${named.join(', ')} and ${more} more`;
	const last = named.at(-1);
	return named.length === 1 ? `item ${last}` : `items ${named.slice(0, -1).join(', ')} and ${last}`;
};

const sentence = (text: string): string => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`);

/**
 * An item of the error output. `error` stands inside json only: beside it, n8n would replace the whole
 * json by it; and with any other key than these two the item would leave by the success output.
 */
const toErrorItem = ({ index, problem }: Placed): INodeExecutionData => ({
	json: {
		error: problem.message,
		details: { ...problem.details, advice: problem.details.advice ?? problem.todo },
	},
	pairedItem: { item: index },
});

/**
 * Older n8n looks for an `error` beside json too, or lets an item with `details` leave by the success output. What cannot
 * be enumerated is found there, and is not on the copy that goes to the error output: so the json stays as it is.
 */
const toErrorOutputItem = (placed: Placed): INodeExecutionData =>
	Object.defineProperty(toErrorItem(placed), 'error', {
		value: { message: placed.problem.message },
		enumerable: false,
	});

/** Lays the results out in input order, each paired with its input item. */
export const toOutput = (
	results: readonly ItemResult[],
	onError?: INode['onError'],
): INodeExecutionData[] => {
	const toError = onError === 'continueErrorOutput' ? toErrorOutputItem : toErrorItem;
	return results.flatMap((result, index) => {
		const rows = (result.rows ?? []).map((row) => ({ json: row, pairedItem: { item: index } }));
		return result.ok ? rows : [...rows, toError({ index, problem: result.problem })];
	});
};

/** Names the item as n8n does; n8n adds the same to a message that does not name it. */
const atItem = (message: string, index: number): string => `${message} [item ${index}]`;

/** The error for items that cannot be read. All of them are named, so that one round of mending is enough. */
export const explainUnreadable = (
	context: IExecuteFunctions,
	found: readonly Placed[],
	total: number,
): NodeOperationError => {
	const [first] = found;
	const { message, todo: description } = first?.problem ?? { message: '', todo: '' };
	const options = { itemIndex: first?.index ?? 0 };
	if (total === 1)
		return new NodeOperationError(context.getNode(), message, { ...options, description });
	if (found.length === 1) {
		const text = atItem(message, options.itemIndex);
		return new NodeOperationError(context.getNode(), text, {
			...options,
			description: `${sentence(description)} Nothing was sent.`,
		});
	}
	const named = found
		.slice(0, MOST_NAMED)
		.map(({ index, problem }) => `Item ${index}: ${sentence(problem.message)}`);
	if (found.length > MOST_NAMED) named.push(`And ${found.length - MOST_NAMED} more.`);
	const text = `${found.length} of ${total} items cannot be sent as they are; the first is item ${options.itemIndex}`;
	return new NodeOperationError(context.getNode(), text, {
		...options,
		description: `Nothing was sent. ${named.join(' ')}`,
	});
};

/** The error for a fault that stops the run; `sofar` tells what happened to the other items. */
export const explainStop = (
	context: IExecuteFunctions,
	{ index, problem }: Placed,
	total: number,
	soFar: string,
): NodeApiError => {
	const message = total === 1 ? problem.message : atItem(problem.message, index);
	const description = [sentence(problem.todo), soFar].filter((text) => text !== '').join(' ');
	const said: JsonObject = { message };
	return new NodeApiError(context.getNode(), said, { message, description, itemIndex: index });
};

/** The error of a picker, which the editor shows in place of the list. */
export const explainLookUp = (
	context: ILoadOptionsFunctions,
	{ message, todo: description }: Problem,
): NodeApiError => {
	const said: JsonObject = { message };
	return new NodeApiError(context.getNode(), said, { message, description });
};

/** What an operation calls done: rows that a second run would send again, and the word for them. */
export type Done = { readonly isDone?: (row: IDataObject) => boolean; readonly doneWord?: string };

/** Tells what happened to the items before a fault stopped the run, so that a second run can be weighed. */
export const tellSoFar = (
	{ isDone, doneWord = 'done' }: Done,
	results: ReadonlyArray<ItemResult | undefined>,
): string => {
	if (!isDone) return '';
	const rowsOf = (index: number) => (results[index]?.rows ?? []).filter(isDone);
	const indexes = [...results.keys()];
	const done = indexes.filter((index) => rowsOf(index).length > 0);
	const batches = [...new Set(done.flatMap(rowsOf).map(({ batchId }) => batchId))].filter(
		(id) => typeof id === 'string',
	);
	const unsent = indexes.filter((index) => results[index] === undefined);
	const told = [
		done.length === 0
			? `Nothing was ${doneWord}.`
			: `Already ${doneWord}, and a second run would send them again: ${nameItems(done)}.`,
	];
	if (batches.length > 0)
		told.push(
			`Batches: ${batches.slice(0, MOST_NAMED).join(', ')}${batches.length > MOST_NAMED ? ` and ${batches.length - MOST_NAMED} more` : ''}.`,
		);
	if (unsent.length > 0) told.push(`Not sent: ${nameItems(unsent)}.`);
	return told.join(' ');
};
