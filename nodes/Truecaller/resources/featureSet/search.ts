import type { INodeListSearchItems } from 'n8n-workflow';

import { ENDPOINTS } from '../../api/facts/endpoints';
import { LIMITS } from '../../api/facts/limits';
import { readPage } from '../../api/pages';
import { createApi } from '../../api/request';
import { explainLookUp } from '../../items/results';
import type { Search } from '../operation';

const LIST = {
	endpoint: ENDPOINTS.getFeatureSets,
	rowsKey: 'feature_sets',
	query: {},
	pageSize: LIMITS.rowsPerPage,
};

/**
 * The feature-set picker. The API cannot search by name, so pages are read until one holds a match;
 * `paginationToken` is the number of the next page, which the editor asks for when the user scrolls on.
 * A page that is not full may be the last or only all that Truecaller gives at once: the next one tells.
 */
export const searchFeatureSets: Search = async function (filter = '', paginationToken = '1') {
	const api = await createApi(this);
	const wanted = filter.trim().toLowerCase();
	const results: INodeListSearchItems[] = [];
	const seen = new Set<string>();
	for (let page = Number(paginationToken); ; page++) {
		const read = api.ok ? await readPage(api.value, LIST, page) : api;
		if (!read.ok) throw explainLookUp(this, read.problem);
		const { rows, mayGoOn } = read.value;
		const named = rows.map(({ id, name }) => ({ name: String(name), value: String(id) }));
		const content = JSON.stringify(named);
		if (seen.has(content)) return { results };
		seen.add(content);
		results.push(...named.filter(({ name }) => name.toLowerCase().includes(wanted)));
		if (!mayGoOn) return { results };
		if (results.length > 0 && rows.length >= LIST.pageSize)
			return { results, paginationToken: String(page + 1) };
	}
};
