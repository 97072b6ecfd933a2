import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

import { problem } from '../../../api/problems';
import type { Problem } from '../../../api/problems';
import type { E164 } from '../../../phone/phoneNumber';

/** Digests of the lists that were applied in this process, by execution and feature set; the oldest go first. */
const applied = new Map<string, string>();
const MOST_KEPT = 2_000;

const SECOND_LIST = problem(
	'This execution has applied another list to this feature set already, and this list would take its numbers off again',
	'Nothing was changed. Sync needs the whole list at once: take it out of the loop or the sub-workflow, or merge the branches before it. To change single numbers, use List on Truecaller and Delist.',
);

/** Returns the execution that a user sees: for a sub-workflow the one that called it, where n8n tells. */
export const readScope = (context: IExecuteFunctions): string => {
	const parent =
		'getExecutionContext' in context ? context.getExecutionContext()?.parentExecutionId : undefined;
	return parent ?? context.getExecutionId();
};

const digestOf = (wanted: readonly E164[]): string =>
	createHash('sha256')
		.update([...wanted].sort().join())
		.digest('base64');

/** Refuses a list that differs from the one that this execution has applied to the feature set before. */
export const findOtherList = (
	scope: string,
	featureSetId: string,
	wanted: readonly E164[],
): Problem | undefined => {
	const before = applied.get(`${scope} ${featureSetId}`);
	return before === undefined || before === digestOf(wanted) ? undefined : SECOND_LIST;
};

/** Keeps in mind what is about to be applied. */
export const rememberList = (
	scope: string,
	featureSetId: string,
	wanted: readonly E164[],
): void => {
	applied.set(`${scope} ${featureSetId}`, digestOf(wanted));
	const [oldest] = applied.keys();
	if (applied.size > MOST_KEPT && oldest !== undefined) applied.delete(oldest);
};
