import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

import { problem } from '../../../api/problems';
import type { Problem } from '../../../api/problems';
import type { E164 } from '../../../phone/phoneNumber';

/**
 * Digests of the lists applied in this process, by execution and feature set. The oldest are
 * dropped first.
 */
const applied = new Map<string, string>();
const MOST_KEPT = 2_000;

const SECOND_LIST = problem(
	'This execution has applied another list to this feature set already, and this list would take its numbers off again',
	'Nothing was changed. Sync needs the whole list at once: take it out of the loop or the sub-workflow, or merge the branches before it. To change single numbers, use List on Truecaller and Delist.',
);

/**
 * Returns the execution that a user sees: for a sub-workflow the parent execution, if n8n tells it.
 */
export const readScope = (context: IExecuteFunctions): string => {
	const parent =
		'getExecutionContext' in context ? context.getExecutionContext()?.parentExecutionId : undefined;
	return parent ?? context.getExecutionId();
};

const digestOf = (wanted: readonly E164[]): string =>
	createHash('sha256')
		.update([...wanted].sort().join())
		.digest('base64');

/** Refuses a list if this execution has already applied another list to the feature set. */
export const findOtherList = (
	scope: string,
	featureSetId: string,
	wanted: readonly E164[],
): Problem | undefined => {
	const before = applied.get(`${scope} ${featureSetId}`);
	return before === undefined || before === digestOf(wanted) ? undefined : SECOND_LIST;
};

/** Remembers a list that is about to be applied. */
export const rememberList = (
	scope: string,
	featureSetId: string,
	wanted: readonly E164[],
): void => {
	applied.set(`${scope} ${featureSetId}`, digestOf(wanted));
	const [oldest] = applied.keys();
	if (applied.size > MOST_KEPT && oldest !== undefined) applied.delete(oldest);
};
