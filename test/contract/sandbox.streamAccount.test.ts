import { FEATURE_SET, openCaller, recordNow, recordsNow } from './caller';
import type { Caller } from './caller';
import { until } from './receiver';
import { listenTo, phonesToldTo, requestsToldTo } from './stream';
import type { StreamListener } from './stream';

let caller: Caller;
let listener: StreamListener;
beforeAll(async () => {
	caller = await openCaller();
});
afterAll(async () => await caller.close());
beforeEach(async () => {
	caller.sandbox.control.reset();
	listener = await listenTo(caller.sandbox.url);
});
afterEach(() => listener.close());

const phonesTold = () => phonesToldTo(listener);
const requestsTold = () => requestsToldTo(listener);

const personalise = async (...receivers: string[]) => {
	const headers = await caller.bearer();
	for (const receiver_number of receivers)
		await caller.personalise(headers, recordNow({ receiver_number })).catch(() => undefined);
};

describe('what the stream tells of the account', () => {
	it('tells how far a batch is, and of each end how many records met it', async () => {
		const { control } = caller.sandbox;
		control.freezeClock();
		const records = [
			...recordsNow(3),
			...recordsNow(1, { receiver_number: '+919876540001' }),
			...recordsNow(1, { receiver_number: '+919876540006' }),
		];
		await caller.batch('/v3', await caller.bearer(), records);
		await until(() => listener.last<unknown[]>('batches')?.length === 1);
		expect(listener.last('batches')).toMatchObject([
			{ settled: false, total: 5, counts: { pending: 5 } },
		]);
		control.advanceClock(2_000);
		await until(() => listener.last<Array<{ settled: boolean }>>('batches')?.[0]?.settled === true);
		expect(listener.last('batches')).toMatchObject([
			{ counts: { success: 3, 'Receiver is not a Truecaller user': 1, 'never answered': 1 } },
		]);
		expect(new Set(phonesTold().map(({ batchId }) => batchId)).size).toBe(1);
	});

	it('tells when time alone has changed the state of a number', async () => {
		const { control } = caller.sandbox;
		const states = () =>
			listener
				.last<{ rows: Array<{ id: string; counts: object }> }>('featureSets')
				?.rows.find(({ id }) => id === FEATURE_SET)?.counts;
		control.freezeClock();
		await caller.change(await caller.bearer(), 'publish', ['911140000555']);
		await until(() => JSON.stringify(states()) === '{"listed":3,"listing":1}');
		control.advanceClock(4_000);
		await until(() => JSON.stringify(states()) === '{"listed":4}');
	});

	it('tells of the eleventh token when the next one is possible', async () => {
		const { control } = caller.sandbox;
		control.freezeClock();
		const { nowMs } = control.clock();
		for (let login = 0; login < 11; login++) await caller.login();
		await until(() => requestsTold().length === 11);
		expect(listener.last('tokens')).toMatchObject({
			used: 10,
			most: 10,
			nextAtMs: nowMs + 30 * 60_000,
		});
	});

	it('counts what came and what was refused, second by second', async () => {
		caller.sandbox.control.settings({ limits: { realTimeCallsPerWindow: 2 } });
		await personalise('919876543210', '919876543211', '919876543212');
		const sum = (name: 'realTime' | 'realTimeRefused') =>
			(listener.last<Array<Record<typeof name, number>>>('rates') ?? []).reduce(
				(total, each) => total + each[name],
				0,
			);
		await until(() => sum('realTime') === 2 && sum('realTimeRefused') === 1);
	});
});
