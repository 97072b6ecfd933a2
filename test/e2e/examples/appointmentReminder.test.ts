import { firstTrigger } from '../../../playground/firstExample';
import type { Execution } from '../../../playground/n8n/execution';
import { Refusal, type Call } from '../../support/thirdParties';
import { openJourney, type Journey, type JourneyCopy } from './journey';

const calendar = 'www.googleapis.com/calendar/v3/calendars/primary/events';
const agentAt = 'POST agent.example.com/calls';
const messagesAt = 'POST api.twilio.com/2010-04-01/Accounts/AC0/Messages.json';
const movedAt = `PATCH ${calendar}/*`;

const at = (time: string, timeZone = 'Asia/Kolkata') => ({ dateTime: time, timeZone });
const appointment = (
	id: string,
	summary: string,
	description: string,
	start = at('2026-12-01T10:30:00+05:30'),
	end = at('2026-12-01T11:15:00+05:30'),
) => ({ id, summary, description, start, end });

const appointments = [
	appointment('a1', 'Check-up', 'Asha Rao, 098765-43210'),
	appointment(
		'a2',
		'X-ray',
		'Ravi Kumar +91 98450 10001',
		at('2026-12-01T10:30:00+05:30', 'Asia/Dubai'),
	),
	appointment('a3', 'Dentist', 'Arjun Mehta, number unknown'),
];

describe('an appointment reminder', () => {
	let journey: Journey;
	let copy: JourneyCopy;
	beforeAll(async () => {
		journey = await openJourney('appointment-reminder', {
			[`GET ${calendar}`]: { items: appointments },
			[movedAt]: ({ body }: Call) => body,
			[agentAt]: { call_id: 'c1' },
			[messagesAt]: { sid: 'SM1' },
		});
		copy = await journey.create();
		await copy.publish();
	});
	afterEach(() => journey.forget());
	afterAll(async () => await journey.close());

	const succeeded = (execution: Execution) =>
		expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
	// The calls of one run are made side by side.
	const reasons = () =>
		(journey.received('realTimeV2') as Array<{ dynamic_call_reason: string }>)
			.map(({ dynamic_call_reason: reason }) => reason)
			.sort();
	const asked = () =>
		journey.parties
			.calls(agentAt)
			.map(({ body }) => body as { to: string; task: string })
			.sort((one, other) => one.task.localeCompare(other.task));
	const messages = () => journey.parties.calls(messagesAt).map(({ body }) => [body.To, body.Body]);
	const moved = () =>
		journey.parties
			.calls(movedAt)
			.map(({ to, body }) => [to.split('/').at(-1), body.start, body.end]);

	test('is called out with name and reason, in the time of the appointment’s zone', async () => {
		const execution = await copy.run(firstTrigger);
		succeeded(execution);
		expect(reasons()).toEqual([
			'Your appointment Tue 1 Dec at 09.00',
			'Your appointment Tue 1 Dec at 10.30',
		]);
		expect(asked()).toMatchObject([
			{ to: '098765-43210', task: 'Confirm the appointment “Check-up”, Tue 1 Dec at 10.30' },
			{ to: '+91 98450 10001', task: 'Confirm the appointment “X-ray”, Tue 1 Dec at 09.00' },
		]);
		expect(execution.items('Call by hand').map(({ json }) => json.title)).toEqual(['Dentist']);
		expect(messages()).toEqual([]);
	});

	test('is a text message when the voice agent is away', async () => {
		journey.parties.reply({ [agentAt]: new Refusal(503) });
		succeeded(await copy.run(firstTrigger));
		expect(messages()).toEqual([
			['+919876543210', 'A reminder of your appointment “Check-up”: Tue 1 Dec at 10.30.'],
			['+919845010001', 'A reminder of your appointment “X-ray”: Tue 1 Dec at 09.00.'],
		]);
	});

	test('is called out all the same when Truecaller refuses', async () => {
		journey.sandbox.control.next({ route: 'realTimeV2', times: 2, status: 403 });
		succeeded(await copy.run(firstTrigger));
		expect(asked()).toHaveLength(2);
	});

	test('is moved to the slot that was chosen, as long as before, once', async () => {
		const event = { fields: { event_id: 'appointment-1' } };
		succeeded(await copy.deliver(event));
		succeeded(await copy.deliver(event));
		const day = new Date(Date.now() + 29.5 * 3_600_000).toISOString().slice(0, 10);
		expect(moved()).toEqual([
			[
				'a1',
				{ dateTime: `${day}T06:30:00Z`, timeZone: 'Asia/Kolkata', date: null },
				{ dateTime: `${day}T07:15:00Z`, timeZone: 'Asia/Kolkata', date: null },
			],
		]);
		expect(messages()).toEqual([
			[
				'+919876543210',
				expect.stringMatching(/^Your appointment “Check-up” is now on \w{3} \d+ \w{3}, 12:00\.$/),
			],
		]);
	});

	test.each([
		[
			'no slot was chosen',
			{ scenario: 'noSlotPicker' },
			'Please call +919876543210: missed the call about “Check-up”; chose no time.',
		],
		[
			'nobody has such an appointment',
			{ scenario: 'noNumber' },
			expect.stringMatching(
				/^Please call \+919812345670: has no appointment in the next 14 days; would like \d/,
			),
		],
	] as const)('stays, and a person is asked to call, when %s', async (_title, order, text) => {
		succeeded(await copy.deliver(order));
		expect([moved(), messages()]).toEqual([[], [['+919800000001', text]]]);
	});

	test('stays for somebody not interested, or without a number', async () => {
		expect(
			(await copy.deliver({ scenario: 'notInterested' })).items('Keep the appointment'),
		).toHaveLength(1);
		expect(
			(await copy.deliver({ fields: { client_number: 'Phone Number Not Available' } })).items(
				'Nobody to call',
			),
		).toHaveLength(1);
		expect([moved(), messages()]).toEqual([[], []]);
	});

	test('runs with its five sample events', async () => {
		succeeded(await copy.run('Truecaller Trigger'));
		expect(messages()).toHaveLength(4);
	});
});
