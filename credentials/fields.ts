import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_BASE_URL } from '../nodes/Truecaller/api/facts/endpoints';
import { LIMITS } from '../nodes/Truecaller/api/facts/limits';

/**
 * Shows the notice in the form while the user types the address. api/access/baseUrl.ts decides what
 * is refused.
 */
const HTTP_TO_ANOTHER_MACHINE =
	'^\\s*[Hh][Tt][Tt][Pp]://(?!(localhost|127\\.[0-9.]+|\\[::1\\])([:/]|\\s*$))';

/** The form of the credential, and the values that n8n stores for it. */
export const FIELDS: INodeProperties[] = [
	{
		displayName:
			'The first three values are in the Truecaller console under <b>Manage API Keys</b>. No account yet? In the Truecaller node, set <b>Connect To</b> to <b>Simulation (No Account Needed)</b>: it works without this credential. For a test server of your own, see the <a href="https://github.com/n8n-nodes-truecaller/n8n-nodes-truecaller/blob/main/docs/simulation.md#sandbox" target="_blank">sandbox</a>.',
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
		displayName: 'Parallel Tokens',
		name: 'parallelTokens',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: LIMITS.parallelTokensMost },
		default: 1,
		description:
			'Only for accounts that send more than 100 calls a second or 60 batches a minute: how many access tokens one n8n process uses side by side. Truecaller counts these limits for each token, but your contract may set a limit for the whole account, so ask Truecaller before you raise it. Truecaller gives 10 tokens in 30 minutes; two are left for restarts and other programs. In queue mode, tokens times processes must not exceed 8.',
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
	{
		displayName: 'Token Key',
		name: 'tokenKey',
		type: 'hidden',
		typeOptions: { password: true },
		default: '',
	},
];
