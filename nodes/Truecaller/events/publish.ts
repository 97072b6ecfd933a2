import { NodeOperationError } from 'n8n-workflow';
import type { IHookFunctions } from 'n8n-workflow';

import { isKeyAsked, readKey, readOptions } from './parameters';
import { findSetUpFault } from './setUp';

/** Throws an error if the trigger could not work. Registers nothing, because Truecaller has no API for webhooks. */
export const checkSetUp = async (context: IHookFunctions): Promise<void> => {
	const { timezone, businessNumbers, defaultCountry } = readOptions(context);
	const fault = findSetUpFault({
		key: isKeyAsked(context) ? await readKey(context) : undefined,
		timezone,
		workflowTimezone: context.getTimezone(),
		businessNumbers,
		defaultCountry,
	});
	if (!fault) return;
	throw new NodeOperationError(context.getNode(), fault.message, {
		description: fault.description,
	});
};
