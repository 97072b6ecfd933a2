import { readExample, shapeOf } from './examples';
import { openCaller, recordNow, recordsNow } from './caller';
import type { Caller, Headers } from './caller';

let caller: Caller;
let bearer: Headers;
beforeAll(async () => {
	caller = await openCaller();
});
afterAll(async () => await caller.close());
beforeEach(async () => {
	caller.sandbox.control.reset();
	caller.sandbox.control.freezeClock();
	bearer = await caller.bearer();
});

type Row = Record<string, unknown> & { receiver_number: string; status_info: { status: string } };

const nowMs = () => caller.sandbox.control.clock().nowMs;
const accept = async (records: object[], version = '/v3'): Promise<string> =>
	(await caller.batch(version, bearer, records)).data.batch_id;
const rowsOf = async (batchId: string, version = '/v3'): Promise<Row[]> =>
	(await caller.batchStatus(version, bearer, batchId)).data.data;
const receiversOf = (rows: Array<Record<string, unknown>>) =>
	rows.map(({ receiver_number }) => receiver_number);
const settle = () => caller.sandbox.control.advanceClock(2_000);
/** The record of the printed v2 and v3 status, with a window of today. */
const printed = (more: object = {}) =>
	recordNow({ caller_number: '+911234567890', receiver_number: '+919876543210', ...more }, nowMs());

describe('the status is in the printed shape', () => {
	it.each([
		['batchV3Status.success', '/v3', {}],
		['batchV2Status.success', '/v2', {}],
		['batchV2Status.success.d2a', '/v2', { dialect: 'flat', batchRowNames: 'former' } as const],
		['batchV1Status.success', '', {}],
	])('of %s', async (name, version, settings) => {
		const { response } = readExample(name);
		caller.sandbox.control.settings(settings);
		const id = await accept([printed()]);
		settle();
		const { status, data } = await caller.batchStatus(version, bearer, id);
		expect(status).toBe(200);
		expect(shapeOf(data)).toEqual(shapeOf(response.body));
		const numbers = JSON.stringify(response.body).match(/"\+?\d{12}"/g);
		expect(JSON.stringify(data).match(/"\+?\d{12}"/g)).toEqual(numbers);
	});

	it('with what was sent, an id of each record, and the same at every look', async () => {
		const records = recordsNow(3, printed({ receiver_number: undefined }));
		const numbered = records.map((each, index) => ({
			...each,
			receiver_number: `+91987654321${index}`,
		}));
		const id = await accept(numbered);
		settle();
		const rows = await rowsOf(id);
		expect(rows).toEqual(await rowsOf(id));
		expect(new Set(rows.map((row) => row.id)).size).toBe(3);
		for (const sent of numbered) expect(rows).toContainEqual(expect.objectContaining(sent));
	});

	it('wrapped in statusInfo, and with or without + when told to', async () => {
		const { control } = caller.sandbox;
		const id = await accept([printed()]);
		settle();
		control.settings({ dialect: 'statusInfo', batchRowNumbers: 'withoutPlus' });
		const [row] = await rowsOf(id);
		expect(row).toMatchObject({
			statusInfo: { status: 'success' },
			receiver_number: '919876543210',
		});
		control.settings({ batchRowNumbers: 'withPlus' });
		expect(receiversOf(await rowsOf(id, '/v2'))).toEqual(['+919876543210']);
	});
});

describe('a batch settles', () => {
	it('after two seconds of the sandbox, and until then its records are pending', async () => {
		const id = await accept(recordsNow(3, { ends_at: nowMs() + 60_000 }));
		const statuses = async () => (await rowsOf(id)).map(({ status_info }) => status_info.status);
		caller.sandbox.control.advanceClock(1_999);
		expect(await statuses()).toEqual(['pending', 'pending', 'pending']);
		const { data } = await caller.batchStatus('', bearer, id);
		expect(data.map(({ status }: { status: string }) => status)).toEqual([
			'pending',
			'pending',
			'pending',
		]);
		caller.sandbox.control.advanceClock(1);
		expect(await statuses()).toEqual(['success', 'success', 'success']);
	});

	it('after a time that is set, its records absent until then', async () => {
		caller.sandbox.control.settings({ batchSettleMs: 100, batchUnsettledRows: 'absent' });
		const id = await accept(recordsNow(3));
		expect(await rowsOf(id)).toEqual([]);
		caller.sandbox.control.advanceClock(100);
		expect(await rowsOf(id)).toHaveLength(3);
	});
});

describe('the rows come in another order than sent', () => {
	it.each([2, 3, 10, 500])('%i of them, always the same other order', async (count) => {
		const records = recordsNow(count, { ends_at: nowMs() + 60_000 });
		const [first, second] = [await accept(records), await accept(records)];
		const [rows, again] = [await rowsOf(first), await rowsOf(second)];
		const [sent, received] = [receiversOf(records), receiversOf(rows)];
		expect(received).toEqual(receiversOf(again));
		expect(received.filter((each, index) => each === sent[index])).toEqual([]);
		expect([...received].sort()).toEqual([...sent].sort());
		caller.sandbox.control.settings({ batchRowOrder: 'sent' });
		expect(receiversOf(await rowsOf(first))).toEqual(sent);
	});
});

describe('the last four digits of the receiver choose how a record ends', () => {
	it('as in real-time, but that no row comes for 0006 and only a row fails for 0007', async () => {
		caller.sandbox.control.settings({ batchRowOrder: 'sent' });
		const digits = ['0000', '0001', '0002', '0003', '0004', '0005', '0006', '0007'];
		const id = await accept(digits.map((each) => printed({ receiver_number: `+91987654${each}` })));
		settle();
		const rows = await rowsOf(id);
		const verdicts = rows.map((row) => [row.receiver_number.slice(-4), row.status_info]);
		expect(verdicts).toEqual([
			['0000', { status: 'success' }],
			['0001', { status: 'error', message: 'Receiver is not a Truecaller user' }],
			['0002', { status: 'error', message: "Receiver's OS is not supported" }],
			['0003', { status: 'error', message: "Receiver's app version is not supported" }],
			['0004', { status: 'error', message: 'Failed to push' }],
			['0005', { status: 'error', field: 'receiver_number', message: 'Invalid receiver number' }],
			['0007', { status: 'error', message: 'Internal system errors' }],
		]);
	});

	it('0004 for the first batch or call only, when told so', async () => {
		caller.sandbox.control.settings({ unreachableOnce: true });
		const record = printed({ receiver_number: '+919876540004' });
		const ids = [await accept([record, record]), await accept([record])];
		settle();
		const [first = [], second = []] = await Promise.all(ids.map(async (id) => await rowsOf(id)));
		const statuses = [...first, ...second].map(({ status_info }) => status_info.status);
		expect(statuses).toEqual(['error', 'error', 'success']);
		const receivers = ['919876540004', '918876540004', '918876540004'];
		const answers = [];
		for (const receiver_number of receivers) {
			const call = recordNow({ receiver_number }, nowMs());
			answers.push((await caller.personalise(bearer, call)).status);
		}
		expect(answers).toEqual([200, 400, 200]);
	});
});

describe('a batch nobody knows', () => {
	const id = '0ca10281-11a0-4f86-bb27-7452da543cb6';

	it('is not found, in other words than a path nobody knows', async () => {
		const status_info = { status: 'error', field: 'batchId', message: 'batch not found' };
		for (const version of ['/v3', '/v2']) {
			const { status, data } = await caller.batchStatus(version, bearer, id);
			expect({ status, data }).toEqual({ status: 404, data: { status_info } });
		}
		const { data } = await caller.batchStatus('', bearer, id);
		expect(data).toEqual({ slug: 'not-found-error', message: 'batch not found' });
	});

	it('has no rows when told so', async () => {
		caller.sandbox.control.settings({ unknownBatchStatus: 200 });
		const { status, data } = await caller.batchStatus('/v3', bearer, id);
		const client_account_id = '91c173bb-28d8-4030-9722-8663ff9589f3';
		expect({ status, data }).toEqual({
			status: 200,
			data: { client_account_id, batch_id: id, data: [] },
		});
		expect((await caller.batchStatus('', bearer, id)).data).toEqual([]);
	});

	it('is one of another account, and one from before a reset', async () => {
		const { control, keys } = caller.sandbox;
		const own = await accept([printed()]);
		const theirs = await caller.bearer(keys.secondAccount);
		const url = `/v3/clients/${keys.secondAccount.clientAccountId}/dynamic_call_records?batchId=${own}`;
		expect((await caller.send({ method: 'GET', url, headers: theirs })).status).toBe(404);
		control.reset();
		expect((await caller.batchStatus('/v3', await caller.bearer(), own)).status).toBe(404);
	});

	it('cannot be asked for without its id, or without a good token', async () => {
		const { status, data } = await caller.batchStatus('/v3', bearer, '');
		const message = 'Request body is invalid: batchId is required';
		const status_info = { status: 'error', field: 'batchId', message };
		expect({ status, data }).toEqual({ status: 400, data: { status_info } });
		const v1 = await caller.batchStatus('', bearer, '');
		expect(v1).toMatchObject({ status: 400, data: { slug: 'invalid-input' } });
		expect((await caller.batchStatus('/v3', {}, id)).status).toBe(401);
	});
});
