import type { IExecuteFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { sentence } from './causes';
import type { Placed } from './results';

/** Adds the item to a message in n8n's own form, so that n8n does not add it again. */
export const atItem = (message: string, index: number): string => `${message} [item ${index}]`;

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
