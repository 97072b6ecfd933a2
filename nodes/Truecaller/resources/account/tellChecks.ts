import type { IDataObject } from 'n8n-workflow';

import { countOf, listCounts } from '../../items/counts';

/** Returns one sentence with the number of checks for each result. The facts are not a check. */
export const tellChecks = (rows: readonly IDataObject[]): string | undefined => {
	const results = rows.filter(({ check }) => check !== 'facts').map(({ result }) => String(result));
	if (results.length === 0) return undefined;
	const isWell = results.every((result) => result === 'ok');
	const next = isWell ? '' : ' Next: follow the advice of each check that is not ok.';
	return `${countOf(results.length, 'check')}: ${listCounts(results)}.${next}`;
};
