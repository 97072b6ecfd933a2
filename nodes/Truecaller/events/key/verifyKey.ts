import { hash, timingSafeEqual } from 'node:crypto';

import { LIMITS } from '../../api/facts/limits';

/** Only characters that need no encoding in a URL. */
const KEY = new RegExp(`^[A-Za-z0-9_-]{${LIMITS.webhookKeyMinLength},}$`);

/** Returns whether a Webhook Key can stand in a URL and is too long to be guessed. */
export const isUsableKey = (key: string): boolean => KEY.test(key);

/** The part of a Webhook Key that is kept in memory. */
export type DigestedKey = { readonly digest: Buffer; readonly isUsable: boolean };

const digest = (given: unknown): Buffer =>
	hash('sha256', typeof given === 'string' ? given : '', 'buffer');

export const digestKey = (key: string): DigestedKey => ({
	digest: digest(key),
	isUsable: isUsableKey(key),
});

/**
 * Compares SHA-256 digests in constant time, so that keys of unequal length neither throw nor tell. A value that is
 * not text is treated as an empty key, which never matches.
 */
export const verifyKey = (given: unknown, expected: DigestedKey): boolean => {
	const isSame = timingSafeEqual(digest(given), expected.digest);
	return isSame && expected.isUsable;
};
