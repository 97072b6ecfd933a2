import { timingSafeEqual } from 'node:crypto';

import { LIMITS } from '../../api/limits';
import { digest, verifyKey } from './verifyKey';

/** Whether one of the given keys is the one that `read` finds in the credential. Fails as `read` does. */
export type KeyCheck = (
	credentialId: string,
	given: readonly unknown[],
	read: () => Promise<string>,
) => Promise<boolean>;

type Reading = { readonly key: Promise<string>; readonly untilMs: number };
type Known = { readonly digest: Buffer; readonly untilMs: number };

/** More credentials than a process has in use; beyond that all are read again. */
const MOST_CREDENTIALS = 1_000;

/**
 * Reading a credential costs n8n a look into its database and an expression engine of its own, far more
 * than the event itself. So a key that was right is taken as right for a few seconds, counted from the
 * reading, and deliveries that come during a reading wait for that one. Only a digest is kept. A key that
 * is not known is always compared with the credential.
 */
export const createKeyCheck = (now: () => number = Date.now): KeyCheck => {
	const known = new Map<string, Known>();
	const underWay = new Map<string, Reading>();

	const isKnown = (credentialId: string, given: readonly unknown[]): boolean => {
		const right = known.get(credentialId);
		if (!right || now() >= right.untilMs) return false;
		return given.map((each) => timingSafeEqual(digest(each), right.digest)).includes(true);
	};

	const remember = (credentialId: string, right: Known): void => {
		if (known.size >= MOST_CREDENTIALS) known.clear();
		known.set(credentialId, right);
	};

	const startReading = (credentialId: string, read: () => Promise<string>): Reading => {
		const reading = {
			key: read().finally(() => underWay.delete(credentialId)),
			untilMs: now() + LIMITS.keyKnownMs,
		};
		underWay.set(credentialId, reading);
		return reading;
	};

	return async (credentialId, given, read) => {
		// n8n reads none without an id.
		if (credentialId === '') return false;
		if (isKnown(credentialId, given)) return true;
		const reading = underWay.get(credentialId) ?? startReading(credentialId, read);
		const key = await reading.key;
		const isRight = given.map((each) => verifyKey(each, key)).includes(true);
		if (isRight) remember(credentialId, { digest: digest(key), untilMs: reading.untilMs });
		return isRight;
	};
};
