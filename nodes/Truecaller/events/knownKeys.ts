import { createHash, timingSafeEqual } from 'node:crypto';

import { LIMITS } from '../api/limits';

/** Which key of which credential was right a moment ago. */
export type KnownKeys = {
	/** True when one of the given keys was found right for this credential within the last few seconds. */
	readonly isKnown: (credentialId: string, given: readonly unknown[]) => boolean;
	/** Notes a key that was just compared with the credential itself and found right. */
	readonly remember: (credentialId: string, key: unknown) => void;
};

/** More credentials than a process has in use; beyond that all are read again. */
const MOST_CREDENTIALS = 1_000;

const digest = (key: unknown): Buffer => createHash('sha256').update(String(key)).digest();

/**
 * Reading a credential costs n8n a look into its database and an expression engine of its own, far more
 * than the event itself. So a key that was right is taken as right for a few seconds, counted from the
 * reading. Only its digest is kept. A key that is not known is always compared with the credential.
 */
export const createKnownKeys = (now: () => number = Date.now): KnownKeys => {
	const known = new Map<string, { readonly digest: Buffer; readonly untilMs: number }>();
	return {
		isKnown: (credentialId, given) => {
			const right = known.get(credentialId);
			if (!right || now() >= right.untilMs) return false;
			return given.map((each) => timingSafeEqual(digest(each), right.digest)).includes(true);
		},
		remember: (credentialId, key) => {
			if (credentialId === '') return;
			if (known.size >= MOST_CREDENTIALS) known.clear();
			known.set(credentialId, { digest: digest(key), untilMs: now() + LIMITS.keyKnownMs });
		},
	};
};
