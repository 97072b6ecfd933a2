import type { IDataObject } from 'n8n-workflow';

import { shortReason } from '../../api/reading/outcome';
import type { ItemResult } from '../../items/results';

const OUTCOMES = [
	'accepted',
	'running',
	'pushed',
	'cannotShow',
	'tryAgain',
	'refused',
	'unknown',
] as const;

const count = (keys: readonly string[]): Record<string, number> => {
	const counts: Record<string, number> = {};
	for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
	return counts;
};

/** Items that became no row were refused before they were sent, or share the fault of their batch. */
const toRow = (result: ItemResult): IDataObject =>
	result.ok
		? (result.rows[0] ?? {})
		: { outcome: 'refused', reason: 'invalidInput', ...result.problem.details };

/** One row for a whole run: how many calls came to what. The counts of the outcomes add up to `total`. */
export const toSummary = (results: readonly ItemResult[], durationMs: number): IDataObject => {
	const rows = results.map(toRow);
	const outcomes = count(rows.map(({ outcome }) => String(outcome)));
	const reasons = rows.flatMap(({ reason }) => (typeof reason === 'string' ? [reason] : []));
	const batchIds = rows.flatMap(({ batchId }) => (typeof batchId === 'string' ? [batchId] : []));
	const problems = results.flatMap((result, item) =>
		result.ok ? [] : [{ item, message: result.problem.message }],
	);
	return {
		total: results.length,
		...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, outcomes[outcome] ?? 0])),
		byReason: count(reasons),
		batchIds: [...new Set(batchIds)],
		durationMs,
		problems,
	};
};

const IN_ORDER: readonly unknown[] = ['pushed', 'accepted', 'running'];

/** "3 of 500 calls were not pushed: 2 not on Truecaller, 1 unreachable", or nothing where all is well. */
export const tellNotPushed = (rows: readonly IDataObject[]): string | undefined => {
	const calls = rows.filter(({ outcome }) => outcome !== undefined);
	const others = calls.filter(({ outcome }) => !IN_ORDER.includes(outcome));
	if (others.length === 0) return undefined;
	const counts = Object.entries(count(others.map(({ reason }) => shortReason(reason)))).sort(
		([, one], [, other]) => other - one,
	);
	const [calledFor, was] =
		calls.length === 1 ? ['call', 'was'] : ['calls', others.length === 1 ? 'was' : 'were'];
	return `${others.length} of ${calls.length} ${calledFor} ${was} not pushed: ${counts.map(([words, number]) => `${number} ${words}`).join(', ')}`;
};
