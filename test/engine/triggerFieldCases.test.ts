import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';
import type { EventOrder } from '../../sandbox/webhooks/order';
import { WORD, onlyItem, setTriggerStage } from '../support/trigger';
import type { TriggerStage } from '../support/trigger';

let stage: Stage;
let trigger: TriggerStage;
beforeEach(async () => {
	stage = await setStage();
	trigger = await setTriggerStage({
		parameters: {
			events: ['callMeBack', 'postCallAction', 'userFeedback'],
			options: { defaultCountry: 'IN', onlyWanted: true },
		},
	});
});
afterEach(async () => {
	await trigger.close();
	await stage.sandbox.close();
});

/** Delivers an event as the sandbox does, and returns what left the trigger. */
const itemOf = async (order: EventOrder) => {
	const url = `${trigger.url}?key=${WORD}`;
	const [delivery] = await stage.sandbox.control.deliver({ url, ...order });
	expect(delivery).toMatchObject({ state: 'Delivered', attempts: [{ status: 200, taken: true }] });
	return onlyItem(trigger);
};

const SLOT = { start: expect.stringMatching(/T12:00:00\+05:30$/), timezone: 'Asia/Kolkata' };
const read = (callback: object) => ({
	eventType: 'callMeBack',
	callback: { number: '+919876543210', extra: {}, ...callback },
	extra: {},
});

describe('an event from the field, with Only Wanted on', () => {
	it.each<[string, EventOrder, object]>([
		['that says "Yes"', { scenario: 'interestInWords' }, read({ wanted: true, slot: SLOT })],
		['that says 1', { fields: { is_interested: 1 } }, read({ wanted: true })],
		['that does not say', { scenario: 'interestMissing' }, read({ wanted: null, slot: null })],
		[
			'that says it in other words',
			{ fields: { is_interested: 'in the evening' } },
			read({ wanted: null, extra: { is_interested: 'in the evening' } }),
		],
		['with ISO times', { scenario: 'isoTimes' }, read({ wanted: true, slot: SLOT })],
		['with its payload as JSON text', { scenario: 'payloadAsText' }, read({ slot: SLOT })],
		['of another name', { scenario: 'otherNames' }, read({ slot: SLOT })],
		['with a number without country code', { scenario: 'noCountryCode' }, read({ slot: SLOT })],
		[
			'after the call',
			{ scenario: 'postCallAction' },
			{ eventType: 'postCallAction', action: { action: 'CANCEL_DELIVERY' }, extra: {} },
		],
		[
			'of a survey that tells a number',
			{ event: { event_type: 'survey', survey: { client_number: '919876543210' } } },
			{ eventType: 'userFeedback', feedback: { client_number: '919876543210' } },
		],
	])('%s starts the workflow and is read', async (_title, order, expected) =>
		expect(await itemOf(order)).toMatchObject(expected),
	);

	it('that says "No" starts nothing', async () => {
		const url = `${trigger.url}?key=${WORD}`;
		await stage.sandbox.control.deliver({ url, fields: { is_interested: 'No' } });
		expect(trigger.executions).toEqual([]);
	});
});
