import type { ILoadOptionsFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { Problem } from '../../api/problems';

/** Returns the error of a picker. The editor shows it in place of the list. */
export const explainLookUp = (
	context: ILoadOptionsFunctions,
	{ message, todo: description }: Problem,
): NodeApiError => {
	const said: JsonObject = { message };
	return new NodeApiError(context.getNode(), said, { message, description });
};
