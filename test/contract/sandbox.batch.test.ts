import { readExample, shapeOf } from './examples';
import { ACCOUNT, JSON_TYPE, openCaller, recordNow, recordsNow } from './caller';
import type { Caller, Headers } from './caller';

let caller: Caller;
let bearer: Headers;
beforeAll(async () => {
	caller = await openCaller();
});
afterAll(async () => await caller.close());
beforeEach(async () => {
	caller.sandbox.control.reset();
	caller.sandbox.control.settings({ batchRowOrder: 'sent', batchSettleMs: 0 });
	bearer = await caller.bearer();
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const WITHOUT_PLUS = { caller_number: '911234567890', receiver_number: '919876543210' };
const V1_RECORD = {
	label_id: 'c6d86658-008d-4c08-98fb-2bf2649d59a5',
	label_name: 'Flower',
	call_reason: 'Flower Delivery',
	caller: '911234567890',
	receiver: '919876543210',
};
const v1Now = (more: object = {}) => {
	const { starts_at, ends_at } = recordNow();
	return { ...V1_RECORD, starts_at, ends_at, ...more };
};
const batchIdOf = (message: string) => /BatchID: (\S+)$/.exec(message)?.[1] ?? '';
const invalid = (field: string, text: string) => ({
	status_info: { status: 'error', field, message: `Request body is invalid: ${text}` },
});

describe('a batch is accepted', () => {
	it.each(['batchV3.accepted', 'batchV2.accepted', 'batchV2.loginAgain'])(
		'or not, as printed in %s',
		async (name) => {
			const { request, response } = readExample(name);
			caller.sandbox.control.settings({ batchV2AcceptsPlus: true });
			const headers = response.status === 200 ? { ...request.headers, ...bearer } : JSON_TYPE;
			const { method, path, body } = request;
			const answer = await caller.send({ method, url: path, data: body, headers });
			expect(answer.status).toBe(response.status);
			expect(shapeOf(answer.data)).toEqual(shapeOf(response.body));
			if (answer.status === 401) expect(answer.data).toEqual(response.body);
			if (answer.status === 200) expect(answer.data.batch_id).toMatch(UUID);
		},
	);

	it.each(['batchV1.uploaded', 'realTimeV1.uploaded'])('as printed in %s', async (name) => {
		const { request, response } = readExample(name);
		const data = name === 'batchV1.uploaded' ? { call_records: [v1Now()] } : v1Now();
		const headers = { ...request.headers, ...bearer };
		const answer = await caller.send({ method: 'POST', url: request.path, data, headers });
		const printed = readExample('batchV1.uploaded').response.body;
		expect(answer.status).toBe(200);
		expect(shapeOf(answer.data)).toEqual(shapeOf(response.body));
		const words = ({ message }: { message: string }) => message.replace(/\S+$/, '');
		expect(words(answer.data)).toBe(words(JSON.parse(JSON.stringify(printed))));
		const { data: rows } = await caller.batchStatus('', bearer, batchIdOf(answer.data.message));
		expect(rows).toMatchObject([{ ...V1_RECORD, status: 'success' }]);
	});

	it.each([1, 500])('with %i records', async (count) => {
		const { status, data } = await caller.batch('/v3', bearer, recordsNow(count));
		expect(status).toBe(200);
		const { data: answer } = await caller.batchStatus('/v3', bearer, data.batch_id);
		expect(answer.data).toHaveLength(count);
	});
});

describe('a batch is refused as a whole', () => {
	const between = 'call_records must contain between 1 and 500 records';

	it.each<[string, unknown, string]>([
		['has no records', undefined, 'call_records is required'],
		['has an object for records', {}, 'call_records must be an array'],
		['is empty', [], between],
		['has 501 records', recordsNow(501), between],
		[
			'has a text among the records',
			[recordNow(), 'record'],
			'call_records must contain objects only',
		],
	])('when it %s', async (_why, records, text) => {
		for (const version of ['/v3', '/v2']) {
			const { status, data } = await caller.batch(version, bearer, records);
			expect({ status, data }).toEqual({ status: 400, data: invalid('call_records', text) });
		}
		const { status, data } = await caller.batch('', bearer, records);
		const message = `Request body is invalid: ${text}`;
		expect({ status, data }).toEqual({ status: 400, data: { slug: 'invalid-input', message } });
	});

	it('when it has a field nobody knows, or is no JSON', async () => {
		const url = `/v3/clients/${ACCOUNT}/dynamic_call_records`;
		const headers = { ...bearer, ...JSON_TYPE };
		const unknown = await caller.send({ method: 'POST', url, headers, data: { records: [] } });
		expect(unknown.data).toEqual(invalid('records', 'records is not allowed'));
		const broken = await caller.send({ method: 'POST', url, headers, data: '{' });
		const message = 'Request body is invalid: body must be a JSON object';
		expect(broken.data).toEqual({ status_info: { status: 'error', message } });
	});

	it('without a good token, of another account, and for a key without the access', async () => {
		const { keys } = caller.sandbox;
		expect((await caller.batch('/v3', {}, recordsNow(1))).status).toBe(401);
		for (const key of [keys.withoutCallPersonalisation, keys.secondAccount]) {
			const other = await caller.bearer(key);
			expect((await caller.batch('/v3', other, recordsNow(1))).status).toBe(403);
			expect((await caller.batchStatus('/v3', other, 'x')).status).toBe(403);
		}
	});

	it('for one bad record only when told to, and then none is delivered', async () => {
		const { control } = caller.sandbox;
		control.settings({ batchWithBadRecord: 'refused', unreachableOnce: true });
		const out = { receiver_number: '+919876540004' };
		const records = recordsNow(3).map((each, index) => ({ ...each, ...(index ? {} : out) }));
		const bad = records.map((each, index) => (index === 2 ? { ...each, ends_at: 1 } : each));
		const text = 'call_records[2]: ends_at cannot be older than current time';
		const { status, data } = await caller.batch('/v3', bearer, bad);
		expect({ status, data }).toEqual({ status: 400, data: invalid('ends_at', text) });
		const { data: accepted } = await caller.batch('/v3', bearer, records);
		const { data: answer } = await caller.batchStatus('/v3', bearer, accepted.batch_id);
		expect(answer.data[0].status_info.message).toBe('Failed to push');
	});
});

describe('a bad record is accepted with its batch, and told in its row', () => {
	const statusOf = async (version: string, records: object[]) => {
		const { data } = await caller.batch(version, bearer, records);
		const { data: answer } = await caller.batchStatus(version, bearer, data.batch_id);
		return answer.data.map(({ status_info }: { status_info: object }) => status_info);
	};

	it('between two good ones', async () => {
		const [first, second, third] = recordsNow(3);
		const rows = await statusOf('/v3', [{ ...first }, { ...second, ends_at: 1 }, { ...third }]);
		const { status_info } = invalid('ends_at', 'ends_at cannot be older than current time');
		expect(rows).toEqual([{ status: 'success' }, status_info, { status: 'success' }]);
	});

	it('with the rules of real-time calls', async () => {
		const [record] = recordsNow(1);
		const changes = [
			{ caller: '91' },
			{ dynamic_call_reason: 'short' },
			{ starts_at: 'now' },
			{ label_id: 'x' },
		];
		const rows = await statusOf(
			'/v3',
			changes.map((change) => ({ ...record, ...change })),
		);
		const fields = rows.map(({ field }: { field: string }) => field);
		expect(fields).toEqual(['caller', 'dynamic_call_reason', 'starts_at', 'label_id']);
	});

	it('when v3 gets a number without +, or v2 one with, unless told otherwise', async () => {
		const [plus] = recordsNow(1);
		const plain = { ...plus, ...WITHOUT_PLUS };
		const fault = (rule: string) =>
			invalid('caller_number', `caller_number must be ${rule}`).status_info;
		expect(await statusOf('/v3', [plain])).toEqual([fault('in E.164 format, with +')]);
		expect(await statusOf('/v2', [{ ...plus }])).toEqual([
			fault('country code and digits, without +'),
		]);
		caller.sandbox.control.settings({ batchV3AcceptsNoPlus: true, batchV2AcceptsPlus: true });
		for (const version of ['/v3', '/v2']) {
			const success = { status: 'success' };
			expect(await statusOf(version, [{ ...plus }, plain])).toEqual([success, success]);
		}
	});

	it('in the words of v1 for v1, which has never heard of newer names', async () => {
		const records = [v1Now({ call_reason: 'short' }), v1Now({ caller_number: '91' })];
		const { data } = await caller.batch('', bearer, records);
		const { data: rows } = await caller.batchStatus('', bearer, batchIdOf(data.message));
		expect(rows).toMatchObject([
			{ status: 'error', field: 'call_reason', call_reason: 'short' },
			{ status: 'error', field: 'caller_number' },
		]);
		expect(rows[0].message).toBe(
			'Request body is invalid: call_reason must be between 10 and 100 characters',
		);
	});
});

describe('sixty batches in a minute', () => {
	it('go through, of all versions together, and the next does not', async () => {
		const { control } = caller.sandbox;
		control.freezeClock();
		const send = async (version: string) => (await caller.batch(version, bearer, [])).status;
		for (const version of ['/v3', '/v2', '']) {
			const statuses = await Promise.all(
				Array.from({ length: 20 }, async () => await send(version)),
			);
			expect(new Set(statuses)).toEqual(new Set([400]));
		}
		expect(await Promise.all(['/v3', '/v2', ''].map(send))).toEqual([429, 429, 429]);
		expect((await caller.batchStatus('/v3', bearer, 'x')).status).toBe(404);
		const other = await caller.bearer();
		expect((await caller.batch('/v3', other, [])).status).toBe(400);
		control.advanceClock(59_999);
		expect(await send('/v3')).toBe(429);
		control.advanceClock(1);
		expect(await send('/v3')).toBe(400);
	});

	it('and 500 records are fewer when set', async () => {
		caller.sandbox.control.settings({ limits: { batchCallsPerWindow: 2, recordsPerBatch: 100 } });
		expect((await caller.batch('/v3', bearer, recordsNow(101))).status).toBe(400);
		expect((await caller.batch('/v3', bearer, recordsNow(100))).status).toBe(200);
		expect((await caller.batch('/v3', bearer, recordsNow(1))).status).toBe(429);
	});
});

it('a version that was switched off is a path nobody knows, and the others go on', async () => {
	caller.sandbox.control.settings({ missingRoutes: ['v3', 'labels'] });
	const { status, data } = await caller.batch('/v3', bearer, recordsNow(1));
	const message = `no route for POST /v3/clients/${ACCOUNT}/dynamic_call_records`;
	expect({ status, data }).toEqual({ status: 404, data: { slug: 'not-found-error', message } });
	expect((await caller.batchStatus('/v3', bearer, 'x')).data.message).toContain('no route for GET');
	expect((await caller.labels(bearer)).status).toBe(404);
	expect((await caller.batch('/v2', bearer, [recordNow()])).status).toBe(200);
	expect(caller.sandbox.control.counts()).toMatchObject({
		batchV3: { 404: 1 },
		batchV2: { 200: 1 },
	});
});
