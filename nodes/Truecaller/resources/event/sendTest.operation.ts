import type { IDataObject } from 'n8n-workflow';

import output from '../../__schema__/v1.0.0/event/sendTest.json';
import { openWithoutAccount } from '../../api/withoutAccount';
import { perItem } from '../../items/perItem';
import type { Operation } from '../operation';
import { readSender } from './credentialKey';
import { post } from './post';
import { readTestEvent } from './readTestEvent';
import { sendTestFields } from './sendTestFields';
import { tellTaken, toRow } from './toRow';

/** POST to the URL of a trigger. Truecaller is not involved: without login and rate limit. */
export const sendTest: Operation = {
	value: 'sendTest',
	name: 'Send Test Event',
	action: 'Send test event',
	description: 'Send a made-up event to a Truecaller Trigger, as Truecaller would',
	toolDescription:
		'Send a made-up event, such as a call-back request, to the URL of a Truecaller Trigger, as Truecaller would. Starts the workflow behind that URL. Says whether the trigger took the event, and what to do if not.',
	output,
	fields: sendTestFields,
	run: async (context) => {
		const sender = await readSender(context);
		return await perItem({
			// One after another, so that two events with the same ID are a delivery and its repeat.
			atOnce: 1,
			open: openWithoutAccount,
			read: (item) => readTestEvent(item, sender),
			toRow: (row: IDataObject) => row,
			hint: (results) => tellTaken(results.flatMap(({ values = [] }) => values)),
			send: async (event) => {
				const delivery = await post(context, event.address.url, event.body(Date.now()));
				return { ok: true, values: [toRow(event, delivery)] };
			},
		})(context);
	},
};
