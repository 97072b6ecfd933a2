import type { IDataObject } from 'n8n-workflow';

import { shortReason } from '../../../api/reading/outcome';
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

const count = (keys: readonly string[]): Record<string, number> => {
	const counts: Record<string, number> = {};
	for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
	return counts;
};

type Counted = { readonly outcome: string; readonly reason: string; readonly batchId: string };

/** Counts an item without a call as refused before it was sent, or by the fault that it shares with its batch. */
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

/** Makes one row for a whole run: how many calls came to what. The counts of the outcomes add up to `total`. */
export const toSummary = (
	results: ReadonlyArray<ItemResult<SentCall>>,
	durationMs: number,
): IDataObject => {
	const all = results.map(toCounted);
	const outcomes = count(all.map(({ outcome }) => outcome));
	const problems = results.flatMap((result, item) =>
		result.ok ? [] : [{ item, message: result.problem.message }],
	);
	return {
		total: results.length,
		...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, outcomes[outcome] ?? 0])),
		byReason: count(all.map(({ reason }) => reason).filter((reason) => reason !== '')),
		batchIds: [...new Set(all.map(({ batchId }) => batchId))].filter((id) => id !== ''),
		durationMs,
		problems,
	};
};

const IN_ORDER: ReadonlyArray<CallProgress['outcome']> = ['pushed', 'accepted', 'running'];

/** Returns "3 of 500 calls were not pushed: 2 not on Truecaller, 1 unreachable", or nothing where all is well. */
export const tellNotPushed = (results: ReadonlyArray<ItemResult<SentCall>>): string | undefined => {
	const calls = results.flatMap(({ values = [] }) => values);
	const others = calls.filter(({ outcome }) => !IN_ORDER.includes(outcome.outcome));
	if (others.length === 0) return undefined;
	const reasons = others.map(({ outcome }) => shortReason(outcome.reason));
	const counts = Object.entries(count(reasons)).sort(([, one], [, other]) => other - one);
	const [calledFor, was] =
		calls.length === 1 ? ['call', 'was'] : ['calls', others.length === 1 ? 'was' : 'were'];
	return `${others.length} of ${calls.length} ${calledFor} ${was} not pushed: ${counts.map(([words, number]) => `${number} ${words}`).join(', ')}`;
};
