import { openCaller } from './caller';
import type { Caller } from './caller';
import { openReceiver } from './receiver';
import type { Receiver } from './receiver';

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

describe('a Call Me Back of another shape (a guess)', () => {
	it.each<[string, object]>([
		['interestInWords', { is_interested: 'Yes', ...SLOT }],
		['interestMissing', { ...NUMBER, ...NO_SLOT }],
		['isoTimes', { preferred_from_time: expect.stringMatching(/T06:30:00.000Z$/), ...NUMBER }],
		['noCountryCode', { client_number: '9876543210', ...SLOT }],
	])('%s differs in its payload', async (scenario, differing) => {
		const { cmb_payload: payload, event_type } = await arrivedFrom({ scenario });
		expect([event_type, payload]).toEqual(['cmb', expect.objectContaining(differing)]);
		expect(Object.keys(Object(payload)).includes('is_interested')).toBe(
			scenario !== 'interestMissing',
		);
	});

	it('payloadAsText has its payload as JSON text, with the fields of the order', async () => {
		const fields = { client_number: '911' };
		const { cmb_payload: payload } = await arrivedFrom({ scenario: 'payloadAsText', fields });
		expect(JSON.parse(String(payload))).toMatchObject({ ...SLOT, ...fields });
	});

	it('otherNames has the fields under another name', async () => {
		expect(await arrivedFrom({ scenario: 'otherNames' })).toMatchObject({
			event_type: 'call_me_back',
			payload: { ...NUMBER, ...SLOT },
		});
	});
});

describe('other events', () => {
	it('A post-call action has a payload of guessed names', async () => {
		expect(await arrivedFrom({ scenario: 'postCallAction' })).toMatchObject({
			event_type: 'post_call_action',
			post_call_action_payload: { client_number: '919876543210', action: 'CANCEL_DELIVERY' },
		});
	});

	it('User Feedback has a payload of guessed names, and of any other that is wanted', async () => {
		const guessed = await arrivedFrom({ scenario: 'userFeedback' });
		expect(guessed).toMatchObject({
			event_type: 'user_feedback',
			user_feedback_payload: { feature_set: 'Fresh Flower Delivery', answers: [{ answer: 'Yes' }] },
		});
		await order({
			url: receiver.url,
			scenario: 'userFeedback',
			payloadName: 'survey_payload',
			payload: { rating: 1 },
			fields: { event_type: 'survey', comment: null },
		});
		expect(receiver.events()[1]).toEqual({
			event_id: expect.any(String),
			client_account_id: ACCOUNT,
			event_type: 'survey',
			created_at: expect.any(String),
			survey_payload: { rating: 1, comment: null },
		});
	});

	it('of an unknown type are delivered, and so is any JSON', async () => {
		const { event_type } = await arrivedFrom({ scenario: 'unknownType' });
		expect(event_type).toBe('call_summary');
		for (const event of [{ event_id: 7 }, [], 'text', null, {}]) {
			const { data } = await order({ url: receiver.url, event });
			expect(data).toMatchObject([{ eventId: null, state: 'Delivered', event }]);
		}
		expect(receiver.arrived.slice(1).map(({ bodyText }) => bodyText)).toEqual([
			'{"event_id":7}',
			'[]',
			'"text"',
			'null',
			'{}',
		]);
	});
});
