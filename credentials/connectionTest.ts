import type { ICredentialTestRequest } from 'n8n-workflow';

import { DEFAULT_BASE_URL } from '../nodes/Truecaller/api/facts/endpoints';

/** The test of a credential: logs in and asks for the labels, which every key with Call Personalisation may read. */
export const CONNECTION_TEST: ICredentialTestRequest = {
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
