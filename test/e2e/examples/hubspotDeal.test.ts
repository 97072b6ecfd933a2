import type { Execution } from '../../../playground/n8n/execution';
import { firstTrigger } from '../../../playground/firstExample';
import { Refusal, type Call } from '../../support/thirdParties';
import {
	openJourney,
	until,
	withFields,
	withParameters,
	type Journey,
	type JourneyCopy,
} from './journey';

const hubspot = 'api.hubapi.com';
const tasksAt = `POST ${hubspot}/engagements/v1/engagements`;
const dialledAt = 'POST dialler.example.com/calls';
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

const replies = {
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

describe('HubSpot deal → branded call → call-back task', () => {
	let journey: Journey;
	let copy: JourneyCopy;
	beforeAll(async () => (journey = await openJourney('hubspot-deal', replies)));
	afterEach(() => journey.forget());
	afterAll(async () => await journey.close());

	const tasks = () =>
		journey.parties.calls(tasksAt).map(
			({ body }) =>
				body as {
					engagement: { ownerId?: number; timestamp?: number };
					metadata: { subject: string; body: string };
					associations: object;
				},
		);
	const subjects = () =>
		tasks()
			.map(({ metadata }) => metadata.subject)
			.sort();
	// The calls of one run are made side by side.
	const pushed = () =>
		(
			journey.received('realTimeV2') as Array<{
				receiver_number: string;
				dynamic_call_reason: string;
			}>
		).sort((one, other) => other.receiver_number.localeCompare(one.receiver_number));
	const dialled = () =>
		journey.parties
			.calls(dialledAt)
			.map(({ body }) => body)
			.sort((one, other) => String(one.reference).localeCompare(String(other.reference)));
	const succeeded = (execution: Execution) =>
		expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
	const withDialler = { Settings: withFields({ diallerUrl: 'https://dialler.example.com/calls' }) };

	describe('the call', () => {
		test('is personalised and placed, shown or not, and what is missing becomes a task', async () => {
			succeeded(await (await journey.create(withDialler)).run(firstTrigger));
			expect(
				pushed().map(({ receiver_number: number, dynamic_call_reason: reason }) => [
					number,
					reason,
				]),
			).toEqual([
				['919876540000', 'About your request: Garden spring and terrace'],
				['919845010001', 'About your request: Wedding flowers'],
			]);
			expect(dialled()).toEqual([
				{ from: '+91 11 4000 0101', to: '+919876540000', reference: '301' },
				{ from: '+91 11 4000 0101', to: '+919845010001', reference: '302' },
			]);
			expect(
				tasks().map(({ engagement, metadata, associations }) => [
					engagement.ownerId,
					metadata,
					associations,
				]),
			).toEqual([
				[
					77,
					expect.objectContaining({ subject: 'Correct the number of Arjun Mehta' }),
					{ contactIds: ['53'], dealIds: ['304'] },
				],
				[
					77,
					{
						subject: 'Add a contact to Office plants',
						body: expect.any(String),
						status: 'NOT_STARTED',
						forObjectType: 'CONTACT',
					},
					{ dealIds: ['303'] },
				],
			]);
			expect(tasks()[0]?.metadata.body).toBe(
				'The deal “Roof garden” waits for a call. Receiver Number is too short for India (+91): 9 digits where 10 are expected',
			);
		});

		test('is a task for the owner without a dialler, and when the dialler refuses it', async () => {
			const wanted = [
				'Add a contact to Office plants',
				'Call now: Asha, +919876540000',
				'Call now: Ravi, +919845010001',
				'Correct the number of Arjun Mehta',
			];
			succeeded(await (await journey.create()).run(firstTrigger));
			expect(subjects()).toEqual(wanted);
			expect(tasks().find(({ metadata }) => metadata.subject.includes('Asha'))?.metadata.body).toBe(
				'About the deal “Garden (spring) & terrace”. The phone shows: About your request: Garden spring and terrace. Place the call',
			);
			journey.forget();
			journey.parties.reply({ [dialledAt]: () => new Refusal(503) });
			succeeded(await (await journey.create(withDialler)).run(firstTrigger));
			expect([dialled().length, subjects()]).toEqual([2, wanted]);
		});

		test('is placed without the reason when Truecaller refuses the key', async () => {
			journey.sandbox.control.next({ route: 'realTimeV2', times: 2, status: 403 });
			succeeded(await (await journey.create(withDialler)).run(firstTrigger));
			expect(dialled().map(({ to }) => to)).toEqual(['98765 40000', '+91 98450-10001']);
		});

		test('asks HubSpot for deals of the stage only, entered within the hour', async () => {
			await (await journey.create(withDialler)).run(firstTrigger);
			const [search] = journey.parties.calls(`POST ${hubspot}/crm/v3/objects/deals/search`);
			expect(search).toMatchObject({
				authorization: 'Bearer made-up-hubspot-token',
				body: {
					filterGroups: [
						{
							filters: [
								{ propertyName: 'dealstage', operator: 'EQ', value: 'presentationscheduled' },
								{ propertyName: 'hs_v2_date_entered_current_stage', operator: 'GTE' },
							],
						},
					],
				},
			});
		});

		test('is made once, however often the deal is found', async () => {
			const often = await journey.create({
				...withDialler,
				'Every 5 minutes': withParameters({
					rule: { interval: [{ field: 'seconds', secondsInterval: 1 }] },
				}),
			});
			await often.publish();
			await until(
				'the deals were found three times',
				() => journey.parties.calls(`GET ${hubspot}/deals/v1/deal/*`).length >= 12,
			);
			await often.unpublish();
			expect([pushed().length, dialled().length, subjects().length]).toEqual([2, 2, 2]);
		});
	});

	describe('the call-back', () => {
		beforeAll(async () => {
			copy = await journey.create({ 'Tell the team': () => ({ disabled: false }) });
			await copy.publish();
		});

		test('becomes a task of the contact’s owner for the chosen time, and the team hears of it', async () => {
			succeeded(await copy.deliver({ scenario: 'slotPicker' }));
			const [task, ...others] = tasks();
			expect(others).toEqual([]);
			expect(task).toMatchObject({
				engagement: { ownerId: 77 },
				metadata: { subject: 'Call back: Asha Rao, +919876543210' },
				associations: { contactIds: ['51'] },
			});
			expect(new Date(task?.engagement.timestamp ?? 0).toISOString()).toMatch(/T06:30:00.000Z$/);
			expect(journey.parties.calls('POST slack.com/api/chat.postMessage')[0]?.body).toMatchObject({
				text: 'New call-back task: Call back: Asha Rao, +919876543210',
			});
		});

		test('goes to the desk when HubSpot does not know the number, and nowhere a second time', async () => {
			const event = { scenario: 'noNumber', fields: { event_id: 'hubspot-1' } } as const;
			succeeded(await copy.deliver(event));
			succeeded(await copy.deliver(event));
			expect(subjects()).toEqual(['Call back: +919812345670 (not in HubSpot)']);
		});

		test('asks who it was without a number, and does nothing for somebody not interested', async () => {
			await copy.deliver({ fields: { client_number: 'Phone Number Not Available' } });
			expect(subjects()).toEqual(['Call back: no number']);
			const execution = await copy.deliver({ scenario: 'notInterested' });
			expect([execution.items('Nothing to do').length, subjects().length]).toEqual([1, 1]);
		});

		test('runs with its five sample events', async () => {
			succeeded(await copy.run('Truecaller Trigger'));
			expect(subjects()).toEqual([
				'Call back: +919812345670 (not in HubSpot)',
				'Call back: +919812345670 (not in HubSpot)',
				'Call back: Asha Rao, +919876543210',
				'Call back: Asha Rao, +919876543210',
			]);
		});
	});
});
