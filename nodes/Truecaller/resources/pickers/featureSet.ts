import type { INodeListSearchItems, INodeProperties } from 'n8n-workflow';

import { ENDPOINTS } from '../../api/facts/endpoints';
import { LIMITS } from '../../api/facts/limits';
import { readPage } from '../../api/pages';
import { createApi } from '../../api/request';
import type { Search } from '../operation';
import { explainLookUp } from './explainLookUp';

/** The feature set that numbers belong to, chosen by name or by ID. */
export const featureSetField: INodeProperties = {
	displayName: 'Feature Set',
	name: 'featureSet',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description:
		'The feature set that the numbers belong to. Feature sets are made in the Truecaller console.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a feature set…',
			typeOptions: {
				searchListMethod: 'searchFeatureSets',
				searchable: true,
				// Lets n8n's editor load the list without a credential, which the simulation does not need.
				skipCredentialsCheckInRLC: true,
			},
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 069d2e3a-41e6-41f9-a768-157d7e3bd6b9',
		},
	],
};

const LIST = {
	endpoint: ENDPOINTS.getFeatureSets,
	rowsKey: 'feature_sets',
	query: {},
	pageSize: LIMITS.rowsPerPage,
};

/**
 * Searches feature sets by name. The API has no search, so it reads pages until one has a match.
 * `paginationToken` is the number of the next page, which the editor requests when the user
 * scrolls. A page that is not full may be the last, or the most that Truecaller sends at once, so
 * the next page decides.
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
