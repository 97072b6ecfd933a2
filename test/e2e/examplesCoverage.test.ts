import { openExample, type Example } from './example';

describe('the coverage report', () => {
	let example: Example;
	beforeAll(async () => (example = await openExample('coverage-report')));
	afterAll(async () => await example.close());

	test('joins each call with the outcome that held when it was made, and counts', async () => {
		const execution = await example.run();
		const [report, ...more] = execution.items('Report').map(({ json }) => json);
		expect(more).toEqual([]);
		expect(report).toMatchObject({
			calls: 10,
			coveragePercent: 40,
			answerRatePushedPercent: 75,
			answerRateNotPushedPercent: 17,
			text: 'Coverage 40 %: the name and reason were pushed for 4 of 10 calls. Answered: 75 % of those, 17 % of the others.',
		});
		const table = report?.table as Array<Record<string, unknown>>;
		const view = (by: string) => table.filter((row) => row.by === by).map(({ group, calls, pushed, answered }) => [group, calls, pushed, answered]);
		expect(view('Name')).toEqual([
			['Acme Bank KYC', 4, 2, 2],
			['Acme Bank Cards', 4, 2, 2],
			['(not personalised)', 2, 0, 0],
		]);
		expect(view('Hour')).toEqual([
			['10:00', 4, 2, 1],
			['11:00', 5, 2, 3],
			['18:00', 1, 0, 0],
		]);
		expect(view('Pushed or not')).toEqual([
			['pushed', 4, 4, 3],
			['not pushed', 6, 0, 1],
		]);
		expect(view('Why not pushed').map(([group, calls]) => [group, calls])).toEqual([
			['notTruecallerUser', 1],
			['osNotSupported', 1],
			['appVersionNotSupported', 1],
			['serverFault', 1],
			['(not personalised)', 2],
		]);
		expect(example.went(execution, 'Rows to correct', 'name')).toEqual(['Arjun Mehta']);
		expect(JSON.stringify(report)).not.toMatch(/\bseen\b/i);
	});
});
