import { exposureOf, UNENCRYPTED } from './baseUrl';
import type { Key } from './key';
import type { LoginFailure } from './loginFailure';

const missingField = (key: Key): string | undefined => {
	if (key.clientAccountId === '') return 'Client Account ID';
	if (key.keyId === '') return 'Key ID';
	return key.apiKey === '' ? 'Secret API Key' : undefined;
};

/**
 * Returns what is wrong with the form of a key, or undefined if it is valid. Checked before a
 * login, which would use up a token or send a secret unencrypted.
 */
export const findKeyFault = (key: Key): LoginFailure | undefined => {
	const missing = missingField(key);
	if (missing)
		return {
			ok: false,
			kind: 'refused',
			reached: false,
			message: `${missing} is empty`,
			todo: `Fill in ${missing} in the credential.`,
		};
	return exposureOf(key.baseUrl) === 'internet'
		? { ok: false, kind: 'refused', reached: false, ...UNENCRYPTED }
		: undefined;
};
