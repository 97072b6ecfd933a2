import { createHash, timingSafeEqual } from 'node:crypto';

import { LIMITS } from '../api/limits';

/** Only characters that stand in a URL as they are. */
const KEY = new RegExp(`^[A-Za-z0-9_-]{${LIMITS.webhookKeyMinLength},}$`);

/** Whether a Webhook Key can stand in a URL and is too long to be guessed. */
export const isUsableKey = (key: string): boolean => KEY.test(key);

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compared by digest, so that unequal lengths neither throw nor tell. Without a usable key nothing is let in. */
export const verifyKey = (given: unknown, expected: string): boolean => {
	const isSame = timingSafeEqual(digest(typeof given === 'string' ? given : ''), digest(expected));
	return isSame && isUsableKey(expected);
};
