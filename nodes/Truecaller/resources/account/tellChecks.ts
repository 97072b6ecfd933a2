import type { IDataObject } from 'n8n-workflow';

import { countOf, listCounts } from '../../items/counts';

/** Says how many checks came to what; the facts for a report are no check. */
export const tellChecks = (rows: readonly IDataObject[]): string | undefined => {
	const results = rows.filter(({ check }) => check !== 'facts').map(({ result }) => String(result));
	if (results.length === 0) return undefined;
	const isWell = results.every((result) => result === 'ok');
	const next = isWell ? '' : ' Next: follow the advice of each check that is not ok.';
	return `${countOf(results.length, 'check')}: ${listCounts(results)}.${next}`;
};
