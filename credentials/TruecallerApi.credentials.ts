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

/** The client account, the API key, and an access token that renews itself. */
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

	/** n8n calls this when there is no token, when a request was answered 401, and in every credential test. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return await getAccessToken(this, credentials);
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

	test: ICredentialTestRequest = CONNECTION_TEST;
}
