import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import type { Problem } from '../api/problems';
import type { Item } from './item';

/**
 * Result of one input item: typed values, or a problem with the values so far. With `waits` the problem stops no other
 * request, and is reported only when every item has its outcome. With `isUnderWay` the request was sent before the run
 * was stopped, so it may have worked.
 */
export type ItemResult<R> =
	| { readonly ok: true; readonly values: readonly R[] }
	| {
			readonly ok: false;
			readonly problem: Problem;
			readonly values?: readonly R[];
			readonly waits?: boolean;
			readonly isUnderWay?: boolean;
	  };

/** A problem and its input item. `row` is the row in a sheet, if the item has it. */
export type Placed = {
	readonly index: number;
	readonly problem: Problem;
	readonly row?: number;
};

/** Turns the values of an operation into output items, at the end of the run. */
export type RowForm<R> = {
	readonly toRow: (value: R, item: Item) => IDataObject;
	/** Returns the input items of a row that belongs to several of them; undefined for its own item. */
	readonly itemsOf?: (value: R) => readonly number[] | undefined;
};

/** Settings of the output: the node's On Error, and whether the run is a simulation. */
export type OutputForm = { readonly onError?: INode['onError']; readonly simulated?: boolean };

/** Marks the output of a simulation. The output of a real run never has the key. */
export const withMark = (json: IDataObject, simulated: boolean): IDataObject =>
	simulated ? { ...json, simulated: true } : json;

/**
 * Returns an item of the error output. Beware: an `error` beside json would make n8n replace the whole json, and a third
 * key in json would send the item to the success output.
 */
const toErrorItem = ({ index, problem }: Placed, simulated: boolean): INodeExecutionData => {
	const details = { ...problem.details, advice: problem.details.advice ?? problem.todo };
	return {
		json: { error: problem.message, details: withMark(details, simulated) },
		pairedItem: { item: index },
	};
};

/**
 * Returns an item that older n8n sends to the error output too. It looks for an `error` beside json if json has `details`.
 * A property that is not enumerable is found there, and is missing on the copy for the error output, which keeps its json.
 */
const toErrorOutputItem = (placed: Placed, simulated: boolean): INodeExecutionData =>
	Object.defineProperty(toErrorItem(placed, simulated), 'error', {
		value: { message: placed.problem.message },
		enumerable: false,
	});

const toPairs = <R>(
	value: R,
	{ index }: Item,
	{ itemsOf }: RowForm<R>,
): INodeExecutionData['pairedItem'] =>
	itemsOf?.(value)?.map((item) => ({ item })) ?? { item: index };

/** Returns the output in the order of the input, each row paired with its input item. */
export const toOutput = <R>(
	results: ReadonlyArray<ItemResult<R>>,
	items: readonly Item[],
	form: RowForm<R>,
	{ onError, simulated = false }: OutputForm = {},
): INodeExecutionData[] => {
	const toError = onError === 'continueErrorOutput' ? toErrorOutputItem : toErrorItem;
	return items.flatMap((item, index) => {
		const result = results[index];
		const rows = (result?.values ?? []).map((value) => ({
			json: withMark(form.toRow(value, item), simulated),
			pairedItem: toPairs(value, item, form),
		}));
		if (!result || result.ok) return rows;
		return [...rows, toError({ index, problem: result.problem }, simulated)];
	});
};
