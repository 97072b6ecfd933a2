import type { ICredentialTestRequest } from 'n8n-workflow';

import { DEFAULT_BASE_URL } from '../nodes/Truecaller/api/facts/endpoints';

const OR_A_PROXY =
	'If this is not it, a proxy or firewall between n8n and Truecaller answered: ask whoever runs the network of n8n to let requests through to Base URL.';
const OUT_OF_SERVICE =
	'Truecaller, or a proxy on the way to it, is out of service at the moment. Try again in a few minutes.';

/**
 * Message for each status with which Truecaller refuses the labels; the login has worked before
 * that. n8n compares only the status. A proxy may answer with the same status, so those messages
 * mention the proxy, too.
 */
const RULES: ReadonlyArray<readonly [status: number, message: string]> = [
	[
		401,
		`Truecaller gave an access token, and then the token was not accepted. Try again in a minute. ${OR_A_PROXY}`,
	],
	[
		403,
		`The login worked, but the labels were refused. In the Truecaller console, under Manage API Keys, give the key access to Call Personalisation; if it cannot be chosen there, ask cs@truecaller.com whether your package includes it. ${OR_A_PROXY}`,
	],
	[
		404,
		`The login worked, but the labels were not found. Check Base URL in the credential. ${OR_A_PROXY}`,
	],
	[
		407,
		'A proxy between n8n and Truecaller turned the request away. Check HTTPS_PROXY of n8n and its user name and password.',
	],
	[
		429,
		`The login worked, but the labels were asked for too often. Try again in a minute. ${OR_A_PROXY}`,
	],
	[
		500,
		'The login worked, but Truecaller has a fault of its own at the moment. Try again in a few minutes.',
	],
	[502, OUT_OF_SERVICE],
	[503, OUT_OF_SERVICE],
	[504, OUT_OF_SERVICE],
];

/**
 * The test of a credential: logs in and reads the labels, which every key with Call Personalisation
 * may do.
 */
export const CONNECTION_TEST: ICredentialTestRequest = {
	request: {
		baseURL: `={{(($credentials.baseUrl || "").trim() || "${DEFAULT_BASE_URL}").replace(/\\/+$/, "")}}`,
		url: '=/clients/{{$credentials.clientAccountId.trim()}}/labels',
		headers: { Accept: 'application/json' },
		disableFollowRedirect: true,
	},
	rules: RULES.map(([value, message]) => ({
		type: 'responseCode',
		properties: { value, message },
	})),
};
