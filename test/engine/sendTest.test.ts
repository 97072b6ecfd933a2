import { ACCOUNT, setSendTestStage } from '../support/sendTest';
import type { SendTestStage } from '../support/sendTest';
import { onlyItem } from '../support/trigger';

let stage: SendTestStage;
beforeEach(async () => {
	stage = await setSendTestStage();
});
afterEach(async () => await stage.close());

const send: SendTestStage['send'] = (more) => stage.send(more);

describe('sending a test event', () => {
	it('starts the workflow of the trigger once, and says that the event was taken', async () => {
		const { items, error } = await stage.run(send());
		expect(error).toBeUndefined();
		expect(items).toEqual([
			{
				json: {
					eventId: expect.any(String),
					eventType: 'cmb',
					scenario: 'slotPicker',
					taken: true,
					status: 200,
					answer: '{"status":"ok"}',
					durationMs: expect.any(Number),
					advice:
						'Look at the executions of the trigger’s workflow. The trigger answers the same to an event that its Events and Options filter out, and starts nothing.',
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(onlyItem(stage.trigger)).toMatchObject({
			event_id: items[0]?.json.eventId,
			clientAccountId: ACCOUNT,
			callback: { wanted: true, number: '+919876543210', businessNumber: '+911140000101' },
		});
	});

	it.each([
		['simProblem', { wanted: true, numberSource: 'alternate' }],
		['noSlot', { wanted: true, numberSource: 'client', slot: null }],
		['noSlotSimProblem', { wanted: true, numberSource: 'alternate', slot: null }],
		['notInterested', { wanted: false, slot: null }],
	])('sends the scenario "%s"', async (scenario, callback) => {
		expect(await stage.firstRow(send({ scenario }))).toMatchObject({ scenario, taken: true });
		expect(onlyItem(stage.trigger)).toMatchObject({ callback });
	});

	it('sends a User Feedback', async () => {
		const row = await stage.firstRow(send({ scenario: 'userFeedback' }));
		expect(row).toMatchObject({ taken: true, eventType: 'user_feedback' });
		expect(onlyItem(stage.trigger)).toMatchObject({ eventType: 'userFeedback' });
	});

	it('sends the customer, caller, feature set, slot and id that were chosen', async () => {
		const options = {
			clientNumber: '+91 98123 00001',
			businessNumber: '+91 80 4567 8900',
			featureSet: 'Roses',
			slotStart: '2030-01-02T15:00',
			eventId: 'my-event',
		};
		expect(await stage.firstRow(send({ options }))).toMatchObject({ eventId: 'my-event' });
		expect(onlyItem(stage.trigger)).toMatchObject({
			event_id: 'my-event',
			callback: {
				number: '+919812300001',
				businessNumber: '+918045678900',
				featureSet: 'Roses',
				requestedDate: '2030-01-02',
				slot: { start: '2030-01-02T15:00:00+05:30', end: '2030-01-02T15:30:00+05:30' },
			},
		});
	});

	it('reads the parameters of each item, and pairs what came of it', async () => {
		const { items } = await stage.run(send({ scenario: '={{ $json.what }}' }), {
			items: [{ what: 'noSlot' }, { what: 'userFeedback' }, { what: 'notInterested' }],
		});
		expect(items.map(({ json, pairedItem }) => [json.scenario, pairedItem])).toEqual([
			['noSlot', { item: 0 }],
			['userFeedback', { item: 1 }],
			['notInterested', { item: 2 }],
		]);
		expect(stage.trigger.executions).toHaveLength(3);
	});

	it('says of an Event ID sent again that a repeat starts nothing', async () => {
		const { items } = await stage.run(send({ options: { eventId: 'again' } }), { items: [{}, {}] });
		expect(items.map(({ json }) => json.taken)).toEqual([true, true]);
		expect(items[1]?.json.advice).toContain(
			'So it does to an Event ID that it has had in the last 7 days: a repeat starts nothing.',
		);
		expect(stage.trigger.executions).toHaveLength(1);
	});
});

describe('a test event that cannot be sent', () => {
	const UNREADABLE = "'Webhook URL' is not an address that can be called";
	const UNENCRYPTED =
		"'Webhook URL' starts with http://, so the 'Webhook Key' would travel through the internet unencrypted";
	const items = () => [
		{ url: stage.trigger.url },
		{ url: 'my trigger' },
		{ url: 'http://n8n.example.com/webhook/1/webhook' },
	];
	const each = { webhookUrl: '={{ $json.url }}' };

	it('stops the workflow before anything is sent, and every item is named', async () => {
		const { error } = await stage.run(send(each), { items: items() });
		expect(error?.message).toBe('2 of 3 items cannot be sent as they are; the first is item 1');
		expect(error?.description?.split(' <br />').slice(0, 3)).toEqual([
			expect.stringContaining(`Item 1 (row 3): ${UNREADABLE}. Copy the Test URL`),
			expect.stringContaining(`Item 2 (row 4): ${UNENCRYPTED}. Let 'Webhook URL' start`),
			'Nothing was sent.',
		]);
		expect(stage.trigger.executions).toEqual([]);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'is an error item with On Error %s, and the others go on',
		async (onError) => {
			const { items: out, errors } = await stage.run(send(each), { items: items(), onError });
			const all = [...out, ...errors].map(({ json }) => json.error ?? json.taken);
			expect(all).toEqual([true, UNREADABLE, UNENCRYPTED]);
			expect(errors).toHaveLength(onError === 'continueErrorOutput' ? 2 : 0);
			expect(stage.trigger.executions).toHaveLength(1);
		},
	);

	it('is none where a scenario or a slot cannot be read', async () => {
		expect((await stage.run(send({ scenario: 'sunshine' }))).error?.message).toBe(
			'Scenario is none of those that can be sent',
		);
		expect((await stage.run(send({ options: { slotStart: 'soon' } }))).error?.message).toBe(
			"'Slot Start' is not a date and time",
		);
	});
});
