/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test, never shipped */
import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { PERSONALISE_CALL } from '../../../nodes/Truecaller/api/facts/endpoints';
import { createLoginError } from '../../../nodes/Truecaller/api/access/loginFailure';
import { rateLimiterOf } from '../../../nodes/Truecaller/api/pacing/rateLimiter';
import { createApi } from '../../../nodes/Truecaller/api/request';
import type { OpenContent } from '../../../nodes/Truecaller/api/dialects/speech';
import type { Api } from '../../../nodes/Truecaller/api/request';
import { createStrict } from '../../support/strict';

const PUSHED = { statusCode: 200, body: '{"status_info":{"status":"success"}}', headers: {} };
const refused = (statusCode: number, body: unknown, headers = {}) => ({
	statusCode,
	body: JSON.stringify(body),
	headers,
});

type Answer = (options: IHttpRequestOptions, expired: readonly number[]) => unknown;

let stages = 0;

/** A door behind which the answers of the test wait, one for each request. Every stage has a pace of its own. */
const setStage = async (answers: readonly Answer[], isStopped = () => false) => {
	const baseUrl = `https://${stages++}.example.com`;
	const sent: IHttpRequestOptions[] = [];
	const request = async (
		_type: string,
		options: IHttpRequestOptions,
		{ preAuthenticationRetryStatusCode: expired }: { preAuthenticationRetryStatusCode: number[] },
	) => {
		const answer = answers[sent.length];
		sent.push({ ...options });
		if (!answer) throw new Error('One request too many');
		return await answer(options, expired);
	};
	const context = createStrict<IExecuteFunctions>({
		getNodeParameter: (() => 'truecaller') as never,
		getCredentials: (async () => ({
			baseUrl,
			clientAccountId: ' a ',
			accessToken: 'any-token',
		})) as never,
		getExecutionCancelSignal: () => createStrict<AbortSignal>({ aborted: isStopped() }),
		helpers: createStrict<IExecuteFunctions['helpers']>({
			httpRequestWithAuthentication: request as never,
		}),
	});
	const api = await createApi(context);
	if (!api.ok) throw new Error(api.problem.message);
	return { api: api.value, sent, gate: rateLimiterOf(`${baseUrl} a`, 'realTime') };
};

const personalise = async (api: Api, call: OpenContent = {}) =>
	await api.send(PERSONALISE_CALL.v2, { body: (nowMs) => ({ starts_at: nowMs }), ...call });
const failing =
	(error: unknown): Answer =>
	async () => {
		throw error;
	};
const withCode = (code: string): Answer =>
	failing(Object.assign(new Error('outer'), { cause: { code } }));

describe('a call that changes something', () => {
	it.each([
		['was refused', () => refused(400, { status_info: { status: 'error', field: 'ends_at' } })],
		['met a fault of the server', () => refused(503, {}, { 'retry-after': '0' })],
		['lost its connection', withCode('ECONNRESET')],
		['got no answer in time', withCode('ECONNABORTED')],
		['got an answer that cannot be read', () => ({ statusCode: 200, body: '<html>', headers: {} })],
		['got something that is no response', () => 'oops'],
	])('is sent once when it %s', async (_title, answer) => {
		const { api, sent } = await setStage([answer]);
		expect((await personalise(api)).ok).toBe(false);
		expect(sent).toHaveLength(1);
	});

	it.each([
		['one call too many', () => refused(429, {}, { 'retry-after': '0' })],
		['no connection', withCode('ECONNREFUSED')],
		[
			'a login that did not get through',
			failing(
				createLoginError({
					ok: false,
					kind: 'temporary',
					reached: false,
					message: 'Not reached',
					todo: '',
				}),
			),
		],
	])(
		'is sent again, word for word, after %s, when nothing can have happened',
		async (_title, answer) => {
			const { api, sent } = await setStage([answer, () => PUSHED]);
			expect((await personalise(api)).ok).toBe(true);
			expect(sent).toHaveLength(2);
			expect(JSON.stringify(sent[1]?.body)).toEqual(JSON.stringify(sent[0]?.body));
		},
	);

	it('counts against the pace whenever n8n makes text of it, which it does just before it sends', async () => {
		const textOf = ({ body }: IHttpRequestOptions) => JSON.stringify(body);
		const { api, gate } = await setStage([
			(options) => {
				expect(Array.from({ length: 100 }, () => textOf(options)).at(-1)).toMatch(
					/^{"starts_at":\d+}$/,
				);
				return PUSHED;
			},
		]);
		expect((await personalise(api)).ok).toBe(true);
		let waitMs = 0;
		await gate.nextSlot(async (ms) => {
			waitMs = ms;
			return false;
		});
		expect(waitMs).toBeGreaterThan(500);
	});

	it('is not sent again after its time limit, and the pace of the others is not spent on it', async () => {
		const fill = async () => {
			for (let call = 1; call < 100; call++) await gate.nextSlot(async () => true);
			return refused(429, {}, { 'retry-after': '0' });
		};
		const { api, sent, gate } = await setStage([fill]);
		const startedAt = Date.now();
		const reply = await personalise(api, { timeLimitMs: 300 });
		expect(reply).toMatchObject({ ok: false, failure: { status: 429 } });
		expect(sent).toHaveLength(1);
		expect(Date.now() - startedAt).toBeLessThan(300);
	});

	it('counts as unanswered when its time is up', async () => {
		const never = new Promise(() => undefined);
		const { api, sent } = await setStage([async () => await never]);
		expect(await personalise(api, { timeLimitMs: 30 })).toMatchObject({
			ok: false,
			failure: { kind: 'noAnswer' },
		});
		expect(sent).toHaveLength(1);
	});

	it.each([2 ** 31, 2 ** 32, 1e20, Infinity])(
		'may have any time limit, even one that no timer can hold (%d ms)',
		async (timeLimitMs) => {
			const later = async () =>
				await new Promise((resolve) => setImmediate(() => setImmediate(() => resolve(PUSHED))));
			const { api } = await setStage([later]);
			expect((await personalise(api, { timeLimitMs })).ok).toBe(true);
		},
	);

	it('is not sent when the execution was stopped', async () => {
		const { api, sent } = await setStage([], () => true);
		expect(await personalise(api)).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
		expect(sent).toHaveLength(0);
	});
});

describe('a token that is not accepted', () => {
	const LOGIN_AGAIN = { slug: 'authorization-error', message: 'please login again' };
	const renewsFor =
		(expected: readonly number[]): Answer =>
		(_options, expired) => {
			expect(expired).toEqual(expected);
			return PUSHED;
		};

	it('is renewed for a 401 as a matter of course', async () => {
		const { api } = await setStage([renewsFor([401])]);
		expect((await personalise(api)).ok).toBe(true);
	});

	it.each([
		[500, { slug: 'internal-server-error', message: '500/50011 - Failed to parse token' }],
		[400, LOGIN_AGAIN],
		[403, LOGIN_AGAIN],
	])('is renewed for a %i that says so, too', async (status, body) => {
		const { api, sent } = await setStage([() => refused(status, body), renewsFor([401, status])]);
		expect((await personalise(api)).ok).toBe(true);
		expect(sent).toHaveLength(2);
	});

	it.each([
		[500, { slug: 'internal-server-error', message: 'oops' }],
		[403, { slug: 'forbidden-error', message: 'not authorized. please contact your admin.' }],
		[401, LOGIN_AGAIN],
	])('is not renewed for another fault, or a second time (%i %j)', async (status, body) => {
		const { api, sent } = await setStage([
			failing(
				Object.assign(new Error('outer'), {
					cause: { response: { status, data: JSON.stringify(body), headers: {} } },
				}),
			),
		]);
		expect(await personalise(api)).toMatchObject({
			ok: false,
			failure: { kind: 'answered', status },
		});
		expect(sent).toHaveLength(1);
	});
});

it('sends every call to the account of the credential, and never follows it to another host', async () => {
	const { api, sent } = await setStage([() => PUSHED]);
	await personalise(api);
	expect(sent).toMatchObject([
		{
			url: expect.stringMatching(
				/^https:\/\/\d+\.example\.com\/v2\/clients\/a\/dynamic_call_record$/,
			),
			disableFollowRedirect: true,
			method: 'POST',
		},
	]);
});
