import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { nameFields, sentence, toCauses } from './causes';
import type { Cause } from './causes';
import { atItem } from './explain';
import { tellTool } from './forTool';
import { nameItems, nameRows } from './nameItems';
import type { Placed } from './results';

/** Most causes in one error, each with its items. */
const MOST_TOLD = 20;

/** n8n's editor shows a description as HTML and knows no line ends in it. */
const LINE_END = ' <br />';
const toHtml = (text: string): string => text.replaceAll('<', '&lt;');

/** The first item is the second row of a sheet, below its heading. */
const HEADING_AND_COUNT = 2;
const rowOf = ({ index, row }: Placed): number => row ?? index + HEADING_AND_COUNT;

const ROWS_COUNTED =
	'Rows are counted for a sheet with one header row, all of whose rows came in, in their order.';

/** Unreadable items of a run. */
export type Unreadable = {
	readonly found: readonly Placed[];
	readonly total: number;
	/** Whether the other items can go on without these. */
	readonly othersGoOn: boolean;
};

const capitalise = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

const tellCause = ({ says, todo, items, varies }: Cause, total: number): string => {
	const said = toHtml(`${sentence(varies ? `${says}, for example` : says)} ${sentence(todo)}`);
	if (total === 1) return said;
	const places = `${nameItems(items.map(({ index }) => index))} (${nameRows(items.map(rowOf))})`;
	return `${capitalise(places)}: ${said}`;
};

const tellOthers = ({ found, total, othersGoOn }: Unreadable): string[] => {
	const others = total - found.length;
	if (!othersGoOn || others === 0) return [];
	return [
		`To send the other ${others === 1 ? 'item' : `${others} items`} all the same, open the Settings of this node and set 'On Error' to 'Continue (using error output)'.`,
	];
};

/** Says what happened: the cause where there is only one, else how many items are concerned. */
const tellWhat = ({ found, total }: Unreadable, causes: readonly Cause[]): string => {
	const [first] = found;
	const { problem, index = 0 } = first ?? {};
	if (found.length > 1)
		return `${found.length} of ${total} items cannot be sent as they are; the first is item ${index}`;
	const told =
		problem && causes.length > 1
			? `${nameFields(problem)} cannot be sent as they are`
			: (problem?.message ?? '');
	return total === 1 ? told : atItem(told, index);
};

/** Returns the error for unreadable items: each cause on a line, so that users can correct all of them at once. */
export const explainUnreadable = (
	context: IExecuteFunctions,
	unreadable: Unreadable,
): NodeOperationError => {
	const { found, total } = unreadable;
	const causes = toCauses(found);
	const lines = causes.slice(0, MOST_TOLD).map((cause) => tellCause(cause, total));
	if (causes.length > MOST_TOLD) lines.push(`And ${causes.length - MOST_TOLD} more causes.`);
	if (total > 1) lines.push(...['Nothing was sent.', ...tellOthers(unreadable)]);
	if (total > 1 && found.some(({ row }) => row === undefined)) lines.push(ROWS_COUNTED);
	const [first] = found;
	// The message says the cause already.
	const isToldAlready = total === 1 && causes.length === 1;
	const message = tellTool(context, tellWhat(unreadable, causes), () =>
		causes.slice(0, MOST_TOLD).flatMap(({ says, todo }) => [says, todo]),
	);
	return new NodeOperationError(context.getNode(), message, {
		itemIndex: first?.index ?? 0,
		description: isToldAlready ? toHtml(first?.problem.todo ?? '') : lines.join(LINE_END),
	});
};
