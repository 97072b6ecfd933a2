import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import output from '../../__schema__/v1.0.0/account/checkSetup.json';
import { createApi } from '../../api/request';
import { readItems } from '../../items/item';
import { runItems } from '../../items/run';
import { optionsField } from '../operation';
import type { Operation } from '../operation';
import { explainNoChecks, makeChecks, readAsked } from './allChecks';
import { checkOptions } from './options';
import { tellChecks } from './tellChecks';

/**
 * Runs once for all input items, because they share one account. Options come from the first item,
 * and every row is paired with it. If the credential allows no request, that is a failed check and
 * not an error.
 */
const run = async (context: IExecuteFunctions): Promise<INodeExecutionData[]> => {
	const api = await createApi(context);
	const [first] = readItems(context);
	const asked = first && readAsked(first);
	if (!api.ok && asked?.ok)
		return explainNoChecks(api.problem, asked.value).map((json) => ({
			json,
			pairedItem: { item: 0 },
		}));
	return await runItems(
		context,
		{
			read: (_item, firstItem) => readAsked(firstItem),
			toRow: (row: IDataObject) => row,
			hint: (results) => tellChecks(results.flatMap(({ values = [] }) => values)),
		},
		async ([{ read }, ...others], opened) => [
			read.ok ? { ok: true, values: await makeChecks(opened, read.value) } : read,
			...others.map(() => ({ ok: true, values: [] }) as const),
		],
	);
};

/** GET …/labels, …/feature_sets and …/numbers, one page of each, to check the account. */
export const checkSetup: Operation = {
	value: 'checkSetup',
	name: 'Check Setup',
	action: 'Check account setup',
	description: 'Say what works with the account and what to do about the rest; changes nothing',
	toolDescription:
		'Check what works with the Truecaller account: login, access to Call Personalisation, labels, feature sets and numbers. Says for each check whether it is ok and what to do if it is not. It only reads, so it changes nothing and needs nobody’s yes. It runs once, however many input items there are.',
	output,
	fields: [optionsField(checkOptions)],
	run,
};
