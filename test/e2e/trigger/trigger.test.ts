/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Playground } from '../../../playground/playground';
import type { Rest } from '../../../playground/n8n/rest';
import {
	SCENARIO_NAMES,
	type ScenarioName,
} from '../../../nodes/Truecaller/simulation/events/scenarios';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { sharedN8n } from '../n8n';
import { postAtOnce, publishTrigger, untilLive, type PublishedTrigger } from './stage';

const taken = {
	state: 'Delivered',
	attempts: [{ status: 200, taken: true, answer: '{"status":"ok"}' }],
};
const refused = {
	state: 'Rescheduled error',
	attempts: [
		{
			status: 401,
			taken: false,
			answer: '{"status":"error","message":"The key is missing or wrong"}',
		},
	],
};

const tomorrow = new Date(Date.now() + (5.5 + 24) * 3_600_000).toISOString().slice(0, 10);
const slot = {
	start: `${tomorrow}T12:00:00+05:30`,
	end: `${tomorrow}T12:30:00+05:30`,
	startUtc: `${tomorrow}T06:30:00Z`,
	endUtc: `${tomorrow}T07:00:00Z`,
	timezone: 'Asia/Kolkata',
};
const customer = {
	number: '+919876543210',
	numberSource: 'client',
	numberFormats: { e164: '+919876543210', withoutPlus: '919876543210', national: '09876543210' },
};
const registered = { number: '+919812345670', numberSource: 'alternate' };
const callback = (fields: object) => ({
	eventType: 'callMeBack',
	truecallerEventType: 'cmb',
	callback: { wanted: true, ...fields },
});

const outputs: Record<ScenarioName, object> = {
	slotPicker: callback({
		...customer,
		businessNumber: '+911140000101',
		featureSet: 'Fresh Flower Delivery',
		requestedDate: tomorrow,
		slot,
		extra: {},
	}),
	noNumber: callback({ ...registered, slot, extra: {} }),
	noSlotPicker: callback({
		...customer,
		requestedDate: null,
		requestedSlot: null,
		slot: null,
		extra: {},
	}),
	noSlotPickerNoNumber: callback({ ...registered, slot: null, extra: {} }),
	notInterested: callback({ ...customer, wanted: false, slot: null, extra: {} }),
	oldConsole: callback({
		...customer,
		featureSet: null,
		slot,
		extra: { number_group: 'Fresh Flower Delivery' },
	}),
	testUrl: callback({ number: '+911234567890', businessNumber: null, slot: null, extra: {} }),
	interestInWords: callback({ ...customer, slot, extra: {} }),
	interestMissing: callback({ ...customer, wanted: null, slot: null, extra: {} }),
	isoTimes: callback({ ...customer, slot, extra: {} }),
	noCountryCode: callback({ ...customer, slot, extra: {} }),
	payloadAsText: callback({ ...customer, slot, extra: {} }),
	otherNames: {
		...callback({ ...customer, slot, extra: {} }),
		truecallerEventType: 'call_me_back',
		extra: {},
	},
	postCallAction: {
		eventType: 'postCallAction',
		truecallerEventType: 'post_call_action',
		action: { order_id: 'A-1042', action: 'CANCEL_DELIVERY' },
	},
	userFeedback: {
		eventType: 'userFeedback',
		truecallerEventType: 'user_feedback',
		feedback: { survey_name: 'Delivery Feedback' },
	},
	unknownType: {
		eventType: 'userFeedback',
		truecallerEventType: 'call_summary',
		feedback: { seconds: 42 },
	},
};

describe('the trigger in n8n', () => {
	let sandbox: Sandbox;
	let n8n: Playground;
	let rest: Rest;
	let trigger: PublishedTrigger;

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ n8n, rest } = await sharedN8n());
		trigger = await publishTrigger(n8n, rest, sandbox, {
			events: ['callMeBack', 'postCallAction', 'userFeedback'],
			options: { defaultCountry: 'IN' },
		});
	});
	afterAll(async () => await sandbox.close());

	test('starts one execution for an event with the right key', async () => {
		expect(
			await trigger.startedBy(async () =>
				expect(await trigger.deliver({ fields: { event_id: 'right-key' } })).toMatchObject(taken),
			),
		).toBe(1);
		const [item, ...others] = await trigger.latestItems();
		expect(others).toEqual([]);
		expect(item?.json).toMatchObject({
			...outputs.slotPicker,
			event_id: 'right-key',
			clientAccountId: sandbox.keys.full.clientAccountId,
			extra: {},
		});
	});

	test.each([
		['a wrong', 'another-key-of-16-or-more'],
		['no', null],
	])('answers 401 to an event with %s key, and starts nothing', async (_title, key) => {
		expect(
			await trigger.startedBy(async () =>
				expect(await trigger.deliver({ key })).toMatchObject(refused),
			),
		).toBe(0);
	});

	test.each(SCENARIO_NAMES)(
		'takes "%s" at the first attempt and says what it means',
		async (scenario) => {
			expect(
				await trigger.startedBy(async () =>
					expect(await trigger.deliver({ scenario })).toMatchObject(taken),
				),
			).toBe(1);
			expect((await trigger.latestItems()).map(({ json }) => json)).toEqual([
				expect.objectContaining({ event_id: expect.any(String) as string }),
			]);
			expect((await trigger.latestItems())[0]?.json).toMatchObject(outputs[scenario]);
		},
	);

	test('passes an event on as it came without Simplify', async () => {
		const plain = await publishTrigger(n8n, rest, sandbox, { simplify: false });
		const delivery = await plain.deliver();
		expect((await plain.latestItems()).map(({ json }) => json)).toEqual([delivery?.event]);
	});

	test('takes the same event again and starts nothing', async () => {
		const { id = 0 } = (await trigger.deliver()) ?? {};
		expect(
			await trigger.startedBy(async () =>
				expect(await sandbox.control.deliverAgain(id)).toMatchObject(taken),
			),
		).toBe(0);
	});

	test('starts one execution for 50 deliveries of one event at the same moment, and none for 50 more a minute later', async () => {
		const body = JSON.stringify({
			...((await trigger.deliver())?.event as object),
			event_id: 'fifty-times',
		});
		let answers: string[] = [];
		const fifty = async () => void (answers = await postAtOnce(trigger.url, body, 50));
		const allTaken = Array<string>(50).fill('200 {"status":"ok"}');
		expect(await trigger.startedBy(fifty)).toBe(1);
		expect(answers).toEqual(allTaken);
		await sleep(60_000);
		expect(await trigger.startedBy(fifty)).toBe(0);
		expect(answers).toEqual(allTaken);
	});

	test('takes an event that is filtered out, and starts nothing', async () => {
		const picky = await publishTrigger(n8n, rest, sandbox, {
			events: ['callMeBack'],
			options: {
				onlyWanted: true,
				featureSets: 'Acme Bank – Cards, Fresh Flower Delivery',
				businessNumbers: '011 4000 0101',
			},
		});
		const filtered: Array<Parameters<typeof picky.deliver>[0]> = [
			{ scenario: 'userFeedback' },
			{ scenario: 'notInterested' },
			{ fields: { feature_set: 'Acme Bank – KYC' } },
			{ fields: { business_number: '911140000102' } },
		];
		for (const order of filtered)
			expect(
				await picky.startedBy(async () => expect(await picky.deliver(order)).toMatchObject(taken)),
			).toBe(0);
		expect(await picky.startedBy(async () => await picky.deliver())).toBe(1);
	});

	test('goes on after a restart of n8n', async () => {
		await n8n.restart();
		rest = await n8n.signIn();
		await untilLive(trigger.address);
		expect(
			await trigger.startedBy(async () => expect(await trigger.deliver()).toMatchObject(taken)),
		).toBe(1);
		expect(
			await trigger.startedBy(async () =>
				expect(await trigger.deliver({ key: null })).toMatchObject(refused),
			),
		).toBe(0);
	});
});
