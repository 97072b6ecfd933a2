import {
	callMeBack,
	postCallAction,
	userFeedback,
	withoutNumber,
	withoutSlot,
} from '../support/events';
import { onlyItem, setTriggerStage } from '../support/trigger';
import type { TriggerSetUp, TriggerStage } from '../support/trigger';

let trigger: TriggerStage;
afterEach(async () => await trigger.close());

const itemOf = async (event: unknown, by: TriggerSetUp = {}) => {
	trigger = await setTriggerStage(by);
	await trigger.deliver(event);
	return onlyItem(trigger);
};

const ENVELOPE = {
	event_id: '860a7f4c-6545-40f1-85be-3655edde650f',
	eventType: 'callMeBack',
	truecallerEventType: 'cmb',
	clientAccountId: '91c173bb-28d8-4030-9722-8663ff9589f3',
	createdAt: '2025-07-31T12:39:20+05:30',
	extra: {},
};

const CALLBACK = {
	wanted: true,
	number: '+911234567890',
	numberSource: 'client',
	numberFormats: { e164: '+911234567890', withoutPlus: '911234567890', national: '01234567890' },
	businessNumber: '+912268012345',
	featureSet: 'Fresh Flower Delivery',
	configName: 'CMBName',
	requestedAt: '2025-07-31T12:39:20+05:30',
	requestedDate: '2025-08-02',
	requestedSlot: 'Saturday',
	slot: {
		start: '2025-08-02T12:00:00+05:30',
		end: '2025-08-02T12:30:00+05:30',
		startUtc: '2025-08-02T06:30:00Z',
		endUtc: '2025-08-02T07:00:00Z',
		timezone: 'Asia/Kolkata',
	},
	extra: {},
};

const ALTERNATE = {
	number: '+919876543210',
	numberSource: 'alternate',
	numberFormats: { e164: '+919876543210', withoutPlus: '919876543210', national: '09876543210' },
};
const NO_SLOT = { requestedDate: null, requestedSlot: null, slot: null };
const fromMumbai = { business_number: '912268012345' };

describe('a Call Me Back', () => {
	it.each([
		['with a slot', {}, {}],
		['without a number, because of the SIM', withoutNumber, ALTERNATE],
		[
			'without a number, in other letters',
			{ ...withoutNumber, client_number: 'Phone number not available' },
			ALTERNATE,
		],
		['without a slot picker', withoutSlot, NO_SLOT],
		[
			'without slot picker and number',
			{ ...withoutSlot, ...withoutNumber },
			{ ...NO_SLOT, ...ALTERNATE },
		],
		[
			'of somebody who is not interested',
			{ ...withoutSlot, is_interested: false },
			{ ...NO_SLOT, wanted: false },
		],
		[
			'of somebody not interested, without a number',
			{ ...withoutSlot, ...withoutNumber, alternate_number: '', is_interested: false },
			{ ...NO_SLOT, wanted: false, number: null, numberSource: null, numberFormats: null },
		],
	])('%s comes out ready to act on', async (_title, payload, expected) => {
		const item = await itemOf(callMeBack({ ...fromMumbai, ...payload }));
		expect(item).toEqual({ ...ENVELOPE, callback: { ...CALLBACK, ...expected } });
	});

	it("keeps what cannot be read: in the vendor's own sample the business number", async () => {
		const item = await itemOf(callMeBack());
		expect(item).toEqual({
			...ENVELOPE,
			callback: { ...CALLBACK, businessNumber: null, extra: { business_number: '910987654321' } },
		});
	});

	it('from a sender of your own is read with the default country', async () => {
		const item = await itemOf(
			{
				event_type: 'call_me_back',
				payload: { client_number: '9876543210', is_interested: 'Yes', note: 'ring twice' },
			},
			{ parameters: { options: { defaultCountry: 'IN', onlyWanted: true } } },
		);
		expect(item).toMatchObject({
			eventType: 'callMeBack',
			callback: { wanted: true, number: '+919876543210', extra: { note: 'ring twice' } },
			extra: {},
		});
	});

	it('keeps fields that nobody knows yet', async () => {
		const item = await itemOf({
			...callMeBack(fromMumbai),
			region: 'noneu',
			cmb_payload: { ...callMeBack(fromMumbai).cmb_payload, language: 'hi', steps: [1, 2] },
		});
		expect(item).toEqual({
			...ENVELOPE,
			extra: { region: 'noneu' },
			callback: { ...CALLBACK, extra: { language: 'hi', steps: [1, 2] } },
		});
	});

	it('of the old console, with fields of other names, loses none of them', async () => {
		const item = await itemOf({
			event_id: 'e1',
			event_type: 'cmb',
			number_group_payload: { number_group: 'Sales', mobile: '919876543210' },
		});
		expect(item).toMatchObject({ event_id: 'e1', eventType: 'callMeBack', createdAt: null });
		expect(item.callback).toEqual({
			...{
				wanted: null,
				number: null,
				numberSource: null,
				numberFormats: null,
				businessNumber: null,
				featureSet: null,
				configName: null,
			},
			...{ requestedAt: null, requestedDate: null, requestedSlot: null, slot: null },
			extra: { number_group_payload: { number_group: 'Sales', mobile: '919876543210' } },
		});
	});

	it('shows its times in the zone of the node, else of the workflow', async () => {
		const inNewYork = await itemOf(callMeBack(), {
			parameters: { options: { timezone: 'America/New_York' } },
		});
		expect(inNewYork).toMatchObject({
			createdAt: '2025-07-31T03:09:20-04:00',
			callback: {
				slot: {
					start: '2025-08-02T02:30:00-04:00',
					startUtc: '2025-08-02T06:30:00Z',
					timezone: 'America/New_York',
				},
			},
		});
		await trigger.close();
		expect(await itemOf(callMeBack(), { timezone: 'Europe/Berlin' })).toMatchObject({
			createdAt: '2025-07-31T09:09:20+02:00',
		});
		await trigger.close();
		expect(
			await itemOf(callMeBack(), { parameters: { options: { timezone: 'Asia/Atlantis' } } }),
		).toMatchObject({ createdAt: '2025-07-31T12:39:20+05:30' });
	});
});

describe('another event', () => {
	it('is passed on whole', async () => {
		expect(await itemOf(userFeedback)).toEqual({
			...ENVELOPE,
			event_id: userFeedback.event_id,
			eventType: 'userFeedback',
			truecallerEventType: 'user_feedback',
			feedback: userFeedback.user_feedback_payload,
		});
	});

	it('after a call, such as a cancelled delivery, is of its own kind', async () => {
		const events = ['postCallAction'];
		expect(await itemOf(postCallAction, { parameters: { events } })).toEqual({
			...ENVELOPE,
			event_id: postCallAction.event_id,
			eventType: 'postCallAction',
			truecallerEventType: 'post_call_action',
			action: postCallAction.post_call_action_payload,
		});
	});

	it('of a kind that is not known yet is passed on as well', async () => {
		expect(
			await itemOf({ event_id: 'e2', event_type: 'number_delisted', number: '1' }),
		).toMatchObject({
			eventType: 'userFeedback',
			truecallerEventType: 'number_delisted',
			feedback: { number: '1' },
			extra: {},
		});
	});
});

it('Without Simplify the body comes out as it came', async () => {
	const event = { ...callMeBack(), nested: { list: [1, null, { deep: true }] }, text: 'नमस्ते' };
	expect(await itemOf(event, { parameters: { simplify: false } })).toEqual(event);
});
