import type { IExecuteFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { RUN_AGAIN } from '../api/problems';
import type { Problem } from '../api/problems';
import { sentence } from './causes';
import { tellTool } from './forTool';
import type { Placed } from './results';
import { SENT_AGAIN } from './soFar';

/** Adds the item to a message in n8n's own form, so that n8n does not add it again. */
export const atItem = (message: string, index: number): string => `${message} [item ${index}]`;

const REMOVE_FIRST =
	'Remove the items that a second run would send again from the input, then run the workflow again.';

/** Returns the fix. A plain "run again" would send items twice where some are done already. */
const chooseFix = (todo: string, soFar: string): string =>
	todo === RUN_AGAIN && soFar.includes(SENT_AGAIN) ? REMOVE_FIRST : todo;

/** Returns the error for a fault that stops the run; `soFar` tells what happened to the other items. */
export const explainStop = (
	context: IExecuteFunctions,
	{ index, problem }: Placed,
	total: number,
	soFar: string,
): NodeApiError => {
	const message = total === 1 ? problem.message : atItem(problem.message, index);
	const description = [sentence(chooseFix(problem.todo, soFar)), soFar]
		.filter((text) => text !== '')
		.join(' ');
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
