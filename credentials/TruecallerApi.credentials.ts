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

import { getAccessToken } from './accessToken';
import { CONNECTION_TEST } from './connectionTest';
import { FIELDS } from './fields';

/** The client account, the API key, and an access token that n8n renews by itself. */
export class TruecallerApi implements ICredentialType {
	name = 'truecallerApi';

	displayName = 'Truecaller API';

	icon: Icon = {
		light: 'file:../nodes/Truecaller/truecaller.svg',
		dark: 'file:../nodes/Truecaller/truecaller.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-truecaller/n8n-nodes-truecaller/blob/main/docs/credentials.md';

	properties: INodeProperties[] = FIELDS;

	/**
	 * Returns an access token. n8n calls this if there is no token, after a 401, and in every
	 * credential test.
	 */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return await getAccessToken(this, credentials);
	}

	/**
	 * Sends no token if the stored one belongs to another account: Truecaller then answers 401, and
	 * n8n asks for a token of this account.
	 */
	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: {
				Authorization:
					'=Bearer {{($credentials.tokenKey || "").startsWith($credentials.baseUrl + " " + $credentials.clientAccountId + " " + $credentials.keyId + " ") ? $credentials.accessToken : "none"}}',
			},
		},
	};

	test: ICredentialTestRequest = CONNECTION_TEST;
}
