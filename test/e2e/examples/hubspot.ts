import type { Call } from '../../support/thirdParties';

export const hubspot = 'api.hubapi.com';
export const tasksAt = `POST ${hubspot}/engagements/v1/engagements`;
export const dialledAt = 'POST dialler.example.com/calls';
const value = (text: string) => ({ value: text });

/** Deals by their ids: who is to be called about what. The last four digits choose what Truecaller answers. */
const deals: Record<string, { name: string; contact?: number }> = {
	'301': { name: 'Garden (spring) & terrace', contact: 51 },
	'302': { name: 'Wedding flowers', contact: 52 },
	'303': { name: 'Office plants' },
	'304': { name: 'Roof garden', contact: 53 },
};
const contacts: Record<
	string,
	{ firstname: string; lastname?: string; mobilephone?: string; phone?: string }
> = {
	'51': { firstname: 'Asha', mobilephone: '98765 40000', phone: '080 2222' },
	'52': { firstname: 'Ravi', phone: '+91 98450-10001' },
	'53': { firstname: 'Arjun', lastname: 'Mehta', phone: '98800 7000' },
};
const inFields = (fields: object) =>
	Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, value(String(text))]));
const lastPart = ({ to }: Call, fromEnd = 1) => to.split('/').at(-fromEnd) ?? '';

/** Answers of HubSpot, of the dialler and of Slack, as the example asks for them. */
export const replies = {
	[`POST ${hubspot}/crm/v3/objects/deals/search`]: {
		results: Object.keys(deals).map((id) => ({ id })),
	},
	[`GET ${hubspot}/deals/v1/deal/*`]: (call: Call) => {
		const { name, contact } = deals[lastPart(call)] ?? { name: '' };
		const properties = inFields({
			dealname: name,
			hubspot_owner_id: '77',
			hs_v2_date_entered_current_stage: '1753945000000',
		});
		return {
			dealId: Number(lastPart(call)),
			properties,
			associations: { associatedVids: contact ? [contact] : [] },
		};
	},
	[`GET ${hubspot}/contacts/v1/contact/vid/*/profile`]: (call: Call) => ({
		vid: Number(lastPart(call, 2)),
		properties: inFields(contacts[lastPart(call, 2)] ?? {}),
	}),
	[`POST ${hubspot}/crm/v3/objects/contacts/search`]: (call: Call) => ({
		results: JSON.stringify(call.body).includes('9876543210')
			? [
					{
						id: '51',
						properties: {
							firstname: 'Asha',
							lastname: 'Rao',
							mobilephone: '098765 43210',
							phone: null,
							hubspot_owner_id: '77',
						},
					},
				]
			: [],
	}),
	[tasksAt]: (call: Call) => ({ engagement: { id: 9 }, metadata: call.body.metadata }),
	[dialledAt]: { queued: true },
	'POST slack.com/api/chat.postMessage': { ok: true, message: {} },
};
