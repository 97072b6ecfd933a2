import type { INode } from 'n8n-workflow';

import { customers, personaliseCall } from '../support/calls';
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
const calls = (route: string) => stage.sandbox.control.received(route).length;

describe('Retry Unreachable', () => {
	it('sends calls to unreachable phones once more, and nothing else, and tells of the first try', async () => {
		stage.sandbox.control.settings({ unreachableOnce: true });
		const { items } = await run(waiting({ retryUnreachable: true, maxWait: 60 }));
		expect(items.map(({ json }) => json.outcome)).toEqual([
			'pushed',
			'cannotShow',
			'cannotShow',
			'cannotShow',
			'pushed',
			'refused',
			'unknown',
		]);
		const [first, second] = stage.sandbox.control
			.received('batchV3')
			.map(
				({ body }) => (body as { call_records: Array<{ receiver_number: string }> }).call_records,
			);
		expect([
			first?.length,
			second?.map((record) => record.receiver_number),
			calls('batchV3'),
		]).toEqual([7, ['+919876540004'], 2]);
		expect(items[4]?.json.firstTry).toEqual({
			batchId: expect.any(String),
			outcome: 'tryAgain',
			reason: 'failedToPush',
			message: 'Failed to push',
		});
		expect(items.filter(({ json }) => 'firstTry' in json)).toHaveLength(1);
	}, 90_000);

	it('keeps the outcome when the phone is still out of reach', async () => {
		const { items } = await run(
			waiting({ retryUnreachable: true, maxWait: 60 }),
			customers('9876540004'),
		);
		expect(items[0]?.json).toMatchObject({
			outcome: 'tryAgain',
			reason: 'failedToPush',
			firstTry: { reason: 'failedToPush' },
		});
		expect(stage.sandbox.control.received('batchV3').map(({ status }) => status)).toEqual([
			200, 200,
		]);
	}, 90_000);
});
