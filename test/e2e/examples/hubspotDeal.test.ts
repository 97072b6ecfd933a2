import type { Execution } from '../../../playground/n8n/execution';
import { firstTrigger } from '../../../playground/firstExample';
import { Refusal } from '../../support/thirdParties';
import { dialledAt, hubspot, replies, tasksAt } from './hubspot';
import {
	openJourney,
	until,
	withFields,
	withParameters,
	type Journey,
	type JourneyCopy,
} from './journey';

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
				"The deal “Roof garden” waits for a call. 'Receiver Number' is too short for India (+91): 9 digits where 10 are expected",
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
