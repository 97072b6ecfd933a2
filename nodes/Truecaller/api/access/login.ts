import type { IHttpRequestHelper } from 'n8n-workflow';

import { ENDPOINTS, toUrl } from '../facts/endpoints';
import { LIMITS } from '../facts/limits';
import type { WireLogin } from '../facts/wire';
import { ACCOUNT_SLUGS, isObject, readResponse, readUnfit } from '../reading/answer';
import type { Failure, Reply } from '../reading/answer';
import { readNetworkFailure } from '../reading/networkFailure';
import { OBSTACLES } from '../reading/obstacles';
import type { Key } from './key';
import type { LoginAnswer, LoginFailure } from './loginFailure';

/**
 * Truecaller answers a login within 1 or 2 seconds. After this time, the server counts as not
 * answering.
 */
const LOGIN_TIMEOUT_MS = 30_000;

type Told = Pick<LoginFailure, 'kind' | 'message' | 'todo'>;

const WRONG_KEY: Told = {
	kind: 'refused',
	message: 'Truecaller does not accept this Key ID and Secret API Key',
	todo: 'Copy both again from the Truecaller console, under Manage API Keys. The secret is shown only once: if it is lost, regenerate the key there.',
};
const WRONG_ACCOUNT: Told = {
	kind: 'refused',
	message: 'This API key does not belong to this Client Account ID',
	todo: 'Copy the Client Account ID again from the Truecaller console, under Manage API Keys, next to this very key.',
};
const WRONG_BASE_URL: Told = {
	kind: 'refused',
	message: 'The Base URL is not the address of the Truecaller API',
	todo: 'Correct Base URL in the credential, or remove your change to go back to the usual address.',
};
/** Users read the words of `usedUp` instead, which say until when. */
const QUOTA: Told = {
	kind: 'quota',
	message: `All ${LIMITS.loginsPerWindow} access tokens that Truecaller gives in 30 minutes are used up; it will give the next one later`,
	todo: '',
};
const FAULT: Told = {
	kind: 'temporary',
	message: 'Truecaller could not log in, because of a fault of its own',
	todo: 'Try again in a minute.',
};
const UNREACHABLE: Told = {
	kind: 'temporary',
	message: 'Truecaller could not be reached to log in',
	todo: 'Check the network connection of n8n and the Base URL in the credential.',
};

/**
 * Words for a web page or plain text in place of Truecaller's answer. Unlike later requests, a
 * first login cannot assume that the Base URL is right.
 */
const STRANGER: Told = { ...WRONG_BASE_URL, todo: OBSTACLES.stranger.todo };

const tell = ({ kind, status = 0, slug, words, obstacle }: Failure): Told => {
	if (obstacle === 'stranger') return STRANGER;
	if (obstacle) return { kind: 'temporary', ...OBSTACLES[obstacle] };
	if (words) return { kind: 'refused', ...words };
	if (kind !== 'answered') return UNREACHABLE;
	if (status === 429) return QUOTA;
	if (status === 403 || slug === 'forbidden-error') return WRONG_ACCOUNT;
	if (status === 404 || status === 405 || (status >= 300 && status < 400)) return WRONG_BASE_URL;
	return status >= 500 ? FAULT : WRONG_KEY;
};

/**
 * Reads the answer to a login. Every refusal comes with a message and a fix for the user who fills
 * in the credential.
 */
export const readLogin = (reply: Reply): LoginAnswer => {
	if (reply.ok) {
		const token = isObject(reply.body) ? reply.body.token : undefined;
		if (typeof token === 'string' && token !== '') return { ok: true, token };
		const failure = readUnfit(reply.body);
		return {
			ok: false,
			reached: true,
			...(ACCOUNT_SLUGS.has(failure.slug ?? '') ? tell(failure) : WRONG_BASE_URL),
		};
	}
	const { failure } = reply;
	const { kind, retryAfterMs } = failure;
	const obstacle = failure.obstacle === 'stranger' ? undefined : failure.obstacle;
	const reached = kind === 'answered' || kind === 'noAnswer';
	return { ok: false, reached, retryAfterMs, obstacle, ...tell(failure) };
};

const sendLogin = async ({ helpers }: IHttpRequestHelper, key: Key): Promise<unknown> => {
	const body: WireLogin = { key_id: key.keyId, api_key: key.apiKey };
	return await helpers.httpRequest({
		method: ENDPOINTS.login.method,
		url: toUrl(ENDPOINTS.login, key.baseUrl, key.clientAccountId),
		headers: {
			'X-Public-Access': 'allow',
			'Content-Type': 'application/json',
			Accept: 'application/json',
		},
		body,
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: LOGIN_TIMEOUT_MS,
	});
};

/**
 * Logs in. [D3][D4] getting-started/generate-access-token. Never throws: after an error n8n would
 * log in again, or show only a code.
 */
export const logIn = async (n8n: IHttpRequestHelper, key: Key): Promise<LoginAnswer> => {
	try {
		return readLogin(readResponse(await sendLogin(n8n, key), Date.now()));
	} catch (error) {
		const { code, syscall, message } = isObject(error) ? error : {};
		const failure = readNetworkFailure(String(code ?? ''), syscall, String(message ?? ''));
		return readLogin({ ok: false, failure });
	}
};
