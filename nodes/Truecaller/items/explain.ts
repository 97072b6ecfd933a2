import type { IExecuteFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Problem } from '../api/problems';
import { sentence } from './causes';
import { tellTool } from './forTool';
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
	const told = tellTool(context, message, () => [problem.message, description]);
	const said: JsonObject = { message: told };
	return new NodeApiError(context.getNode(), said, {
		message: told,
		description,
		itemIndex: index,
	});
};

/** Returns the error for a run that is refused before anything is read. */
export const explainRefusal = (
	context: IExecuteFunctions,
	{ message, todo: description }: Problem,
): NodeOperationError =>
	new NodeOperationError(
		context.getNode(),
		tellTool(context, message, () => [message, description]),
		{ description },
	);
