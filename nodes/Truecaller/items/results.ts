import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import type { Problem } from '../api/problems';
import type { Item } from './item';

/**
 * What became of one input item: typed values, or a problem beside those values that could be had. With `waits`
 * the problem stops no other request, and is told only once every item has its outcome. With `isUnderWay` the
 * request had been sent when the run was stopped, and may have worked.
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

/** A problem and the input item it belongs to; `row` is its row in a sheet, where the item tells it. */
export type Placed = {
	readonly index: number;
	readonly problem: Problem;
	readonly row?: number;
};

/** How the values of an operation become output items, once, at the end of the run. */
export type RowForm<R> = {
	readonly toRow: (value: R, item: Item) => IDataObject;
	/** The input items of a row that belongs to several of them; undefined for the one it came from. */
	readonly itemsOf?: (value: R) => readonly number[] | undefined;
};

/** What the output depends on beside its values: the node's On Error setting, and whether the run is a simulation. */
export type OutputForm = { readonly onError?: INode['onError']; readonly simulated?: boolean };

/** Marks what comes out of a simulation, so that nobody takes it for real. A real run never has the key. */
export const withMark = (json: IDataObject, simulated: boolean): IDataObject =>
	simulated ? { ...json, simulated: true } : json;

/**
 * An item of the error output. `error` stands inside json only: beside it, n8n would replace the whole
 * json by it; and with any other key than these two the item would leave by the success output.
 */
const toErrorItem = ({ index, problem }: Placed, simulated: boolean): INodeExecutionData => {
	const details = { ...problem.details, advice: problem.details.advice ?? problem.todo };
	return {
		json: { error: problem.message, details: withMark(details, simulated) },
		pairedItem: { item: index },
	};
};

/**
 * Older n8n looks for an `error` beside json too, or lets an item with `details` leave by the success output. What cannot
 * be enumerated is found there, and is not on the copy that goes to the error output: so the json stays as it is.
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

/** Lays the results out in input order, each row paired with its input item. */
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
