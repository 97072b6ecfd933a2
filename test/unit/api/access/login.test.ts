import { NodeApiError } from 'n8n-workflow';

import { readAnswer, readResponse } from '../../../../nodes/Truecaller/api/reading/answer';
import { readNetworkFailure } from '../../../../nodes/Truecaller/api/reading/networkFailure';
import { readLogin } from '../../../../nodes/Truecaller/api/access/login';
import {
	createLoginError,
	findLoginFailure,
} from '../../../../nodes/Truecaller/api/access/loginFailure';
import type { LoginFailure } from '../../../../nodes/Truecaller/api/access/loginFailure';

const loginOf = (status: number, body: unknown, retryAfter?: string) =>
	readLogin(
		readAnswer(
			status,
			typeof body === 'string' ? body : JSON.stringify(body),
			{ 'retry-after': retryAfter },
			0,
		),
	);
const afterCode = (code: string) => readLogin({ ok: false, failure: readNetworkFailure(code) });

it('takes the token out of the answer', () => {
	expect(loginOf(200, { token: 'any-token', created_at: '2025-07-10T06:59:05.72Z' })).toEqual({
		ok: true,
		token: 'any-token',
	});
});

const WRONG_KEY = {
	kind: 'refused',
	message: 'Truecaller does not accept this Key ID and Secret API Key',
	todo: 'Copy both again from the Truecaller console, under Manage API Keys. The secret is shown only once: if it is lost, regenerate the key there.',
};
const WRONG_ACCOUNT = {
	kind: 'refused',
	message: 'This API key does not belong to this Client Account ID',
	todo: 'Copy the Client Account ID again from the Truecaller console, under Manage API Keys, next to this very key.',
};
const WRONG_BASE_URL = {
	kind: 'refused',
	message: 'The Base URL is not the address of the Truecaller API',
	todo: 'Correct Base URL in the credential, or remove your change to go back to the usual address.',
};
const STRANGER = {
	kind: 'refused',
	message: 'The Base URL is not the address of the Truecaller API',
	todo: 'Check Base URL in the credential. If it is right, a proxy or firewall between n8n and Truecaller answered: ask whoever runs the network of n8n to let requests through to Base URL.',
};
const FAULT = {
	kind: 'temporary',
	message: 'Truecaller could not log in, because of a fault of its own',
	todo: 'Try again in a minute.',
};
const UNREACHABLE = {
	kind: 'temporary',
	message: 'Truecaller could not be reached to log in',
	todo: 'Check the network connection of n8n and the Base URL in the credential.',
};
const NO_ADDRESS = {
	kind: 'refused',
	message: 'The Base URL of the credential is not an address that can be called',
	todo: 'Correct Base URL in the credential. It starts with https:// and ends with the name of the host.',
};

describe('a login that Truecaller answers with a refusal says which value is wrong', () => {
	it.each([
		[400, { slug: 'invalid-input', message: 'api_key is required' }, WRONG_KEY],
		[401, { slug: 'authorization-error', message: 'please login again' }, WRONG_KEY],
		[401, '', WRONG_KEY],
		[
			403,
			{ slug: 'forbidden-error', message: 'not authorized. please contact your admin.' },
			WRONG_ACCOUNT,
		],
		[400, { slug: 'forbidden-error', message: 'not authorized' }, WRONG_ACCOUNT],
		[404, '', WRONG_BASE_URL],
		[404, '404 page not found', WRONG_BASE_URL],
		[405, '<html>Not Allowed</html>', WRONG_BASE_URL],
		[302, '', WRONG_BASE_URL],
		[200, { hello: 'world' }, WRONG_BASE_URL],
		[200, { token: '' }, WRONG_BASE_URL],
		[200, { token: 5 }, WRONG_BASE_URL],
		[200, [], WRONG_BASE_URL],
		[500, { slug: 'internal-server-error', message: 'oops' }, FAULT],
		[503, '<html>', FAULT],
		[200, '<html>Sign in to the hotel network</html>', UNREACHABLE],
		[200, '{"token":"a4p0', UNREACHABLE],
		[200, '', UNREACHABLE],
	])('%i %j', (status, body, words) => {
		expect(loginOf(status, body)).toEqual({ ok: false, reached: true, ...words });
	});

	it.each([
		[404, '<!doctype html><title>Not found</title>'],
		[401, '<html>Sign in</html>'],
		[401, 'Access denied by the policy of your company'],
	])('or names a stranger at the Base URL, and counts no token (%i %j)', (status, body) => {
		expect(loginOf(status, body)).toEqual({ ok: false, reached: false, ...STRANGER });
	});

	it('and when Truecaller gives no more tokens, for how long', () => {
		expect(loginOf(429, '', '90')).toMatchObject({
			ok: false,
			kind: 'quota',
			reached: true,
			retryAfterMs: 90_000,
		});
	});
});

describe('a login that gets no answer', () => {
	it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])(
		'never reached Truecaller where no connection was made (%s)',
		(code) => {
			expect(afterCode(code)).toEqual({ ok: false, reached: false, ...UNREACHABLE });
		},
	);

	it.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED', 'UND_ERR_SOCKET', ''])(
		'may have reached it otherwise (%s)',
		(code) => {
			expect(afterCode(code)).toEqual({ ok: false, reached: true, ...UNREACHABLE });
		},
	);

	it.each(['ERR_INVALID_URL', 'ERR_UNSUPPORTED_PROTOCOL'])(
		'says so where Base URL is no address (%s)',
		(code) => {
			expect(afterCode(code)).toEqual({ ok: false, reached: false, ...NO_ADDRESS });
		},
	);
});

describe('the response that n8n hands over', () => {
	it('is read with its headers', () => {
		const reply = readResponse(
			{ statusCode: 429, body: '{"message":"slow down"}', headers: { 'retry-after': '3' } },
			0,
		);
		expect(reply).toMatchObject({
			ok: false,
			failure: { status: 429, said: 'slow down', retryAfterMs: 3_000 },
		});
	});

	it.each([[undefined], [null], ['text'], [{}], [{ body: '{"token":"t"}' }]])(
		'is no answer where it is none (%j)',
		(response) => {
			expect(readResponse(response, 0)).toEqual({ ok: false, failure: { kind: 'noAnswer' } });
		},
	);
});

describe('the error of a credential', () => {
	const failure: LoginFailure = {
		ok: false,
		reached: true,
		kind: 'refused',
		message: 'Wrong key',
		todo: 'Copy it again.',
	};

	it('says everything in its message, and has nothing that makes n8n log in once more or show a code', () => {
		const error = createLoginError(failure);
		expect(error.message).toBe('Wrong key. Copy it again.');
		expect(Object.keys(error)).toEqual(['loginFailure']);
		expect(createLoginError({ ...failure, todo: '' }).message).toBe('Wrong key.');
	});

	it('is found again under what n8n wraps around it', () => {
		const node = {
			id: '1',
			name: 'Truecaller',
			type: 't',
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters: {},
		};
		const error = createLoginError(failure);
		expect(findLoginFailure(error)).toBe(failure);
		expect(findLoginFailure(new NodeApiError(node, error as never))).toBe(failure);
		expect(
			findLoginFailure(new Error('outer', { cause: new Error('inner', { cause: error }) })),
		).toBe(failure);
	});

	it.each([
		[new Error('another')],
		[new Error('outer', { cause: { loginFailure: failure } })],
		['Wrong key'],
		[undefined],
	])('is not seen in anything else (%p)', (error) => {
		expect(findLoginFailure(error)).toBeUndefined();
	});
});
