import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestHelper } from 'n8n-workflow';

import { isTurnedAway } from '../nodes/Truecaller/api/access/checkToken';
import { tokens } from '../nodes/Truecaller/api/access/governor';
import { hasOwnToken, readKey, tokenKeyOf } from '../nodes/Truecaller/api/access/key';
import { findKeyFault } from '../nodes/Truecaller/api/access/keyFault';
import { logIn } from '../nodes/Truecaller/api/access/login';
import { createLoginError } from '../nodes/Truecaller/api/access/loginFailure';
import type { Token } from '../nodes/Truecaller/api/access/tokens';

const NO_TOKEN: Token = { token: '', issuedAtMs: 0 };

/**
 * Reads the stored token. A token of another key counts as none: the account may have changed
 * since, or an expression gave another key.
 */
const readStoredToken = (credentials: ICredentialDataDecryptedObject): Token =>
	hasOwnToken(credentials)
		? {
				token: String(credentials.accessToken),
				issuedAtMs: Number(credentials.tokenIssuedAt ?? 0),
			}
		: NO_TOKEN;

/**
 * Returns the values that n8n stores for an access token. Throws an error with a message for the
 * user if there is none.
 */
export const getAccessToken = async (
	n8n: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<IDataObject> => {
	const key = readKey(credentials);
	const fault = findKeyFault(key);
	if (fault) throw createLoginError(fault);
	const current = readStoredToken(credentials);
	const answer = await tokens.renew(
		key,
		current,
		async () => await logIn(n8n, key),
		async (token) => await isTurnedAway(n8n, key, token),
	);
	if (!answer.ok) throw createLoginError(answer);
	return {
		accessToken: answer.token,
		tokenIssuedAt: answer.issuedAtMs,
		tokenKey: tokenKeyOf(credentials),
	};
};
