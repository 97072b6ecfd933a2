import { callMeBack } from '../../nodes/Truecaller/simulation/events/callMeBack';
import { openCaller } from './caller';
import type { Caller } from './caller';
import { shapeOf } from './examples';
import { openReceiver } from './receiver';
import type { Receiver } from './receiver';
import { printedEvent } from './webhookExamples';

let caller: Caller;
let receiver: Receiver;
beforeAll(async () => {
	caller = await openCaller();
});
afterAll(async () => await caller.close());
beforeEach(async () => {
	caller.sandbox.control.reset();
	receiver = await openReceiver();
});
afterEach(async () => await receiver.close());

const ACCOUNT = '91c173bb-28d8-4030-9722-8663ff9589f3';
const SECOND_ACCOUNT = '22222222-2222-4222-8222-222222222222';

const order = async (body: object) =>
	await caller.send({ method: 'POST', url: '/sandbox/events', data: body });

/** Orders an event over HTTP, and returns what arrived. */
async function arrivedFrom(body: object): Promise<Record<string, unknown>> {
	const { status } = await order({ url: receiver.url, ...body });
	expect(status).toBe(200);
	const [event] = receiver.events();
	return event ?? {};
}

const NO_SLOT = {
	requested_date: 'NA',
	requested_slot: 'NA',
	preferred_from_time: null,
	preferred_to_time: null,
};
const SLOT = {
	requested_date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
	requested_slot: expect.stringMatching(/day$/),
	preferred_from_time: expect.stringMatching(/^\d{10}$/),
	preferred_to_time: expect.stringMatching(/^\d{10}$/),
};
const NUMBER = { client_number: '919876543210', alternate_number: '' };
const NO_NUMBER = {
	client_number: 'Phone Number Not Available',
	alternate_number: '919812345670',
};

describe('Call Me Back', () => {
	it('arrives as printed once its values are the printed ones, byte for byte', async () => {
		const { cmb_payload: payload, ...envelope } = printedEvent().event;
		await arrivedFrom({ fields: { ...envelope, ...Object(payload) } });
		const [{ method, headers, bodyText } = {}] = receiver.arrived;
		expect(bodyText).toBe(JSON.stringify(printedEvent().event));
		expect([method, headers?.['content-type']]).toEqual(['POST', 'application/json']);
	});

	it('has the printed shape with values of the demo account too', async () => {
		const event = await arrivedFrom({ scenario: 'slotPicker' });
		expect(shapeOf(event)).toEqual(shapeOf(printedEvent().event));
		expect(Object.keys(event)).toEqual(Object.keys(printedEvent().event));
		expect(event.cmb_payload).toMatchObject({
			business_number: '911140000101',
			feature_set: 'Fresh Flower Delivery',
		});
		const { data } = await caller.numbers(await caller.bearer());
		const listed = data.numbers.map((row: { phone_number: string }) => row.phone_number);
		expect(listed).toContain('911140000101');
	});

	it.each([
		['slotPicker', true, { ...NUMBER, ...SLOT }],
		['noNumber', true, { ...NO_NUMBER, ...SLOT }],
		['noSlotPicker', true, { ...NUMBER, ...NO_SLOT }],
		['noSlotPickerNoNumber', true, { ...NO_NUMBER, ...NO_SLOT }],
		['notInterested', false, { ...NUMBER, ...NO_SLOT }],
	])('%s has exactly the fields of the page', async (scenario, is_interested, differing) => {
		const { cmb_payload: payload, ...envelope } = await arrivedFrom({ scenario });
		expect(envelope).toEqual({
			event_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]+$/),
			client_account_id: ACCOUNT,
			event_type: 'cmb',
			created_at: expect.stringMatching(/^\d{10}$/),
		});
		expect(payload).toEqual({
			business_number: '911140000101',
			feature_set: 'Fresh Flower Delivery',
			requested_at: envelope.created_at,
			is_interested,
			cmb_config_name: 'Flower Delivery Call Back',
			...differing,
		});
	});

	it('asks for tomorrow in India, from 12:00 to 12:30, on the clock of the sandbox', async () => {
		const printed = Object(printedEvent().event.cmb_payload);
		const { requested_date, requested_slot, preferred_from_time, preferred_to_time } = printed;
		const slot = { requested_date, requested_slot, preferred_from_time, preferred_to_time };
		for (const now of ['2025-07-31T18:30:00Z', '2025-08-01T06:30:00Z', '2025-08-01T18:29:59Z']) {
			const occasion = { clientAccountId: ACCOUNT, nowMs: Date.parse(now) };
			expect(callMeBack(occasion)).toMatchObject(slot);
		}
		const next = { clientAccountId: ACCOUNT, nowMs: Date.parse('2025-08-01T18:30:00Z') };
		expect(callMeBack(next).requested_date).toBe('2025-08-03');
		caller.sandbox.control.advanceClock(10 * 86_400_000);
		const event = await arrivedFrom({});
		const created_at = Number(event.created_at);
		const wait = Number(Object(event.cmb_payload).preferred_from_time) - created_at;
		expect(created_at).toBeGreaterThan(Date.now() / 1_000 + 863_000);
		expect(wait).toBeGreaterThan(12 * 3_600);
		expect(wait).toBeLessThanOrEqual(36 * 3_600);
	});

	it('of the old console has a number group for the feature set (a guess)', async () => {
		const { cmb_payload: payload } = await arrivedFrom({ scenario: 'oldConsole' });
		expect(payload).toMatchObject({ ...NUMBER, number_group: 'Fresh Flower Delivery' });
		expect(payload).not.toHaveProperty('feature_set');
	});

	it('of "Test URL" is half empty (a guess)', async () => {
		const { cmb_payload: payload } = await arrivedFrom({ scenario: 'testUrl' });
		expect(payload).toEqual({ client_number: '911234567890', is_interested: true });
	});
});

describe('an event goes', () => {
	const goesTo = async (body: object) => {
		receiver.arrived.length = 0;
		expect((await order(body)).status).toBe(200);
		return receiver.arrived.map(({ url }) => new URL(url, 'http://x').pathname).sort();
	};
	const at = (path: string) => receiver.url.replace('/tcbiz-webhook', path);

	it('to the webhooks of its account and kind, or to the one that is named', async () => {
		const { webhooks } = caller.sandbox.control;
		webhooks.register({ name: 'both', url: at('/both') });
		webhooks.register({ name: 'calls', url: at('/calls'), events: ['cmb'] });
		const { id } = webhooks.register({ name: 'f', url: at('/f'), events: ['userFeedback'] });
		webhooks.register({ name: 'both', url: at('/2'), clientAccountId: SECOND_ACCOUNT });
		expect(await goesTo({})).toEqual(['/both', '/calls']);
		expect(await goesTo({ event: { event_type: 'cmb' } })).toEqual(['/both', '/calls']);
		expect(await goesTo({ scenario: 'userFeedback' })).toEqual(['/both', '/f']);
		expect(await goesTo({ scenario: 'unknownType' })).toEqual(['/both', '/calls', '/f']);
		expect(await goesTo({ event: { event_type: 'x' } })).toEqual(['/both', '/calls', '/f']);
		expect(await goesTo({ webhook: 'calls' })).toEqual(['/calls']);
		expect(await goesTo({ webhook: id })).toEqual(['/f']);
		expect(await goesTo({ clientAccountId: SECOND_ACCOUNT })).toEqual(['/2']);
		const [event] = receiver.events();
		expect(event).toMatchObject({
			client_account_id: SECOND_ACCOUNT,
			cmb_payload: { business_number: '911140000901', feature_set: 'Rival Courier – Parcels' },
		});
	});

	it('with the key of the URL, another one, or none', async () => {
		await order({ url: receiver.url });
		await order({ url: receiver.url, key: 'wrong & worse' });
		await order({ url: receiver.url, key: null });
		const keys = receiver.arrived.map(({ url }) =>
			new URL(url, 'http://x').searchParams.get('key'),
		);
		expect(keys).toEqual(['secret', 'wrong & worse', null]);
		expect(JSON.stringify(caller.sandbox.control.deliveries())).not.toContain('secret');
	});

	it('nowhere when it is longer than 10,000 characters', async () => {
		const { data } = await order({ url: receiver.url, event: 'x'.repeat(9_999) });
		expect(data.error).toBe('The event has more than 10000 characters');
		expect((await order({ url: receiver.url, event: 'x'.repeat(9_998) })).status).toBe(200);
	});

	it.each<[object, string]>([
		[
			{},
			'No webhook takes this event. Register the URL of your trigger on the page, under Controls',
		],
		[{ webhook: 'x' }, 'There is no webhook "x". Register it on the page, under Controls'],
		[{ scenario: 'happy' }, '"scenario" in the event must be one of "slotPicker", "noNumber"'],
		[{ scenario: 'noNumber', event: {} }, 'The event has "event" or "scenario", not both'],
		[{ fields: {}, event: {} }, 'The event has "event" or "fields", not both'],
		[{ url: 'http://localhost', webhook: 'x' }, 'The event has "url" or "webhook", not both'],
		[{ url: 'nowhere' }, '"nowhere" is no http or https address'],
		[{ times: 0 }, '"times" in the event must be a whole number from 1 to 1000'],
		[{ key: '' }, '"key" in the event must be a text of 1 to 1000 characters, or one of null'],
		[{ to: 'x' }, 'There is no "to" in the event; it knows scenario, event, fields, payload'],
		[{ clientAccountId: 'x' }, '"clientAccountId" in the event must be one of'],
	])('nowhere when it is ordered by %j', async (body, words) => {
		const { status, data } = await order(body);
		expect([status, data.error]).toEqual([400, expect.stringContaining(words)]);
		expect(caller.sandbox.control.deliveries()).toEqual([]);
	});
});
