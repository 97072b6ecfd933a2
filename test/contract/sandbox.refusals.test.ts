import { DEMO_KEYS } from '../../nodes/Truecaller/simulation/demo/account';
import { ACCOUNT, JSON_TYPE, openCaller, recordNow } from './caller';
import type { Caller, Headers } from './caller';

let caller: Caller;
beforeAll(async () => {
	caller = await openCaller();
});
afterAll(async () => await caller.close());
beforeEach(() => caller.sandbox.control.reset());

const PUBLIC: Headers = { 'X-Public-Access': 'allow' };
const KEYS = { key_id: DEMO_KEYS.full.keyId, api_key: DEMO_KEYS.full.apiKey };
const FORBIDDEN = {
	slug: 'forbidden-error',
	message: 'not authorized. please contact your admin.',
};
const LOGIN_AGAIN = { slug: 'authorization-error', message: 'please login again' };

const postLogin = async (data: unknown, headers: Headers = { ...PUBLIC, ...JSON_TYPE }) =>
	await caller.send({ method: 'POST', url: `/clients/${ACCOUNT}/token`, data, headers });

describe('a login is refused', () => {
	const invalid = (message: string) => ({ slug: 'invalid-input', message });

	it.each([
		['has no fields at all', {}, 'api_key is required'],
		['has an empty secret key', { ...KEYS, api_key: '' }, 'api_key is required'],
		['has no key id', { api_key: KEYS.api_key }, 'key_id is required'],
		['has a number for a key id', { ...KEYS, key_id: 7 }, 'key_id must be a string'],
		['has a field nobody knows', { ...KEYS, scope: 'all' }, 'scope is not allowed'],
		['is a list', [KEYS], 'body must be a JSON object'],
		['is not JSON', '{"key_id":', 'body must be a JSON object'],
	])('when the body %s', async (_why, body, message) => {
		const { status, data } = await postLogin(
			typeof body === 'string' ? body : JSON.stringify(body),
		);
		expect({ status, data }).toEqual({ status: 400, data: invalid(message) });
	});

	it.each([{ ...JSON_TYPE }, { ...JSON_TYPE, 'X-Public-Access': 'deny' }])(
		'without the header X-Public-Access: allow',
		async (headers) => {
			const { status, data } = await postLogin(KEYS, headers);
			const message = 'X-Public-Access header must be allow';
			expect({ status, data }).toEqual({ status: 400, data: invalid(message) });
		},
	);

	it('when the body is not declared as JSON', async () => {
		const headers = { ...PUBLIC, 'Content-Type': 'text/plain' };
		const { status, data } = await postLogin(JSON.stringify(KEYS), headers);
		const message = 'Content-Type must be application/json';
		expect({ status, data }).toEqual({ status: 400, data: invalid(message) });
	});

	it('with 401 when the key pair is wrong', async () => {
		const answer = await postLogin({ ...KEYS, api_key: DEMO_KEYS.secondAccount.apiKey });
		const data = { slug: 'authorization-error', message: 'invalid key_id or api_key' };
		expect(answer).toMatchObject({ status: 401, data });
	});

	it.each([
		['of somebody else', '22222222-2222-4222-8222-222222222222'],
		['nobody has', '99999999-9999-4999-8999-999999999999'],
	])('with 403 when a good key comes with an account %s', async (_whose, clientAccountId) => {
		expect(await caller.login({ clientAccountId })).toMatchObject({ status: 403, data: FORBIDDEN });
	});
});

describe('access is refused', () => {
	it('to labels and calls without a token', async () => {
		const refusal = { status: 401, data: LOGIN_AGAIN };
		expect(await caller.labels({})).toMatchObject(refusal);
		expect(await caller.personalise({}, recordNow())).toMatchObject(refusal);
	});

	it('to labels and calls for a key without Call Personalisation', async () => {
		const bearer = await caller.bearer(caller.sandbox.keys.withoutCallPersonalisation);
		const refusal = { status: 403, data: FORBIDDEN };
		expect(await caller.labels(bearer)).toMatchObject(refusal);
		expect(await caller.personalise(bearer, recordNow())).toMatchObject(refusal);
	});

	it('to labels and calls of another account', async () => {
		const bearer = await caller.bearer(caller.sandbox.keys.secondAccount);
		const refusal = { status: 403, data: FORBIDDEN };
		expect(await caller.labels(bearer)).toMatchObject(refusal);
		expect(await caller.personalise(bearer, recordNow())).toMatchObject(refusal);
	});

	it('to a former token only when a new login ends it', async () => {
		const former = await caller.bearer();
		await caller.bearer();
		expect((await caller.labels(former)).status).toBe(200);
		caller.sandbox.control.settings({ newLoginEndsFormerToken: true });
		const latest = await caller.bearer();
		expect((await caller.labels(former)).status).toBe(401);
		expect((await caller.labels(latest)).status).toBe(200);
	});
});

describe('a page of labels is refused', () => {
	it.each([
		['page', '0'],
		['page', '-1'],
		['page', 'first'],
		['limit', '0'],
		['limit', '1.5'],
	])('when %s is %s', async (name, value) => {
		const { status, data } = await caller.labels(await caller.bearer(), { [name]: value });
		const message = `${name} must be an integer of 1 or more`;
		expect({ status, data }).toEqual({ status: 400, data: { slug: 'invalid-input', message } });
	});
});

describe('a path nobody documented is refused', () => {
	it.each([
		['GET', `/clients/${ACCOUNT}/token`],
		['GET', `/clients/${ACCOUNT}/labels/`],
		['GET', '/clients//labels'],
		['GET', `//clients/${ACCOUNT}/labels`],
		['POST', `/v3/clients/${ACCOUNT}/dynamic_call_record`],
		['DELETE', `/clients/${ACCOUNT}/labels`],
	])('as %s %s', async (method, url) => {
		const { status, data } = await caller.send({ method, url: caller.sandbox.url + url });
		const message = `no route for ${method} ${url}`;
		expect({ status, data }).toEqual({ status: 404, data: { slug: 'not-found-error', message } });
		expect(caller.sandbox.control.counts()).toEqual({ unknown: { 404: 1 } });
	});
});

it('any Accept header is accepted', async () => {
	const bearer = await caller.bearer();
	for (const Accept of ['*/*', 'application/vnd.api+json; version=1.0', 'text/html']) {
		expect((await caller.labels({ ...bearer, Accept })).status).toBe(200);
	}
});
