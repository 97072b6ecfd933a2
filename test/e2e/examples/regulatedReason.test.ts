import type { Execution } from '../../../playground/n8n/execution';
import { Refusal, type Call } from '../../support/thirdParties';
import { decide, slackAt } from './approval';
import { openJourney, withParameters, type Journey } from './journey';

const salesforce = 'acme.my.salesforce.com/services/data/v59.0';
const tasksAt = `POST ${salesforce}/sobjects/task`;
const dialledAt = 'POST dialler.example.com/calls';
const newCase = (id: string, Subject: string, ContactId = '003A') => ({
	Id: id,
	CaseNumber: `0000${id}`,
	Subject,
	ContactId,
	OwnerId: '005X',
	CreatedDate: '2026-01-01T00:00:00.000+0000',
});
const contacts: Record<string, object> = {
	'003A': { Id: '003A', MobilePhone: '98765 40000' },
	'003B': { Id: '003B', Phone: '98765' },
};

describe('a regulated reason', () => {
	let journey: Journey;
	let cases: object[] = [];
	beforeAll(async () => {
		journey = await openJourney('regulated-reason', {
			[`GET ${salesforce}/query`]: () => ({ totalSize: cases.length, done: true, records: cases }),
			[`GET ${salesforce}/sobjects/contact/*`]: ({ to }: Call) =>
				contacts[to.split('/').at(-1) ?? ''] ?? {},
			[tasksAt]: { id: '00T1', success: true },
			[slackAt]: { ok: true, message: {} },
			[dialledAt]: { queued: true },
		});
	});
	afterEach(() => journey.forget());
	afterAll(async () => await journey.close());

	const reasons = () =>
		(journey.received('realTimeV2') as Array<{ dynamic_call_reason: string }>).map(
			({ dynamic_call_reason: reason }) => reason,
		);
	const tasks = () =>
		journey.parties
			.calls(tasksAt)
			.map(
				({ body }) =>
					body as { Subject: string; Description: string; Status: string; WhatId: string },
			);
	const run = async (records: object[], decision?: string, changes = {}): Promise<Execution> => {
		cases = records;
		const copy = await journey.create(changes);
		const running = copy.run('New case');
		if (decision) await Promise.race([decide(journey, decision), running]);
		const execution = await running;
		expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
		return execution;
	};

	test('waits for compliance, goes out, and needs no asking the second time', async () => {
		await run([newCase('101', 'Your KYC papers expire soon')], 'Approve');
		expect(reasons()).toEqual(['Your KYC papers expire soon']);
		expect(journey.parties.calls(dialledAt).map(({ body }) => body)).toEqual([
			{ from: '+91 11 4000 0101', to: '98765 40000', reference: '0000101' },
		]);
		expect(tasks()).toMatchObject([
			{
				Subject: 'Called: Your KYC papers expire soon',
				Description: 'The phone showed the reason. Place the call. Text: approved by compliance',
				Status: 'Completed',
				WhatId: '101',
			},
		]);
		journey.forget();
		await run([newCase('102', ' Your KYC papers expire soon ')]);
		expect([reasons(), journey.parties.calls(slackAt)]).toEqual([
			['Your KYC papers expire soon'],
			[],
		]);
	});

	test.each([
		['declines', 'Decline', {}],
		[
			'says nothing in time',
			undefined,
			{
				'Ask compliance': withParameters({
					options: {
						limitWaitTime: {
							values: { limitType: 'afterTimeInterval', resumeAmount: 0.0003, resumeUnit: 'hours' },
						},
					},
				}),
			},
		],
	])('gives way to the standard text when compliance %s', async (_title, decision, changes) => {
		await run([newCase('103', 'You owe us money')], decision, changes);
		expect(reasons()).toEqual(['About your case with us']);
		expect(tasks()[0]?.Description).toContain('You owe us money was not approved');
	});

	test('that breaks a rule is explained to the writer, and the call goes out with the standard text', async () => {
		await run([newCase('104', 'Loan & EMI (overdue)')], 'Approve');
		expect(reasons()).toEqual(['About your case with us']);
		expect(
			tasks()
				.map(({ Subject }) => Subject)
				.sort(),
		).toEqual(['Called: About your case with us', 'The reason of the call breaks a rule']);
		expect(tasks().find(({ Subject }) => Subject.startsWith('The reason'))?.Description).toMatch(
			/^Loan & EMI \(overdue\) breaks a rule: 'Call Reason' .+ The call goes out with the standard text\.$/,
		);
	});

	test('of three cases goes one after the other, and a bad number stops only its own', async () => {
		await run([
			newCase('105', 'Your KYC papers expire soon'),
			newCase('106', 'Your KYC papers expire soon', '003B'),
			newCase('107', 'Your KYC papers expire soon'),
		]);
		expect(reasons()).toHaveLength(2);
		expect(tasks().map(({ Subject, WhatId }) => [WhatId, Subject])).toEqual([
			['105', 'Called: Your KYC papers expire soon'],
			['106', 'Correct the number of the contact'],
			['107', 'Called: Your KYC papers expire soon'],
		]);
	});

	test('is no reason not to call: Truecaller away, or the dialler refusing', async () => {
		journey.sandbox.control.next({ route: 'realTimeV2', status: 403 });
		await run([newCase('108', 'Your KYC papers expire soon')]);
		expect([journey.parties.calls(dialledAt).length, tasks()[0]?.Description]).toEqual([
			1,
			expect.stringContaining('The phone showed the bare number'),
		]);
		journey.forget();
		journey.parties.reply({ [dialledAt]: new Refusal(503) });
		await run([newCase('109', 'Your KYC papers expire soon')]);
		expect(tasks()).toMatchObject([
			{ Subject: 'Call by hand: the dialler did not take the call', Status: 'Not Started' },
		]);
	});
});
