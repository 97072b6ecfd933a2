import { shortReason } from '../../../api/reading/outcome';
import { countOf, listCounts } from '../../../items/counts';
import type { ItemResult } from '../../../items/results';
import type { SentCall } from './sentCall';

const was = (count: number): string => (count === 1 ? 'was' : 'were');

const GET_STATUS = 'Next: Batch → Get Status says what became of them.';

/**
 * Returns "1,198 calls were accepted in 3 batches." and the next step; empty if there were none.
 */
const tellAccepted = (calls: readonly SentCall[]): string[] => {
	const { length: count } = calls;
	if (count === 0) return [];
	const batches = new Set(calls.map(({ batchId }) => batchId)).size;
	return [
		`${countOf(count, 'call')} ${was(count)} accepted in ${countOf(batches, 'batch', 'batches')}. ${GET_STATUS}`,
	];
};

/**
 * Returns "6 of 7 calls were not pushed: 5 not on Truecaller, 1 unreachable."; empty if no call has
 * an outcome yet.
 */
const tellSettled = (settled: readonly SentCall[]): string[] => {
	const others = settled.filter(({ outcome }) => outcome.outcome !== 'pushed');
	const total = countOf(settled.length, 'call');
	if (settled.length === 0) return [];
	if (others.length === 0)
		return [`${total} ${was(settled.length)} pushed. Next: place the calls.`];
	const reasons = listCounts(others.map(({ outcome }) => shortReason(outcome.reason)));
	return [
		`${others.length.toLocaleString('en')} of ${total} ${was(others.length)} not pushed: ${reasons}.`,
	];
};

/** Returns the outcomes of a run's calls in words, and the next step. */
export const tellCalls = (results: ReadonlyArray<ItemResult<SentCall>>): string | undefined => {
	const calls = results.flatMap(({ values = [] }) => values);
	const of = (...outcomes: readonly string[]): SentCall[] =>
		calls.filter(({ outcome }) => outcomes.includes(outcome.outcome));
	const running = of('running').length;
	const unsent = results.filter(({ ok, values = [] }) => !ok && values.length === 0).length;
	const told = [
		...tellAccepted(of('accepted')),
		...tellSettled(of('pushed', 'cannotShow', 'tryAgain', 'refused', 'unknown')),
		...(running > 0
			? [`${countOf(running, 'call')} ${was(running)} still running. ${GET_STATUS}`]
			: []),
		...(unsent > 0 ? [`${countOf(unsent, 'item')} could not be sent: see the error.`] : []),
	];
	return told.length === 0 ? undefined : told.join(' ');
};
