import type { Execution } from '../../../playground/n8n/execution';
import { Refusal } from '../../support/thirdParties';
import { decide, slackAt } from './approval';
import { openJourney, withParameters, type Journey } from './journey';

const featureSetId = 'f5f5f5f5-0000-4000-8000-000000000002';
const sheet = 'sheets.googleapis.com/v4/spreadsheets/made-up';
const schedule = 'Every weekday at 9';
/** As somebody has it who uses it: until then the button of the editor must lead to the sample list. */
const inUse = {
	[schedule]: () => ({ disabled: false }),
	'Sheet of live numbers': withParameters({
		documentId: { __rl: true, mode: 'id', value: 'made-up' },
	}),
};
/** As Google gives them: text where somebody wrote spaces, else a number. */
const asInTheSheet = [
	['phone', 'team'],
	['011 4000 0201', 'Delhi'],
	[],
	[911600100201, 'Delhi'],
	['+91 1600 100 202', 'Mumbai'],
];
const asPlanned =
	'Acme Bank – KYC: 2 to list (+911600100201, +911600100202), 1 to take off (+911140000202), 0 to list again once they are off (), 1 stay.';
const asBefore = ['911140000201 listed', '911140000202 listed'];

describe('numbers as code', () => {
	let journey: Journey;
	let values: unknown[][] = [];
	beforeEach(async () => {
		values = asInTheSheet;
		journey = await openJourney('numbers-as-code', {
			[`GET ${sheet}`]: { sheets: [{ properties: { sheetId: 0, title: 'Sheet1' } }] },
			[`GET ${sheet}/values/*`]: () => ({ values }),
			[slackAt]: { ok: true, message: {} },
		});
		journey.sandbox.control.settings({ listingMs: 300, delistingMs: 300 });
	});
	afterEach(async () => {
		expect(journey.parties.unplanned).toEqual([]);
		await journey.close();
	});

	const held = () =>
		journey.sandbox.control
			.numbers(featureSetId)
			.map(({ phoneNumber, state }) => `${phoneNumber} ${state}`)
			.sort();
	const said = () => journey.parties.calls(slackAt).map(({ body }) => String(body.text));
	const run = async (decision?: string, changes = {}): Promise<Execution> => {
		const copy = await journey.create({ ...inUse, ...changes });
		const running = copy.run(schedule);
		if (decision) await Promise.race([decide(journey, decision), running]);
		return await running;
	};
	const succeeded = (execution: Execution) =>
		expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);

	test('shows the plan for the sheet, is approved, and reports what was done', async () => {
		succeeded(await run('Approve'));
		const [question, report, ...others] = journey.parties.calls(slackAt);
		expect(JSON.stringify(question?.body)).toContain(asPlanned);
		expect([report?.authorization, report?.body]).toMatchObject([
			'Bearer made-up-slack-token',
			{
				channel: '#truecaller-numbers',
				text: 'Acme Bank – KYC: 2 listed, 1 taken off, 1 as before, 0 still pending, 0 failed.',
			},
		]);
		expect(others).toEqual([]);
		expect(held()).toEqual(['911140000201 listed', '911600100201 listed', '911600100202 listed']);
	});

	test('asks and tells nobody when there is nothing to do', async () => {
		values = [['phone'], ['011 4000 0201'], ['011 4000 0202']];
		succeeded(await run());
		expect(said()).toEqual([]);
	});

	test.each([
		['somebody declines', 'Decline', {}],
		[
			'nobody answers in time',
			undefined,
			{
				'Ask for approval': withParameters({
					options: {
						limitWaitTime: {
							values: { limitType: 'afterTimeInterval', resumeAmount: 0.0003, resumeUnit: 'hours' },
						},
					},
				}),
			},
		],
	])('changes nothing when %s', async (_title, decision, changes) => {
		succeeded(await run(decision, changes));
		expect(said().slice(1)).toEqual([
			`Nothing was changed: nobody approved in time, or somebody declined. ${asPlanned}`,
		]);
		expect(held()).toEqual(asBefore);
	});

	test('takes off no more than was shown, when the feature set has changed meanwhile', async () => {
		const copy = await journey.create(inUse);
		const running = copy.run(schedule);
		journey.parties.reply({
			[slackAt]: () => (
				journey.sandbox.control.seedNumbers({
					featureSetId,
					phoneNumbers: ['911140000203'],
					state: 'listed',
				}),
				{ ok: true }
			),
		});
		await decide(journey, 'Approve');
		succeeded(await running);
		expect(said().slice(1)).toEqual([
			"Stopped: 2 numbers would be delisted, and 'Max Removals' is 1. What was done before is in the report; the next run makes a new plan.",
		]);
		expect(held()).toEqual([...asBefore, '911140000203 listed']);
	});

	test('stops before anybody is asked when too many would be taken off', async () => {
		journey.sandbox.control.seedNumbers({
			featureSetId,
			phoneNumbers: Array.from({ length: 12 }, (_, index) => `9111400012${10 + index}`),
			state: 'listed',
		});
		succeeded(await run());
		expect(said()).toEqual([
			expect.stringMatching(
				/^Nothing was changed, for this would take off too many numbers\. .+ raise Max Removals/,
			),
		]);
		expect(held()).toHaveLength(14);
	});

	test.each([
		[
			'a number cannot be read',
			() => (values = [...asInTheSheet, ['011 4000']]),
			/^Nothing was changed\. Row 6, 011 4000: 'Phone Numbers' \(ending in 4000\) is too short for India \(\+91\): 6 digits where 10 are expected\. Check [^\n]+$/,
		],
		['the sheet is empty', () => (values = [['phone']]), /The list of numbers is empty/],
		[
			'the column has another name',
			() => (values = [['number'], ['011 4000 0201']]),
			/The list of numbers is empty/,
		],
		[
			'the sheet cannot be read',
			() =>
				journey.parties.reply({
					[`GET ${sheet}`]: new Refusal(403, {
						error: { message: 'The caller does not have permission' },
					}),
				}),
			/The sheet cannot be read: Forbidden/,
		],
		[
			'Truecaller refuses the key',
			() => journey.sandbox.control.next({ route: 'numbers', times: 3, status: 403 }),
			/Truecaller does not allow this with your API key\. In the Truecaller console/,
		],
	])('tells once, and changes nothing, when %s', async (_title, happen, words) => {
		happen();
		succeeded(await run());
		expect(said()).toEqual([expect.stringMatching(/^Nothing was changed\. /)]);
		expect(said()[0]).toMatch(words);
		expect(held()).toEqual(asBefore);
	});

	test('reports a number that fails and one that is pending as what they are', async () => {
		journey.sandbox.control.settings({ listingMs: 60_000 });
		values = [['phone'], ['011 4000 0201'], ['011 4000 0202'], ['011 4000 9001'], ['1600 100 201']];
		succeeded(
			await run('Approve', {
				'Sync: apply': ({ parameters }: { parameters: object & { options?: object } }) => ({
					parameters: { ...parameters, options: { ...parameters.options, maxWait: 2 } },
				}),
			}),
		);
		expect(said()[1]).toMatch(
			/^Acme Bank – KYC: 0 listed, 0 taken off, 2 as before, 1 still pending, 1 failed\./,
		);
		expect(said()[1]).toMatch(/\n\+911140009001: .+/);
		expect(said()[1]).toMatch(/\n\+911600100201: .+/);
	});

	test('ends as failed when Slack cannot ask or tell, and asks for nothing a second time', async () => {
		journey.parties.reply({ [slackAt]: new Refusal(503) });
		expect((await run()).status).toBe('error');
		expect([said().length, held()]).toEqual([1, asBefore]);
		journey.parties.reset();
		journey.parties.reply({
			[slackAt]: (call) =>
				'text' in call.body && String(call.body.text).includes('listed,')
					? new Refusal(503)
					: { ok: true, message: {} },
		});
		expect((await run('Approve')).status).toBe('error');
		expect(journey.parties.calls(slackAt)).toHaveLength(4);
		expect(journey.received('publish')).toHaveLength(1);
	});
});
