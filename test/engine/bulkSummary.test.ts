import type { INode } from 'n8n-workflow';

import { customers, manyCustomers, personaliseCall } from '../support/calls';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
	stage.sandbox.control.settings({ batchSettleMs: 500 });
});
afterEach(async () => {
	await stage.sandbox.close();
});

const PHONES = [
	'9876540000',
	'9876540001',
	'9876540002',
	'9876540003',
	'9876540004',
	'9876540005',
	'9876540007',
];

const waiting = (more: INode['parameters'] = {}, options = {}) =>
	personaliseCall(
		{ operation: 'personaliseBulk', waitUntilFinished: true, maxWait: 20, ...more },
		options,
	);
const run = async (parameters: INode['parameters'], items = customers(...PHONES)) =>
	await stage.engine.runNode({ parameters, items });
describe('Summary', () => {
	it('counts the outcomes in one item, which add up, and names the items that could not be sent', async () => {
		const parameters = waiting({ summary: true });
		const { items } = await stage.engine.runNode({
			parameters,
			items: customers(...PHONES, 'nobody'),
			onError: 'continueRegularOutput',
		});
		expect(items).toEqual([
			{
				json: {
					total: 8,
					accepted: 0,
					running: 0,
					pushed: 1,
					cannotShow: 3,
					tryAgain: 1,
					refused: 2,
					unknown: 1,
					byReason: {
						notTruecallerUser: 1,
						osNotSupported: 1,
						appVersionNotSupported: 1,
						failedToPush: 1,
						invalidInput: 2,
						serverFault: 1,
					},
					batchIds: [expect.any(String)],
					durationMs: expect.any(Number),
					problems: [{ item: 7, message: "'Receiver Number' has letters in it" }],
				},
				pairedItem: Array.from({ length: 8 }, (_none, item) => ({ item })),
			},
		]);
	});

	it('counts as accepted what was not waited for', async () => {
		const { items } = await run(personaliseCall({ operation: 'personaliseBulk', summary: true }));
		expect(items.map(({ json }) => [json.total, json.accepted, json.pushed])).toEqual([[7, 7, 0]]);
	});
});

it('Calls that were not pushed are counted above the output', async () => {
	const { run: ran } = await run(waiting());
	expect(ran.data.resultData.runData.Truecaller?.[0]?.hints?.map(({ message }) => message)).toEqual(
		[
			'6 of 7 calls were not pushed: 1 not on Truecaller, 1 not on Android, 1 with an old app, 1 unreachable, 1 refused, 1 lost in a fault of Truecaller.',
		],
	);
	const { run: well } = await run(waiting(), manyCustomers(3));
	expect(well.data.resultData.runData.Truecaller?.[0]?.hints).toMatchObject([
		{ message: '3 calls were pushed. Next: place the calls.' },
	]);
});
