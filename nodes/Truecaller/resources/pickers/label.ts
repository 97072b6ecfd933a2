import type { INodeProperties } from 'n8n-workflow';

import { listLabels } from '../../api/labels';
import { createApi } from '../../api/request';
import type { Search } from '../operation';
import { explainLookUp } from './explainLookUp';

/** The dynamic label of a call, chosen by name or by ID. */
export const labelField: INodeProperties = {
	displayName: 'Label',
	name: 'label',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description:
		'The dynamic label whose name and logo the phone shows. Labels are made in the Truecaller console.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a label…',
			typeOptions: {
				searchListMethod: 'searchLabels',
				searchable: true,
				// Lets n8n's editor load the list without a credential, which the simulation does not need.
				skipCredentialsCheckInRLC: true,
			},
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 255297eb-7f13-44f9-967a-f287ff0f5025',
		},
	],
};

/** Returns all dynamic labels of the account whose names contain the text that the user typed. */
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
