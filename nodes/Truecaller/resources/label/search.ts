import { listLabels } from '../../api/labels';
import { createApi } from '../../api/request';
import { explainLookUp } from '../../items/results';
import type { Search } from '../operation';

/** The label picker: all dynamic labels of the account whose name holds the text that was typed. */
export const searchLabels: Search = async function (filter = '') {
	const api = await createApi(this);
	const labels = api.ok ? await listLabels(api.value, Infinity) : api;
	if (!labels.ok) throw explainLookUp(this, labels.problem);
	const wanted = filter.trim().toLowerCase();
	const results = labels.value
		.filter(({ name }) => name.toLowerCase().includes(wanted))
		.map(({ id, name }) => ({ name, value: id }))
		.sort((one, other) => one.name.localeCompare(other.name));
	return { results };
};
