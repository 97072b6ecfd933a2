import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { isObject } from '../nodes/Truecaller/api/reading/answer';
import { DEFAULT_BASE_URL, ENDPOINTS, toUrl } from '../nodes/Truecaller/api/facts/endpoints';
import { findKeyFault } from '../nodes/Truecaller/api/access/keyFault';
import {
	createLoginError,
	LOGIN_TIMEOUT_MS,
	readLogin,
	readLoginResponse,
	readNetworkFailure,
} from '../nodes/Truecaller/api/access/login';
import { createTokens } from '../nodes/Truecaller/api/access/tokens';
import type { Key, LoginAnswer } from '../nodes/Truecaller/api/access/tokens';

/** One governor per process: it is what keeps parallel executions from logging in side by side. */
const tokens = createTokens();

const readKey = (credentials: ICredentialDataDecryptedObject): Key => {
	const text = (name: string) => String(credentials[name] ?? '').trim();
	return {
		baseUrl: text('baseUrl') || DEFAULT_BASE_URL,
		clientAccountId: text('clientAccountId'),
		keyId: text('keyId'),
		apiKey: text('apiKey'),
	};
};

/** [D3][D4] getting-started/generate-access-token. Never throws: n8n would log in a second time, or show a bare code. */
const logIn = async ({ helpers }: IHttpRequestHelper, key: Key): Promise<LoginAnswer> => {
	try {
		const response: unknown = await helpers.httpRequest({
			method: 'POST',
			url: toUrl(ENDPOINTS.login, key.baseUrl, key.clientAccountId),
			headers: {
				'X-Public-Access': 'allow',
				'Content-Type': 'application/json',
				Accept: 'application/json',
			},
			body: { key_id: key.keyId, api_key: key.apiKey },
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: LOGIN_TIMEOUT_MS,
		});
		return readLogin(readLoginResponse(response, Date.now()));
	} catch (error) {
		const { code, syscall } = isObject(error) ? error : {};
		return readLogin({ ok: false, failure: readNetworkFailure(String(code ?? ''), syscall) });
	}
};

/** For the notice in the form, which shows while the address is typed; what is refused is decided in api/baseUrl.ts. */
const HTTP_TO_ANOTHER_MACHINE =
	'^\\s*[Hh][Tt][Tt][Pp]://(?!(localhost|127\\.[0-9.]+|\\[::1\\])([:/]|\\s*$))';

/** The client account, the API key, and an access token that renews itself. */
export class TruecallerApi implements ICredentialType {
	name = 'truecallerApi';

	displayName = 'Truecaller API';

	icon: Icon = {
		light: 'file:../nodes/Truecaller/truecaller.svg',
		dark: 'file:../nodes/Truecaller/truecaller.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-truecaller/n8n-nodes-truecaller#credentials';

	properties: INodeProperties[] = [
		{
			displayName:
				'The first three values are in the Truecaller console under <b>Manage API Keys</b>. No account yet? Paste those of the sandbox of this pack: <code>npm run sandbox</code> prints them, and its page shows them under <b>Account</b>.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Client Account ID',
			name: 'clientAccountId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 91c173bb-28d8-4030-9722-8663ff9589f3',
			description:
				'The ID of your business account, shown in the Truecaller console under Manage API Keys',
		},
		{
			displayName: 'Key ID',
			name: 'keyId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 5f0c2a9e-8d1b-4c55-9a37-2f6c1d0e7b84',
			description:
				'The Key ID of an API key. The console shows it only once, when the key is made; an account can have five keys at a time.',
		},
		{
			displayName: 'Secret API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The secret that belongs to the Key ID. The console shows it only once; if it is lost, regenerate the key there.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: DEFAULT_BASE_URL,
			description:
				'Leave this as it is. To try things out without an account, enter the address of the sandbox.',
		},
		{
			displayName:
				'<b>Not encrypted.</b> An address that starts with http:// lets others read the Secret API Key, the access token and phone numbers on their way. Use https:// for anything but a sandbox in your own network; over the internet http:// is refused.',
			name: 'unencrypted',
			type: 'notice',
			default: '',
			displayOptions: { show: { baseUrl: [{ _cnd: { regex: HTTP_TO_ANOTHER_MACHINE } }] } },
		},
		{
			displayName: 'Webhook Key',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'Only for the Truecaller Trigger',
			description:
				'Only for the Truecaller Trigger: what events must bring along as ?key= in the URL that you register. Make one of at least 16 characters, only A–Z, a–z, 0–9, - and _, for example with a password generator whose symbols are switched off, and keep a copy for the URL.',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Token Issued At',
			name: 'tokenIssuedAt',
			type: 'hidden',
			typeOptions: { password: true },
			default: 0,
		},
	];

	/** n8n calls this when there is no token, when a call was answered 401, and in every credential test. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const key = readKey(credentials);
		const fault = findKeyFault(key);
		if (fault) throw createLoginError(fault);
		const current = {
			token: String(credentials.accessToken ?? ''),
			issuedAtMs: Number(credentials.tokenIssuedAt ?? 0),
		};
		const answer = await tokens.renew(key, current, async () => await logIn(this, key));
		if (!answer.ok) throw createLoginError(answer);
		return { accessToken: answer.token, tokenIssuedAt: answer.issuedAtMs };
	}

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.accessToken}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{($credentials.baseUrl || "").trim().replace(/\\/+$/, "")}}',
			url: '=/clients/{{$credentials.clientAccountId.trim()}}/labels',
			headers: { Accept: 'application/json' },
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'The key is right, but it has no access to Call Personalisation. In the Truecaller console, under Manage API Keys, give the key that access; if it cannot be chosen there, ask cs@truecaller.com whether your package includes it.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Truecaller gave an access token and then did not accept it. Try again in a minute.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'The Base URL is not the address of the Truecaller API. Correct Base URL in the credential.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 429,
					message: 'Truecaller asks for fewer calls. The key is right; try again in a minute.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 500,
					message:
						'The key is right, but Truecaller has a fault of its own at the moment. Try again in a few minutes.',
				},
			},
		],
	};
}
