import type { IExecuteFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Placed } from './results';

/** An error names this many bad items, each with its message. */
const MOST_NAMED = 20;

const sentence = (text: string): string => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`);

/** Names the item as n8n does; n8n adds the same to a message that does not name it. */
const atItem = (message: string, index: number): string => `${message} [item ${index}]`;

/** Returns the error for items that cannot be read. All of them are named, so that one round of mending is enough. */
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

/** Returns the error for a fault that stops the run; `soFar` tells what happened to the other items. */
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
