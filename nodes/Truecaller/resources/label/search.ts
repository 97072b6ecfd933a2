import type { JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { listLabels } from '../../api/labels';
import { createApi } from '../../api/request';
import type { Search } from '../operation';

/** The label picker: all dynamic labels of the account whose name holds the text that was typed. */
export const searchLabels: Search = async function (filter = '') {
	const api = await createApi(this);
	const labels = api.ok ? await listLabels(api.value, Infinity) : api;
	if (!labels.ok) {
		const { message, description } = labels.problem;
		const said: JsonObject = { message };
		throw new NodeApiError(this.getNode(), said, { message, description });
	}
	const wanted = filter.trim().toLowerCase();
	const results = labels.value
		.filter(({ name }) => name.toLowerCase().includes(wanted))
		.map(({ id, name }) => ({ name, value: id }))
		.sort((one, other) => one.name.localeCompare(other.name));
	return { results };
};
