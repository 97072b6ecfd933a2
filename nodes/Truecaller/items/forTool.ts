import type { IExecuteFunctions } from 'n8n-workflow';

import { sentence } from './causes';

/** Whether an AI agent uses the node as a tool: n8n gives such a node a type of its own. */
const isTool = (context: IExecuteFunctions): boolean => context.getNode().type.endsWith('Tool');

/**
 * Returns the message of an error. n8n tells an AI agent the message of a tool's error and not its description, so for a
 * tool the message says what to change, too.
 */
export const tellTool = (
	context: IExecuteFunctions,
	message: string,
	whole: () => readonly string[],
): string =>
	isTool(context)
		? whole()
				.filter((text) => text !== '')
				.map(sentence)
				.join(' ')
		: message;
