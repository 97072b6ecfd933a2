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

import { DEFAULT_BASE_URL } from '../nodes/Truecaller/api/facts/endpoints';
import { hasOwnToken, readKey, tokenKeyOf } from '../nodes/Truecaller/api/access/key';
import { findKeyFault } from '../nodes/Truecaller/api/access/keyFault';
import { logIn } from '../nodes/Truecaller/api/access/login';
import { createLoginError } from '../nodes/Truecaller/api/access/loginFailure';
import { createTokens } from '../nodes/Truecaller/api/access/tokens';
import { FIELDS } from './fields';

/** One governor per process: it is what keeps parallel executions from logging in side by side. */
const tokens = createTokens();

/** The client account, the API key, and an access token that renews itself. */
export class TruecallerApi implements ICredentialType {
	name = 'truecallerApi';

	displayName = 'Truecaller API';

	icon: Icon = {
		light: 'file:../nodes/Truecaller/truecaller.svg',
		dark: 'file:../nodes/Truecaller/truecaller.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-truecaller/n8n-nodes-truecaller#credentials';

	properties: INodeProperties[] = FIELDS;

	/** n8n calls this when there is no token, when a call was answered 401, and in every credential test. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const key = readKey(credentials);
		const fault = findKeyFault(key);
		if (fault) throw createLoginError(fault);
		// A token of another key is like none: the account, or an expression, may have changed since.
		const current = hasOwnToken(credentials)
			? {
					token: String(credentials.accessToken),
					issuedAtMs: Number(credentials.tokenIssuedAt ?? 0),
				}
			: { token: '', issuedAtMs: 0 };
		const answer = await tokens.renew(key, current, async () => await logIn(this, key));
		if (!answer.ok) throw createLoginError(answer);
		return {
			accessToken: answer.token,
			tokenIssuedAt: answer.issuedAtMs,
			tokenKey: tokenKeyOf(credentials),
		};
	}

	/** Sends no token of another account: Truecaller answers 401 then, and n8n asks for a token of this one. */
	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: {
				Authorization:
					'=Bearer {{($credentials.tokenKey || "").startsWith($credentials.baseUrl + " " + $credentials.clientAccountId + " " + $credentials.keyId + " ") ? $credentials.accessToken : "none"}}',
			},
		},
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{(($credentials.baseUrl || "").trim() || "${DEFAULT_BASE_URL}").replace(/\\/+$/, "")}}`,
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
