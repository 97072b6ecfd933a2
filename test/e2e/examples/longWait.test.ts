import { batchesAt, openExample, type Example } from './example';

const names = (receivers: unknown[]) =>
	receivers
		.map((record) => (record as { receiver_number: string }).receiver_number.slice(-4))
		.sort();

describe('send now, look later', () => {
	let example: Example;
	beforeEach(async () => (example = await openExample('long-wait')));
	afterEach(async () => await example.close());

	test('asks round after round until no call is running, then sends each outcome its own way', async () => {
		example.sandbox.control.settings({ batchSettleMs: 4_000 });
		const execution = await example.run();
		const way = (nodeName: string) => names(example.went(execution, nodeName, 'callRecord'));
		expect(way('Place the call')).toEqual(['0000']);
		expect(way('Place the call as usual')).toEqual(['0001', '0002', '0003']);
		expect(way('Try once more')).toEqual(['0004']);
		expect(way('Correct the record')).toEqual(['0005']);
		expect(way('Place the call, note the doubt')).toEqual(['0007']);
		expect(way('Look again later')).toEqual([]);
		expect(example.went(execution, 'Fix the row', 'name')).toEqual(['Arjun Mehta']);
		expect(example.went(execution, 'Batch not known', 'error')).toEqual([]);
		expect(batchesAt(example).map(({ status, receivers }) => [status, receivers.length])).toEqual([
			[200, 7],
		]);
		expect(example.sandbox.control.counts().batchV3Status).toEqual({
			200: execution.items('Each batch once').length,
		});
		expect(execution.items('Each batch once').length).toBeGreaterThan(1);
	});

	test('leaves the loop where Truecaller does not know a batch, and takes nothing round that was never accepted', async () => {
		// The node asks in each version before it says so: one page prints the status in another version than the batch.
		for (const route of ['batchV3Status', 'batchV2Status', 'batchV1Status'] as const)
			example.sandbox.control.next({ route, status: 404 });
		const execution = await example.run();
		expect(example.went(execution, 'Batch not known', 'error')).toEqual([
			'Truecaller does not know this batch',
		]);
		expect(execution.items('Calls')).toEqual([]);

		example.sandbox.control.next({ route: 'batchV3', status: 500, times: 3 });
		const unsent = await example.run();
		expect(unsent.items('Place the call, note the doubt')).toHaveLength(7);
		expect(unsent.items('Wait')).toEqual([]);
	});
});
