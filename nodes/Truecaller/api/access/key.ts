import { createHash } from 'node:crypto';

import { DEFAULT_BASE_URL } from '../facts/endpoints';

/** The four values that make a key, as the user entered them. */
export type Key = {
	readonly baseUrl: string;
	readonly clientAccountId: string;
	readonly keyId: string;
	readonly apiKey: string;
};

type Credential = Readonly<Record<string, unknown>>;

/**
 * Returns the key in a credential, without stray spaces. An empty Base URL means the default one.
 */
export const readKey = (credential: Credential): Key => {
	const text = (name: keyof Key) => String(credential[name] ?? '').trim();
	return {
		baseUrl: text('baseUrl') || DEFAULT_BASE_URL,
		clientAccountId: text('clientAccountId'),
		keyId: text('keyId'),
		apiKey: text('apiKey'),
	};
};

/**
 * Returns the beginning of `tokenKey`. The template of the Authorization header builds the same
 * text.
 */
const ownerOf = ({ baseUrl, clientAccountId, keyId }: Credential): string =>
	`${String(baseUrl)} ${String(clientAccountId)} ${String(keyId)} `;

const digest = (parts: readonly string[]): string =>
	createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Returns a digest that names a key without revealing it. Tokens are stored under this name. */
export const digestOf = ({ baseUrl, clientAccountId, keyId, apiKey }: Key): string =>
	digest([baseUrl, clientAccountId, keyId, apiKey]);

/**
 * Returns a digest that names the account of a key. All keys of an account share its quota of 10
 * tokens in 30 minutes.
 */
export const accountDigestOf = ({ baseUrl, clientAccountId }: Key): string =>
	digest([baseUrl, clientAccountId]);

/**
 * Returns the text that is stored beside a token to tell its owner: the values that the header
 * compares, and a digest of the whole key.
 */
export const tokenKeyOf = (credential: Credential): string =>
	`${ownerOf(credential)}${digestOf(readKey(credential))}`;

/** Returns true if the stored token was issued for exactly this key. */
export const hasOwnToken = (credential: Credential): boolean =>
	String(credential.accessToken ?? '') !== '' && credential.tokenKey === tokenKeyOf(credential);
