import { createHash } from 'node:crypto';

import { DEFAULT_BASE_URL } from '../facts/endpoints';

/** The four values that make a key, as the user entered them. */
export type Key = {
	readonly baseUrl: string;
	readonly clientAccountId: string;
	readonly keyId: string;
	readonly apiKey: string;
};

/** Reads the key out of a credential, without stray spaces. An empty Base URL is the usual address. */
export const readKey = (credential: Readonly<Record<string, unknown>>): Key => {
	const text = (name: keyof Key) => String(credential[name] ?? '').trim();
	return {
		baseUrl: text('baseUrl') || DEFAULT_BASE_URL,
		clientAccountId: text('clientAccountId'),
		keyId: text('keyId'),
		apiKey: text('apiKey'),
	};
};

const digest = (parts: readonly string[]): string =>
	createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Names a key without telling anything of it: a token is remembered under this name. */
export const digestOf = ({ baseUrl, clientAccountId, keyId, apiKey }: Key): string =>
	digest([baseUrl, clientAccountId, keyId, apiKey]);

/** Names the account of a key: all its keys share the ten tokens in half an hour. */
export const accountDigestOf = ({ baseUrl, clientAccountId }: Key): string =>
	digest([baseUrl, clientAccountId]);
