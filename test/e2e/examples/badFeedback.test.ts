import { firstTrigger } from '../../../playground/firstExample';
import { Refusal } from '../../support/thirdParties';
import { openJourney, type Journey, type JourneyCopy } from './journey';

const ticketAt = 'POST acme.zendesk.com/api/v2/tickets.json';
const slackAt = 'POST slack.com/api/chat.postMessage';
const replies = { [ticketAt]: { ticket: { id: 812 } }, [slackAt]: { ok: true, message: {} } };

const answering = (answer: string) =>
	({
		scenario: 'userFeedback',
		fields: { answers: [{ question: 'Did your flowers arrive on time?', answer }] },
	}) as const;

describe('bad feedback', () => {
	let journey: Journey;
	let copy: JourneyCopy;
	beforeAll(async () => {
		journey = await openJourney('bad-feedback', replies);
		copy = await journey.create();
		await copy.publish();
	});
	afterEach(() => journey.forget());
	afterAll(async () => await journey.close());

	const tickets = () => journey.parties.calls(ticketAt).map(({ body }) => body.ticket);
	const said = () => journey.parties.calls(slackAt).map(({ body }) => body.text);

	test('leaves an empty week in words', async () => {
		expect((await copy.run(firstTrigger)).error?.message).toBeUndefined();
		expect(said()).toEqual(['Feedback on Truecaller: nobody answered this week.']);
	});

	test('is a ticket and an alarm, once', async () => {
		const event = {
			...answering('No, two days late'),
			fields: { ...answering('No, two days late').fields, event_id: 'feedback-1' },
		};
		const execution = await copy.deliver(event);
		expect(execution.error?.message).toBeUndefined();
		await copy.deliver(event);
		expect(tickets()).toEqual([
			{
				comment: {
					body: 'A customer answered “Delivery Feedback” on Truecaller: Did your flowers arrive on time? No, two days late\n\nNumber: +919876543210\nFeature set: Fresh Flower Delivery',
				},
				subject: 'Bad feedback from +919876543210',
				external_id: 'feedback-1',
				type: 'problem',
			},
		]);
		expect(said()).toEqual([
			':rotating_light: Bad feedback, ticket 812: Did your flowers arrive on time? No, two days late (+919876543210, Fresh Flower Delivery)',
		]);
	});

	test('still raises the alarm when Zendesk is away', async () => {
		journey.parties.reply({ [ticketAt]: new Refusal(503) });
		expect((await copy.deliver(answering('नहीं'))).error?.message).toBeUndefined();
		expect(tickets()).toHaveLength(3);
		expect(said()).toEqual([
			expect.stringContaining('*no ticket could be made*: Did your flowers arrive on time? नहीं'),
		]);
	});

	test('is told from good feedback, which is only kept', async () => {
		const execution = await copy.deliver(answering('Yes, thank you'));
		expect(execution.items('Keep it')[0]?.json).toMatchObject({
			verdict: 'good',
			number: '+919876543210',
		});
		expect([tickets(), said()]).toEqual([[], []]);
	});

	test('of a form nobody has seen is kept as it came, and somebody is asked to read it', async () => {
		const execution = await copy.deliver({
			scenario: 'userFeedback',
			payload: { stars: 1, remark: { hi: 'देर' } },
		});
		expect(execution.items('Keep it')[0]?.json).toMatchObject({
			verdict: 'unclear',
			raw: '{"stars":1,"remark":{"hi":"देर"}}',
		});
		expect([tickets(), said()]).toEqual([
			[],
			[
				':grey_question: An answer that cannot be told good or bad: {"stars":1,"remark":{"hi":"देर"}}',
			],
		]);
	});

	test('is counted with the rest of the week on Monday', async () => {
		await copy.run(firstTrigger);
		expect(said()).toEqual([
			'Feedback on Truecaller this week: 4 answers, 2 bad (50 %), 1 unclear.\n• Fresh Flower Delivery: 3 answers, 2 bad\n• no feature set: 1 answers, 0 bad',
		]);
	});

	test('runs with its sample event', async () => {
		const execution = await copy.run('Truecaller Trigger');
		expect([execution.status, execution.items('Kept, nothing to do').length]).toEqual([
			'success',
			1,
		]);
	});
});
