/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test is a Node program, never shipped */
import { setTimeout as pause } from 'node:timers/promises';

import { startSandbox } from '../../sandbox/server';
import { openCaller, recordNow } from './caller';
import type { Caller } from './caller';

let caller: Caller;
beforeAll(async () => {
	caller = await openCaller();
});
afterAll(async () => await caller.close());
beforeEach(() => caller.sandbox.control.reset());

const get = async (path: string) => await caller.send({ method: 'GET', url: `/sandbox${path}` });
const post = async (path: string, data?: unknown) =>
	await caller.send({ method: 'POST', url: `/sandbox${path}`, data });

describe('what was received', () => {
	it('is listed in order, without token and secret, with which token came', async () => {
		const bearer = await caller.bearer();
		await caller.labels(bearer, { page: 2 });
		await caller.personalise(bearer, recordNow());
		const { data } = await get('/received');
		expect(
			data.map(({ route, status }: { route: string; status: number }) => [route, status]),
		).toEqual([
			['token', 200],
			['labels', 200],
			['realTimeV2', 200],
		]);
		expect(data[0].body).toEqual({ key_id: '11111111-1111-4111-8111-111111111111' });
		expect(data[1]).toMatchObject({
			method: 'GET',
			query: { page: '2' },
			tokenOrdinal: 1,
			body: null,
		});
		expect(data[2].body).toMatchObject({ receiver_number: '919876543210' });
		expect(data[2].headers['content-type']).toBe('application/json');
		const secrets = [bearer.Authorization?.slice(7) ?? '?', 'aaaaaaaa-1111'];
		for (const secret of secrets) expect(JSON.stringify(data)).not.toContain(secret);
	});

	it('can be narrowed to a route, and counted, and does not hold the control plane', async () => {
		await caller.labels({});
		await caller.labels(await caller.bearer());
		expect((await get('/received?route=labels')).data).toHaveLength(2);
		const { data } = await get('/counts');
		expect(data).toEqual({ token: { 200: 1 }, labels: { 200: 1, 401: 1 } });
		expect((await get('/received?route=lables')).data.error).toContain('"labels"');
	});
});

describe('the next calls', () => {
	it('meet what was ordered, for their route and as often as ordered, then the ordinary', async () => {
		const bearer = await caller.bearer();
		const body = { slug: 'x', message: 'y' };
		await post('/next', {
			route: 'labels',
			times: 2,
			status: 503,
			body,
			headers: { 'retry-after': '3' },
		});
		await post('/next', { route: 'labels', status: 429 });
		expect((await caller.personalise(bearer, recordNow())).status).toBe(200);
		const first = await caller.labels(bearer);
		expect([first.status, first.data, first.headers['retry-after']]).toEqual([503, body, '3']);
		expect((await caller.labels(bearer)).status).toBe(503);
		expect((await caller.labels(bearer)).data.slug).toBe('rate-limit-error');
		expect((await caller.labels(bearer)).status).toBe(200);
	});

	it('can meet a page that is no JSON, or a redirect', async () => {
		const headers = { 'content-type': 'text/html' };
		await post('/next', { status: 502, body: '<h1>Bad gateway</h1>', headers });
		await post('/next', { status: 302, headers: { location: 'https://example.com/' } });
		const page = await caller.labels({});
		expect([page.status, page.data, page.headers['content-type']]).toEqual([
			502,
			'<h1>Bad gateway</h1>',
			'text/html',
		]);
		expect((await caller.labels({})).headers.location).toBe('https://example.com/');
	});

	it.each(['resetBeforeBody', 'resetAfterBody'])(
		'can lose the connection (%s)',
		async (connection) => {
			const bearer = await caller.bearer();
			await post('/next', { route: 'realTimeV2', connection });
			await expect(caller.personalise(bearer, recordNow())).rejects.toMatchObject({
				code: 'ECONNRESET',
			});
			expect((await caller.personalise(bearer, recordNow())).status).toBe(200);
			expect((await get('/counts')).data.realTimeV2).toEqual({ none: 1, 200: 1 });
			const [broken] = caller.sandbox.control.received('realTimeV2');
			expect(broken?.body === null).toBe(connection === 'resetBeforeBody');
		},
	);

	it('can lose the connection in the middle of an answer to what was done', async () => {
		const bearer = await caller.bearer();
		await post('/next', { route: 'batchV3', connection: 'cutOff' });
		const data = { call_records: [recordNow()] };
		const url = `/v3/clients/${caller.sandbox.keys.full.clientAccountId}/dynamic_call_records`;
		const headers = { ...bearer, 'content-type': 'application/json' };
		await expect(caller.send({ method: 'POST', url, headers, data })).rejects.toMatchObject({
			message: expect.stringMatching(/abort/),
		});
		expect((await get('/counts')).data.batchV3).toEqual({ 200: 1 });
	});

	it('can be slow and otherwise ordinary', async () => {
		caller.sandbox.control.next({ route: 'token', delayMs: 120 });
		caller.sandbox.control.settings({ loginDelayMs: 60, latencyMs: 20 });
		const startMs = performance.now();
		expect((await caller.login()).status).toBe(200);
		expect(performance.now() - startMs).toBeGreaterThanOrEqual(195);
	});

	it.each<[object, string]>([
		[{ route: 'lables', status: 500 }, 'must be one of "token", "labels", "realTimeV2", "batchV3"'],
		[{ status: 99 }, '"status" in the interruption must be a whole number from 200 to 599'],
		[{ times: 2 }, 'needs a "status", a "connection" or "delayMs"'],
		[{ status: 500, connection: 'hang' }, 'a "status" or a "connection", not both'],
		[{ connection: 'hang', body: {} }, 'need a "status"'],
		[{ statusCode: 500 }, 'There is no "statusCode" in the interruption; it knows route, times'],
	])('are not ordered by %j', async (order, words) => {
		const { status, data } = await post('/next', order);
		expect(status).toBe(400);
		expect(data.error).toContain(words);
		expect((await caller.labels({})).status).toBe(401);
	});
});

describe('the settings', () => {
	it('are merged, told, and back to the first after a reset', async () => {
		const before = (await get('/settings')).data;
		await post('/settings', { dialect: 'flat', limits: { loginsPerWindow: 2 } });
		const { data } = await get('/settings');
		const limits = { ...before.limits, loginsPerWindow: 2 };
		expect(data).toEqual({ ...before, dialect: 'flat', limits });
		await post('/reset');
		expect((await get('/settings')).data).toEqual(before);
	});

	it.each<[object, string]>([
		[
			{ dialects: 'flat' },
			'There is no "dialects" in the settings; it knows latencyMs, loginDelayMs',
		],
		[
			{ limits: { loginPerWindow: 1 } },
			'There is no "loginPerWindow" in limits; it knows enforced',
		],
		[
			{ dialect: 'v1' },
			'"dialect" in the settings must be one of "status_info", "statusInfo", "flat"',
		],
		[{ latencyMs: -1 }, '"latencyMs" in the settings must be a whole number from 0'],
		[{ toString: 1 }, 'There is no "toString" in the settings'],
		[[], 'the settings must be a JSON object'],
	])('refuse %j', async (change, words) => {
		const { status, data } = await post('/settings', change);
		expect([status, data.error]).toEqual([400, expect.stringContaining(words)]);
	});
});

it('the clock moves, stands still and comes back', async () => {
	expect((await post('/clock', { advanceMs: 3_600_000 })).data.aheadMs).toBe(3_600_000);
	expect((await post('/clock', { freeze: true })).data.frozen).toBe(true);
	const { data: later } = await get('/clock');
	expect(later.nowMs).toBeGreaterThan(Date.now() + 3_590_000);
	expect((await post('/clock', { reset: true })).data).toMatchObject({ aheadMs: 0, frozen: false });
	expect((await post('/clock', { advanceMs: -5 })).status).toBe(400);
});

it('tokens end when told to', async () => {
	const bearer = await caller.bearer();
	expect((await post('/expire-tokens')).data).toEqual({ expired: 1 });
	expect((await caller.labels(bearer)).status).toBe(401);
});

it('a control path that does not exist names those that do, and broken JSON is called so', async () => {
	const { status, data } = await get('/recieved');
	expect([status, data.error]).toEqual([404, expect.stringContaining('GET /sandbox/received')]);
	expect((await post('/settings', '{')).data).toEqual({ error: 'The body is not JSON' });
	expect((await get('/keys')).data).toEqual(caller.sandbox.keys);
});

it('two sandboxes know nothing of each other, and close at once with a call hanging', async () => {
	const other = await startSandbox();
	other.control.next({ connection: 'hang' });
	const hanging = caller
		.send({ method: 'GET', url: `${other.url}/anything` })
		.catch(({ code }) => code);
	while (!other.control.counts().unknown) await pause(5);
	expect(caller.sandbox.control.counts()).toEqual({});
	const startMs = performance.now();
	await other.close();
	expect(performance.now() - startMs).toBeLessThan(1_000);
	expect(await hanging).toBe('ECONNRESET');
});
