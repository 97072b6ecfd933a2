import { shortReason } from '../../api/reading/outcome';
import { countOf, listCounts } from '../../items/counts';
import type { ItemResult } from '../../items/results';
import type { ReportedCall } from './reportedCall';

/** Returns one sentence with the number of calls for each outcome, and whether to ask again. */
export const tellStatus = (
	results: ReadonlyArray<ItemResult<ReportedCall>>,
): string | undefined => {
	const rows = results.flatMap(({ values = [] }) => values).map(({ row }) => row);
	if (rows.length === 0) return undefined;
	const words = rows.map(({ outcome, reason }) =>
		outcome === 'pushed' || outcome === 'running' ? outcome : shortReason(reason),
	);
	const next = words.includes('running') ? ' Next: run this again in a minute.' : '';
	return `${countOf(rows.length, 'call')}: ${listCounts(words)}.${next}`;
};
