import type { IDataObject } from 'n8n-workflow';

import { customers, personaliseCall } from '../support/calls';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
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

const sendBatch = async (): Promise<string> => {
	const { items } = await stage.engine.runNode({
		parameters: personaliseCall({ operation: 'personaliseBulk' }),
		items: customers(...PHONES),
	});
	return String(items[0]?.json.batchId);
};
const getStatus = async (batchId: unknown, onError?: 'continueRegularOutput') =>
	await stage.engine.runNode({
		parameters: { resource: 'batch', operation: 'getStatus', batchId: '={{ $json.batchId }}' },
		items: [{ batchId: batchId as string }],
		onError,
	});

describe('the status of a batch', () => {
	it('says for each call what became of it, whatever the order of the rows', async () => {
		const batchId = await sendBatch();
		stage.sandbox.control.advanceClock(10_000);
		const { items } = await getStatus(batchId);
		const byReceiver = new Map(
			items.map(({ json }) => [
				(json.callRecord as { receiver_number: string }).receiver_number.slice(-4),
				json,
			]),
		);
		expect(
			['0000', '0001', '0002', '0003', '0004', '0005', '0007'].map((last) => [
				byReceiver.get(last)?.outcome,
				byReceiver.get(last)?.reason,
			]),
		).toEqual([
			['pushed', null],
			['cannotShow', 'notTruecallerUser'],
			['cannotShow', 'osNotSupported'],
			['cannotShow', 'appVersionNotSupported'],
			['tryAgain', 'failedToPush'],
			['refused', 'invalidInput'],
			['unknown', 'serverFault'],
		]);
		expect(Object.keys(byReceiver.get('0001') ?? {})).toEqual([
			'receiverNumber',
			'outcome',
			'personalised',
			'reason',
			'advice',
			'message',
			'window',
			'batchId',
			'recordId',
			'callRecord',
		]);
		expect(byReceiver.get('0001')).toEqual({
			receiverNumber: '+919876540001',
			outcome: 'cannotShow',
			personalised: false,
			reason: 'notTruecallerUser',
			advice:
				'Place the call as usual; this person does not use Truecaller and sees no name or reason',
			message: 'Receiver is not a Truecaller user',
			window: {
				start: expect.stringMatching(/\+05:30$/),
				end: expect.stringMatching(/\+05:30$/),
				timezone: 'Asia/Kolkata',
			},
			batchId,
			recordId: expect.any(String),
			callRecord: expect.objectContaining({
				caller_number: '+912268012345',
				receiver_number: '+919876540001',
			}),
		});
	});

	it('says running while Truecaller has not decided', async () => {
		const batchId = await sendBatch();
		const { items } = await getStatus(batchId);
		expect(items.map(({ json }) => [json.outcome, json.personalised, json.advice])).toEqual(
			Array(7).fill(['running', false, 'Ask for the status again in a minute']),
		);
	});

	it('says running when Truecaller does not list the calls yet', async () => {
		stage.sandbox.control.settings({ batchUnsettledRows: 'absent' });
		const { items } = await getStatus(await sendBatch());
		expect(items.map(({ json }) => [json.outcome, json.recordId])).toEqual([['running', null]]);
	});

	it.each(['status_info', 'statusInfo', 'flat'] as const)(
		'is understood in the dialect %s, with former names and with or without +',
		async (dialect) => {
			for (const change of [
				{ batchRowNames: 'former' as const },
				{ batchRowNumbers: 'withoutPlus' as const },
			]) {
				stage.sandbox.control.settings({ dialect, batchSettleMs: 0, ...change });
				const { items } = await getStatus(await sendBatch());
				expect(items.map(({ json }) => json.outcome).sort()).toEqual([
					'cannotShow',
					'cannotShow',
					'cannotShow',
					'pushed',
					'refused',
					'tryAgain',
					'unknown',
				]);
			}
		},
	);

	it('tells of a batch that Truecaller does not know', async () => {
		const { error } = await getStatus('00000000-0000-4000-8000-000000000000');
		expect(error?.message).toBe('Truecaller does not know this batch');
		expect(error?.description).toBe(
			"Check 'Batch ID': it is in the output of Personalise Many, and only the account that sent a batch can ask for it. If it is right, choose another 'API Version' under Options; v3 was asked.",
		);
	});

	it('asks for a batch ID where an expression yields none, and goes on with the others', async () => {
		const batchId = await sendBatch();
		const { items } = await stage.engine.runNode({
			parameters: { resource: 'batch', operation: 'getStatus', batchId: '={{ $json.batchId }}' },
			items: [{ batchId }, { batchId: null }, { batchId: '00000000-0000-4000-8000-000000000000' }],
			onError: 'continueRegularOutput',
		});
		// Seven calls, and an error for each of the two others.
		expect(items).toHaveLength(9);
		expect(items[7]).toEqual({
			json: { error: "'Batch ID' is empty", details: expect.any(Object) },
			pairedItem: { item: 1 },
		});
		expect(items[8]).toMatchObject({
			json: { error: 'Truecaller does not know this batch' },
			pairedItem: { item: 2 },
		});
	});
});

describe('the status behind Personalise Many', () => {
	const status = { resource: 'batch', operation: 'getStatus', batchId: '={{ $json.batchId }}' };
	const asked = () => stage.sandbox.control.received('batchV3Status').length;
	const sendMany = async () => {
		const { items } = await stage.engine.runNode({
			parameters: personaliseCall({ operation: 'personaliseBulk' }),
			items: customers(...PHONES, '9876540001'),
		});
		stage.sandbox.control.advanceClock(10_000);
		return items.map(({ json }) => json);
	};
	const receiversOf = (items: ReadonlyArray<{ json: IDataObject; pairedItem?: unknown }>) =>
		items.map(({ json, pairedItem }) => [json.receiverNumber, pairedItem]);
	const eachItsOwn = [...PHONES, '9876540001'].map((phone, item) => [`+91${phone}`, { item }]);

	it('asks for a batch once, and gives each item the row of its own call', async () => {
		const sent = await sendMany();
		const { items } = await stage.engine.runNode({ parameters: status, items: sent });
		expect(receiversOf(items)).toEqual(eachItsOwn);
		expect(asked()).toBe(1);
	});

	it('finds the own call by its receiver where the item has kept nothing else', async () => {
		const sent = (await sendMany()).map(({ batchId, receiverNumber }) => ({
			batchId,
			receiverNumber,
		}));
		const { items } = await stage.engine.runNode({ parameters: status, items: sent });
		expect(receiversOf(items)).toEqual(eachItsOwn);
		expect(asked()).toBe(1);
	});

	it('gives all rows of a batch once where no item names its call', async () => {
		const sent = (await sendMany()).map(({ batchId }) => ({ batchId }));
		const { items } = await stage.engine.runNode({ parameters: status, items: sent });
		expect(items.map(({ json }) => json.receiverNumber).sort()).toEqual(
			eachItsOwn.map(([receiver]) => receiver).sort(),
		);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(sent.map(() => ({ item: 0 })));
		expect(asked()).toBe(1);
	});

	it('says running of each call by its receiver while Truecaller lists none', async () => {
		stage.sandbox.control.settings({ batchUnsettledRows: 'absent', batchSettleMs: 60_000 });
		const sent = await sendMany();
		const { items } = await stage.engine.runNode({ parameters: status, items: sent });
		expect(items.map(({ json }) => json.outcome)).toEqual(sent.map(() => 'running'));
		expect(receiversOf(items)).toEqual(eachItsOwn);
	});
});
