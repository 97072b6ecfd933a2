import { advise } from '../../../../nodes/Truecaller/resources/event/advise';
import type { Delivery } from '../../../../nodes/Truecaller/resources/event/post';
import type { TestEvent } from '../../../../nodes/Truecaller/resources/event/readTestEvent';

const AGAIN = 'Truecaller would deliver the event again.';
const FASTER = 'Set Respond in the trigger to At Once, or make its workflow faster.';

const event = (isTestUrl = false): TestEvent => ({
	address: { url: 'http://localhost/', key: '', keySource: 'none', isTestUrl },
	scenario: 'slotPicker',
	eventId: 'e1',
	mayBeRepeat: false,
	eventType: 'cmb',
	body: () => ({}),
});

const answered = (
	status: number,
	{ contentType = 'application/json', bodyText = '{}', durationMs = 5, isCut = false } = {},
): Delivery => ({ answer: { status, contentType, bodyText }, isCut, durationMs });

describe('what is said of a test event', () => {
	it('is that it was taken for 2xx with JSON within 20 seconds', () => {
		expect(advise(answered(204), event()).taken).toBe(true);
		expect(advise(answered(200, { durationMs: 20_000 }), event()).taken).toBe(true);
	});

	it('is that an answer after 20 seconds is too late', () => {
		expect(advise(answered(200, { durationMs: 20_001 }), event())).toEqual({
			taken: false,
			advice: `The answer came after more than 20 seconds, which is too late. ${AGAIN} ${FASTER}`,
		});
	});

	it.each([
		[{ contentType: 'text/html' }, 'the content type is "text/html" and not application/json'],
		[{ contentType: '' }, 'the content type is missing and not application/json'],
		[{ bodyText: ' ' }, 'the answer has no body'],
		[{ bodyText: '<p>' }, 'the body is not JSON'],
	])('is that 200 with %j is not enough', (wrong, why) => {
		expect(advise(answered(200, wrong), event())).toEqual({
			taken: false,
			advice: `Not taken, because ${why}. ${AGAIN} Check that 'Webhook URL' is the one of a Truecaller Trigger.`,
		});
	});

	it('is that an answer without an end cannot be judged, unless its status or type decides', () => {
		const cut = { bodyText: '{"more":"', isCut: true };
		expect(advise(answered(200, cut), event())).toEqual({
			taken: false,
			advice:
				"The answer is longer than 64 KB and was not read to its end, so nobody can say whether Truecaller would count the event as delivered. Check that 'Webhook URL' is the one of a Truecaller Trigger.",
		});
		expect(advise(answered(200, { ...cut, contentType: 'text/html' }), event()).advice).toMatch(
			/^Not taken, because the content type is "text\/html"/,
		);
		expect(advise(answered(404, cut), event()).advice).toMatch(/^n8n knows no published trigger/);
	});

	it('is for 404 whether to listen or to publish', () => {
		expect(advise(answered(404), event(true)).advice).toBe(
			'Nobody listens at this test URL. Open the trigger, choose Execute workflow, and send again within 2 minutes.',
		);
		expect(advise(answered(404), event()).advice).toBe(
			'n8n knows no published trigger at this URL. Publish the workflow of the Truecaller Trigger, and copy its Production URL again.',
		);
	});

	it('is for 503 that the first delivery is undecided', () => {
		expect(advise(answered(503), event()).advice).toBe(
			`The first delivery of this Event ID is still under way. Send it again when its workflow has ended. ${AGAIN}`,
		);
	});

	it('is for any other status what it was', () => {
		expect(advise(answered(500), event())).toEqual({
			taken: false,
			advice: `Not taken, because the status is 500 and not 2xx. ${AGAIN} Check that 'Webhook URL' is the one of a Truecaller Trigger.`,
		});
	});

	it.each([
		[
			'ECONNREFUSED',
			/^n8n cannot reach this address\. From within n8n, use http:\/\/localhost:5678/,
		],
		['ENOTFOUND', /WEBHOOK_URL/],
		['ECONNABORTED', /^No answer came in time\. Truecaller would deliver the event again\./],
		['ECONNRESET', /^The connection ended without an answer that can be read\./],
		['', /^The connection ended without an answer that can be read\./],
	])('is what stands in the way: %s', (code, advice) => {
		const verdict = advise({ code, durationMs: 5 }, event());
		expect(verdict.taken).toBe(false);
		expect(verdict.advice).toMatch(advice);
	});
});
