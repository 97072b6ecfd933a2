import type { Execution } from '../../playground/execution';
import { batchesAt, openExample, type Example } from './example';

describe('the morning list', () => {
	let example: Example;
	let execution: Execution;

	beforeAll(async () => {
		example = await openExample('morning-list');
		execution = await example.run();
	});
	afterAll(async () => await example.close());

	const rows = (nodeName: string) => execution.items(nodeName).map(({ json }) => (json.input as { row_number: number } | undefined)?.row_number ?? json.row_number);

	test('sends each outcome its own way, and what cannot be read back to the sheet', () => {
		expect(rows('Call list of the dialler')).toEqual([2, 10, 12]);
		expect(rows('Send a text message first')).toEqual([3, 4, 5]);
		expect(rows('Correct the row')).toEqual([7]);
		expect(rows('Call anyway')).toEqual([6, 8]);
		expect(rows('Back to the sheet')).toEqual([9, 11, 13]);
	});

	test('writes one text per person who would see a bare number', () => {
		expect(execution.items('Text first')[0]?.json.text).toBe('Hello Ravi Kumar, Acme Bank will call you this morning from +91 80 4567 8900: Your new card is on its way');
	});

	test('makes one row to write back of each row of the sheet, in its order', () => {
		const told = execution.items('In the order of the sheet').map(({ json }) => [json.row_number, json.outcome, json.reason, json.next]);
		expect(told).toEqual([
			[2, 'pushed', '', 'Call now'],
			[3, 'cannotShow', 'notTruecallerUser', 'Send a text message, then call'],
			[4, 'cannotShow', 'osNotSupported', 'Send a text message, then call'],
			[5, 'cannotShow', 'appVersionNotSupported', 'Send a text message, then call'],
			[6, 'tryAgain', 'failedToPush', 'Call anyway, in the afternoon'],
			[7, 'refused', 'invalidInput', 'Correct the row'],
			[8, 'unknown', 'serverFault', 'Call anyway, in the afternoon'],
			[9, 'not sent', '', 'Correct the row'],
			[10, 'pushed', '', 'Call now'],
			[11, 'not sent', '', 'Correct the row'],
			[12, 'pushed', '', 'Call now'],
			[13, 'not sent', '', 'Correct the row'],
		]);
	});

	test('tells in each bad row what is wrong with it', () => {
		const bad = execution.items('In the order of the sheet').filter(({ json }) => json.outcome === 'not sent');
		expect(bad.map(({ json }) => json.advice)).toEqual([
			'Receiver Number is too short for India (+91): 9 digits where 10 are expected',
			expect.stringContaining('Receiver Number'),
			expect.stringContaining('Label Name'),
		]);
		expect(execution.items('In the order of the sheet')[5]?.json.truecaller_said).toBe('Invalid receiver number');
	});

	test('sends nine calls at once, and only the unreachable phone a second time', () => {
		expect(batchesAt(example)).toEqual([
			{ status: 200, receivers: ['0000', '0001', '0002', '0003', '0004', '0005', '0007', '0008', '0009'] },
			{ status: 200, receivers: ['0004'] },
		]);
		expect(example.sandbox.control.received('token')).toHaveLength(1);
	});

	test('repairs the reasons, and leaves out one that is too short', () => {
		const [{ body } = { body: {} }] = example.sandbox.control.received('batchV3');
		const reasons = (body as { call_records: Array<{ dynamic_call_reason?: string }> }).call_records.map((record) => record.dynamic_call_reason);
		expect(reasons.slice(-2)).toEqual(['Your loan and insurance papers final are ready', undefined]);
	});
});
