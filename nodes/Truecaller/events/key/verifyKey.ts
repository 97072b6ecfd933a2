import { hash, timingSafeEqual } from 'node:crypto';

import { LIMITS } from '../../api/limits';

/** Only characters that stand in a URL as they are. */
const KEY = new RegExp(`^[A-Za-z0-9_-]{${LIMITS.webhookKeyMinLength},}$`);

/** Whether a Webhook Key can stand in a URL and is too long to be guessed. */
export const isUsableKey = (key: string): boolean => KEY.test(key);

/** Keys are compared by their digests. What is no text has that of the empty text, which no key is. */
export const digest = (given: unknown): Buffer =>
	hash('sha256', typeof given === 'string' ? given : '', 'buffer');

/** Compared by digest, so that unequal lengths neither throw nor tell. Without a usable key nothing is let in. */
export const verifyKey = (given: unknown, expected: string): boolean => {
	const isSame = timingSafeEqual(digest(given), digest(expected));
	return isSame && isUsableKey(expected);
};
