import type { IExecuteFunctions, IHttpRequestOptions, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { requestWithToken } from '../../../nodes/Truecaller/api/http';
import { createLoginError } from '../../../nodes/Truecaller/api/access/loginFailure';
import type { LoginFailure } from '../../../nodes/Truecaller/api/access/loginFailure';
import { createStrict } from '../../support/strict';

const node: INode = {
	id: '1',
	name: 'Truecaller',
	type: 'n8n-nodes-truecaller.truecaller',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** As n8n 1.123 and 2.8 wrap what was thrown: the cause is overwritten with nothing. */
const wrapped = (error: Error) =>
	Object.assign(new NodeApiError(node, error as Error & JsonObject), { cause: undefined });

class AxiosError extends Error {}
const answered = (status: number, data: object) =>
	Object.assign(new AxiosError(`Request failed with status code ${status}`), {
		response: { status, data },
	});
const lost = (message: string, code: string) => Object.assign(new AxiosError(message), { code });

type Server = (token: number) => { status: number; body: object };

/**
 * n8n 1.123 and 2.8 (n8n-core, request-helper-functions.js): `ignoreHttpStatusErrors` knows no exceptions, a token
 * is renewed after a thrown 401 alone, and a body outlives the wrapping only as JSON.
 */
const olderN8n = (server: Server) => {
	const seen: number[] = [];
	let token = 1;
	const once = ({ ignoreHttpStatusErrors, encoding }: IHttpRequestOptions) => {
		const { status, body } = server(token);
		seen.push(status);
		const asAsked = encoding === 'json' ? body : JSON.stringify(body);
		if (status >= 400 && !ignoreHttpStatusErrors)
			throw answered(status, encoding === 'json' ? body : {});
		return { statusCode: status, headers: {}, body: asAsked };
	};
	const request = async (_type: string, options: IHttpRequestOptions) => {
		try {
			return once(options);
		} catch (error) {
			if ((error as { response?: { status: number } }).response?.status !== 401)
				throw wrapped(error as Error);
		}
		token++;
		try {
			return once(options);
		} catch (error) {
			throw wrapped(error as Error);
		}
	};
	const helpers = createStrict<IExecuteFunctions['helpers']>({
		httpRequestWithAuthentication: request as never,
	});
	const call = async () =>
		await requestWithToken(createStrict<IExecuteFunctions>({ helpers }), {
			url: 'https://example.com',
			encoding: 'text',
			returnFullResponse: true,
		});
	return { call, seen };
};

const success = { status: 200, body: { status_info: { status: 'success' } } };
const expired = {
	status: 401,
	body: { status_info: { status: 'error', slug: 'authorization-error' } },
};
const throwing =
	(error: Error): Server =>
	() => {
		throw error;
	};

describe('an older n8n', () => {
	it('renews a token that has ended, and the call goes out once', async () => {
		const { call, seen } = olderN8n((token) => (token > 1 ? success : expired));
		expect(await call()).toEqual({ ok: true, status: 200, body: success.body });
		expect(seen).toEqual([401, 401, 200]);
	});

	it('tells that not even a new token is accepted', async () => {
		expect(await olderN8n(() => expired).call()).toMatchObject({
			ok: false,
			failure: { kind: 'answered', status: 401, slug: 'authorization-error' },
		});
	});

	it('does not go on sending when the token is turned away with a fault, which renews nothing there', async () => {
		const { call, seen } = olderN8n(() => ({
			status: 500,
			body: { message: '500/50011 - Failed to parse token' },
		}));
		expect(await call()).toMatchObject({
			ok: false,
			failure: { kind: 'answered', status: 401, slug: 'authorization-error' },
		});
		expect(seen).toEqual([500, 500]);
	});

	it('tells what Truecaller said of a record that it refused after the token was renewed', async () => {
		const body = { status_info: { status: 'error', field: 'ends_at', message: 'Too late' } };
		const { call } = olderN8n((token) => (token > 1 ? { status: 400, body } : expired));
		expect(await call()).toMatchObject({
			ok: false,
			failure: { kind: 'answered', status: 400, field: 'ends_at', said: 'Too late' },
		});
	});

	it.each([
		['a connection that was lost', lost('read ECONNRESET', 'ECONNRESET'), 'noAnswer'],
		['a call that took too long', lost('timeout of 60000ms exceeded', 'ECONNABORTED'), 'noAnswer'],
		[
			'a host that went away while it answered',
			lost('read EHOSTUNREACH', 'EHOSTUNREACH'),
			'noAnswer',
		],
		['a host that is not there', lost('getaddrinfo ENOTFOUND example.com', 'ENOTFOUND'), 'notSent'],
		['a connection refused on every address', lost('', 'ECONNREFUSED'), 'notSent'],
		['an address that cannot be called', lost('Invalid URL', 'ERR_INVALID_URL'), 'setUp'],
	])('tells %s by what is left of it', async (_title, error, kind) => {
		expect(await olderN8n(throwing(error)).call()).toMatchObject({ ok: false, failure: { kind } });
	});

	it.each([
		['refused', 'login'],
		['quota', 'login'],
		['temporary', 'notSent'],
	] as const)('tells a login that was %s by its words', async (kind, asFailure) => {
		const login: LoginFailure = {
			ok: false,
			kind,
			reached: true,
			message: `It was ${kind}`,
			todo: 'Do this.',
		};
		const { call } = olderN8n(throwing(createLoginError(login)));
		expect(await call()).toEqual({
			ok: false,
			failure: { kind: asFailure, words: { message: `It was ${kind}`, todo: 'Do this.' } },
		});
	});

	it('remembers the words of a hundred failed logins, and no more', async () => {
		const failure = (index: number): LoginFailure => ({
			ok: false,
			kind: 'quota',
			reached: false,
			message: `Login ${index}`,
			todo: '',
		});
		const [first, ...others] = Array.from({ length: 101 }, (_none, index) =>
			createLoginError(failure(index)),
		);
		expect(await olderN8n(throwing(first ?? new Error())).call()).toMatchObject({
			failure: { kind: 'setUp' },
		});
		expect(await olderN8n(throwing(others[0] ?? new Error())).call()).toMatchObject({
			failure: { kind: 'login' },
		});
	});
});
