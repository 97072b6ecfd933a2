import type { Execution } from '../../../playground/n8n/execution';
import { firstTrigger } from '../../../playground/firstExample';
import { openSpreadsheet } from '../../support/spreadsheet';
import { Refusal } from '../../support/thirdParties';
import { slackAt } from './approval';
import { runCaller } from './caller';
import { openJourney, withFields, type Journey, type JourneyCopy } from './journey';

const schedule = 'Every Monday at 8:00';
const logAt = 'GET dialler.example.com/calls';
/** Nothing is personalised for last week: this one is looked at while it is still to come. */
const inUse = {
	[schedule]: () => ({ disabled: false }),
	Settings: withFields({
		from: '={{ $today.toISO() }}',
		to: '={{ $today.plus({ days: 3 }).toISO() }}',
	}),
};
const zone = 'Asia/Kolkata';
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
const tomorrow = () =>
	new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(Date.now() + 86_400_000);
const at = (time: string) => `${tomorrow()}T${time}:00+05:30`;
const noRows = 'The dialler’s log has no calls in this week.';

const sheet = openSpreadsheet('choose-your-sheet');

describe('the coverage report', () => {
	let journey: Journey;
	let copy: JourneyCopy;
	let log: object[] = [];
	beforeAll(async () => {
		journey = await openJourney('coverage-report', {
			...sheet.replies,
			[logAt]: () => log,
			[slackAt]: { ok: true, message: {} },
		});
		copy = await journey.create(inUse);
		await copy.publish();
	});
	afterEach(() => {
		journey.forget();
		sheet.clear();
		log = [];
	});
	afterAll(async () => await journey.close());

	const succeeded = (execution: Execution) =>
		expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
	const said = () => journey.parties.calls(slackAt).map(({ body }) => body.text);
	const appended = () => journey.parties.calls(sheet.at.append).length;
	const report = (execution: Execution) =>
		execution.items('Report').map(({ json }) => json)[0] ?? {};
	const view = (execution: Execution, by: string) =>
		(report(execution).table as Array<Record<string, unknown>>)
			.filter((row) => row.by === by)
			.map(({ group, calls, pushed, answered }) => [group, calls, pushed, answered]);

	const handOver = async (...calls: object[]) => succeeded(await runCaller(journey, copy, calls));
	const call = (phone: string, starts = at('10:00'), reason = 'Your card is ready') => ({
		phone,
		show_as: 'Acme Bank Cards',
		reason,
		starts_at: starts,
	});

	describe('of a week', () => {
		test('joins what other workflows handed over with the log, into the sheet and to Slack', async () => {
			await handOver(call('+91 99001 10000'), call('99001 20001'), call('+91 9900'));
			log = [
				{ to: '09900110000', at: at('10:05'), result: 'answered' },
				{ to: 919_900_120_001, at: at('11:55'), result: 'no answer' },
				{ to: '+91 99001 10000', at: at('20:00'), result: 'answered' },
				{ to: '+91 99001 39999', at: at('10:30'), result: 'no answer' },
				{ to: 'anonymous', at: 'noon', result: 'no answer' },
			];
			const execution = await copy.run(schedule);
			succeeded(execution);
			const text =
				'Coverage 20 %: the name and reason were pushed for 1 of 5 calls. Answered: 100 % of those, 25 % of the others.';
			expect(sheet.rows()).toEqual([
				{
					week: today(),
					calls: 5,
					coverage_percent: 20,
					answered_pushed_percent: 100,
					answered_not_pushed_percent: 25,
					text,
				},
			]);
			expect(journey.parties.calls(slackAt).map(({ body }) => [body.channel, body.text])).toEqual([
				['#branded-calls', `Week from ${today()}: ${text}`],
			]);
			expect(
				journey.parties
					.calls(logAt)
					.map(({ query }) => Object.values(query).map((time) => time.slice(0, 10))),
			).toEqual([[today(), expect.any(String)]]);
			expect(view(execution, 'Why not pushed')).toEqual([
				['notTruecallerUser', 1, 0, 0],
				['(not personalised)', 2, 0, 1],
				['(number not readable)', 1, 0, 0],
			]);
			expect(view(execution, 'Hour').map(([hour, calls]) => [hour, calls])).toEqual([
				['10:00', 2],
				['11:00', 1],
				['20:00', 1],
				['(time not readable)', 1],
			]);
		});

		test('counts a call once that was personalised twice, by its later outcome', async () => {
			await handOver(
				call('99002 10000', at('10:00'), 'First reason'),
				call('99002 20000', at('10:00'), 'First reason'),
			);
			await handOver(
				call('99002 10000', at('10:00'), 'Second reason'),
				call('99002 20000', at('10:15'), 'Second reason'),
			);
			log = ['99002 10000', '99002 20000'].map((to) => ({
				to,
				at: at('10:20'),
				result: 'answered',
			}));
			const execution = await copy.run(schedule);
			expect(report(execution)).toMatchObject({
				calls: 2,
				coveragePercent: 100,
				answerRateNotPushedPercent: null,
			});
			expect(view(execution, 'Call reason')).toEqual([['Second reason', 2, 2, 2]]);
			const kept = execution
				.items('Outcomes of the week')
				.filter(({ json }) => String(json.phone_number).startsWith('+9199002'));
			expect(kept).toHaveLength(3);
		});

		test('says so when there were no calls', async () => {
			succeeded(await copy.run(schedule));
			expect(sheet.rows()).toMatchObject([{ calls: 0, coverage_percent: '', text: noRows }]);
			expect(said()).toEqual([`Week from ${today()}: ${noRows}`]);
		});

		test('writes and sends nothing when the log cannot be read', async () => {
			journey.parties.reply({ [logAt]: new Refusal(503) });
			expect((await copy.run(schedule)).status).toBe('error');
			expect([journey.parties.calls(logAt).length, appended(), said()]).toEqual([3, 0, []]);
		});

		test('tells Slack nothing when the sheet refuses, and appends once when it is tried again', async () => {
			journey.parties.reply({ [sheet.at.append]: sheet.forbids });
			const execution = await copy.run(schedule);
			expect([execution.status, execution.nodeError('Line to the sheet')?.message]).toEqual([
				'error',
				expect.stringContaining('Forbidden'),
			]);
			expect([appended(), said()]).toEqual([1, []]);
			journey.forget();
			succeeded(await copy.retry());
			expect([sheet.rows().length, said().length]).toEqual([1, 1]);
		});

		test('leaves the line in the sheet when Slack refuses, and writes no second one', async () => {
			journey.parties.reply({ [slackAt]: new Refusal(503) });
			expect((await copy.run(schedule)).status).toBe('error');
			expect([sheet.rows().length, said().length]).toEqual([1, 1]);
			journey.forget();
			succeeded(await copy.retry());
			expect([sheet.rows().length, appended(), said().length]).toEqual([1, 0, 1]);
		});
	});

	describe('of the samples', () => {
		let execution: Execution;
		let others: unknown[];
		beforeAll(async () => {
			execution = await copy.run(firstTrigger);
			others = [...journey.parties.calls()];
		});

		test('joins each call with the outcome that held when it was made, and counts', () => {
			expect(execution.items('Report')).toHaveLength(1);
			expect(report(execution)).toMatchObject({
				calls: 10,
				coveragePercent: 40,
				answerRatePushedPercent: 75,
				answerRateNotPushedPercent: 17,
				text: 'Coverage 40 %: the name and reason were pushed for 4 of 10 calls. Answered: 75 % of those, 17 % of the others.',
			});
			expect(view(execution, 'Name')).toEqual([
				['Acme Bank KYC', 4, 2, 2],
				['Acme Bank Cards', 4, 2, 2],
				['(not personalised)', 2, 0, 0],
			]);
			expect(view(execution, 'Hour')).toEqual([
				['10:00', 4, 2, 1],
				['11:00', 5, 2, 3],
				['18:00', 1, 0, 0],
			]);
			expect(view(execution, 'Pushed or not')).toEqual([
				['pushed', 4, 4, 3],
				['not pushed', 6, 0, 1],
			]);
			expect(view(execution, 'Why not pushed').map(([group, calls]) => [group, calls])).toEqual([
				['notTruecallerUser', 1],
				['osNotSupported', 1],
				['appVersionNotSupported', 1],
				['serverFault', 1],
				['(not personalised)', 2],
			]);
			expect(execution.items('Rows to correct').map(({ json }) => json.name)).toEqual([
				'Arjun Mehta',
			]);
			expect(JSON.stringify(report(execution))).not.toMatch(/\bseen\b/i);
		});

		test('keeps, writes and sends nothing', () => {
			expect(execution.items('Nothing is written or sent')).toHaveLength(1);
			expect(execution.items('Keep the outcome')).toEqual([]);
			expect(others).toEqual([]);
		});
	});
});
