import type { IDataObject } from 'n8n-workflow';

import { countWords } from '../../../items/counts';
import type { ItemResult } from '../../../items/results';
import type { CallProgress, SentCall } from './sentCall';

/** The outcomes in the order of the summary. */
const OUTCOMES: ReadonlyArray<CallProgress['outcome']> = [
	'accepted',
	'running',
	'pushed',
	'cannotShow',
	'tryAgain',
	'refused',
	'unknown',
];

type Counted = { readonly outcome: string; readonly reason: string; readonly batchId: string };

/**
 * Counts an item without a call as refused before sending, or by the failure of its whole batch.
 */
const toCounted = (result: ItemResult<SentCall>): Counted => {
	if (result.ok) {
		const [call] = result.values;
		const { outcome = 'unknown', reason } = call?.outcome ?? {};
		return { outcome, reason: reason ?? '', batchId: call?.batchId ?? '' };
	}
	const { outcome = 'refused', reason = 'invalidInput', batchId } = result.problem.details;
	return {
		outcome: String(outcome),
		reason: typeof reason === 'string' ? reason : '',
		batchId: typeof batchId === 'string' ? batchId : '',
	};
};

/**
 * Returns one row for a whole run, with the number of calls for each outcome. These numbers add up
 * to `total`.
 */
export const toSummary = (
	results: ReadonlyArray<ItemResult<SentCall>>,
	durationMs: number,
): IDataObject => {
	const all = results.map(toCounted);
	const outcomes = countWords(all.map(({ outcome }) => outcome));
	const problems = results.flatMap((result, item) =>
		result.ok ? [] : [{ item, message: result.problem.message }],
	);
	return {
		total: results.length,
		...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, outcomes[outcome] ?? 0])),
		byReason: countWords(all.map(({ reason }) => reason).filter((reason) => reason !== '')),
		batchIds: [...new Set(all.map(({ batchId }) => batchId))].filter((id) => id !== ''),
		durationMs,
		problems,
	};
};
