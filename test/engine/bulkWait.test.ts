/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test, never shipped */
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
const OUTCOMES = [
	'pushed',
	'cannotShow',
	'cannotShow',
	'cannotShow',
	'tryAgain',
	'refused',
	'unknown',
];

const waiting = (more: INode['parameters'] = {}, options = {}) =>
	personaliseCall(
		{ operation: 'personaliseBulk', waitUntilFinished: true, maxWait: 20, ...more },
		options,
	);
const run = async (parameters: INode['parameters'], items = customers(...PHONES)) =>
	await stage.engine.runNode({ parameters, items });
const calls = (route: string) => stage.sandbox.control.received(route).length;

describe('waiting until a batch is finished', () => {
	it('gives every item its own outcome, in the order of the list', async () => {
		const { items, error } = await run(waiting());
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.outcome)).toEqual(OUTCOMES);
		expect(items.map(({ json }) => json.personalised)).toEqual([
			true,
			false,
			false,
			false,
			false,
			false,
			false,
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			PHONES.map((_none, item) => ({ item })),
		);
		expect(items[1]?.json).toMatchObject({
			batchId: expect.any(String),
			message: 'Receiver is not a Truecaller user',
			callRecord: { receiver_number: '+919876540001' },
		});
	});

	it.each([
		['v3', {}],
		['v3', { batchUnsettledRows: 'absent' as const, batchRowNumbers: 'withoutPlus' as const }],
		['v2', { dialect: 'statusInfo' as const }],
		[
			'v2',
			{
				dialect: 'flat' as const,
				batchRowNames: 'former' as const,
				batchRowNumbers: 'withPlus' as const,
			},
		],
		['v1', {}],
	])(
		'works in version %s of the API, whatever the form of its rows (%j)',
		async (apiVersion, settings) => {
			stage.sandbox.control.settings(settings);
			const { items } = await run(waiting({}, { apiVersion }));
			expect(items.map(({ json }) => json.outcome)).toEqual(OUTCOMES);
		},
	);

	it('tells calls to the same person apart by what differs between them', async () => {
		const parameters = waiting(
			{ callerNumber: '+912268012345', callReason: '={{ $json.why }}' },
			{ checks: 'off' },
		);
		const whys = [
			'Your flower delivery today',
			'Hi!',
			'Your flower delivery today',
			'No',
			'Your cake is on its way',
		];
		const { items } = await run(
			parameters,
			whys.map((why) => ({ phone: '+919876540000', why })),
		);
		expect(
			items.map(({ json }) => [
				(json.callRecord as { dynamic_call_reason: string }).dynamic_call_reason,
				json.outcome,
			]),
		).toEqual(whys.map((why) => [why, why.length < 10 ? 'refused' : 'pushed']));
	});

	it('says running, with what to do, when the time is over before Truecaller has decided', async () => {
		stage.sandbox.control.settings({ batchSettleMs: 60_000 });
		const startedAt = Date.now();
		const { items } = await run(waiting({ maxWait: 2 }));
		expect(Date.now() - startedAt).toBeLessThan(6_000);
		expect(items.map(({ json }) => [json.outcome, json.advice])).toEqual(
			PHONES.map(() => [
				'running',
				'Truecaller is still working on this call; get the status of the batch later',
			]),
		);
	});

	it('says missing of a row that never comes', async () => {
		const { items } = await run(
			waiting({ maxWait: 60 }),
			customers('9876540000', '9876540006', '9876540010'),
		);
		expect(items.map(({ json }) => [json.outcome, json.reason])).toEqual([
			['pushed', null],
			['unknown', 'missing'],
			['pushed', null],
		]);
	}, 60_000);

	it.each([
		['an HTML page', [{ status: 200, body: '<html></html>' }]],
		['two faults', [{ status: 500 }, { status: 500 }]],
		['a token that is not accepted', [{ status: 401 }]],
		['a broken connection', [{ connection: 'resetAfterBody' as const }]],
	])('goes on after %s in the middle of asking', async (_what, interruptions) => {
		for (const interruption of interruptions)
			stage.sandbox.control.next({ route: 'batchV3Status', ...interruption });
		const { items } = await run(waiting());
		expect(items.map(({ json }) => json.outcome)).toEqual(OUTCOMES);
		expect(calls('batchV3')).toBe(1);
	});

	it('waits hardly longer than Max Wait when the question is never answered', async () => {
		stage.sandbox.control.next({ route: 'batchV3Status', connection: 'hang', times: 100 });
		const { items } = await run(waiting({ maxWait: 1 }));
		expect(items.map(({ json }) => json.outcome)).toEqual(PHONES.map(() => 'running'));
		expect(calls('batchV3Status')).toBe(1);
	});

	it('loses no call when the status cannot be asked for at all', async () => {
		stage.sandbox.control.settings({
			missingRoutes: ['batchV3Status', 'batchV2Status', 'batchV1Status'],
		});
		const { items } = await run(waiting({ maxWait: 2 }));
		expect(items.map(({ json }) => [json.outcome, json.message])).toEqual(
			PHONES.map(() => ['running', 'Truecaller does not know this batch']),
		);
	});

	it('waits for many batches at once, and gives each call its own outcome', async () => {
		const { items } = await run(waiting(), manyCustomers(1_200));
		expect(items.map(({ json }) => json.outcome)).toEqual(Array(1_200).fill('pushed'));
		expect(
			items.map(({ json }) => (json.callRecord as { receiver_number: string }).receiver_number),
		).toEqual(manyCustomers(1_200).map(({ phone }) => phone));
	});

	it('stops within a second when the execution is stopped', async () => {
		stage.sandbox.control.settings({ batchSettleMs: 60_000 });
		const { result, stop } = stage.engine.startNode({
			parameters: waiting(),
			items: customers(...PHONES),
		});
		while (calls('batchV3Status') < 2) await new Promise((resolve) => setImmediate(resolve));
		stop();
		const stoppedAt = Date.now();
		await result;
		expect(Date.now() - stoppedAt).toBeLessThan(1_000);
	});
});

it('A chosen version that Truecaller does not have is named, and nothing is sent by another', async () => {
	stage.sandbox.control.settings({ missingRoutes: ['v3'] });
	const { error } = await run(waiting({}, { apiVersion: 'v3' }));
	expect(error?.message).toBe('Truecaller does not know version 3 of this call [item 0]');
	expect(error?.description).toContain("Under Options, set 'API Version' to v2.");
	expect([calls('batchV3'), calls('batchV2')]).toEqual([1, 0]);
});
