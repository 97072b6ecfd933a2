import { LIMITS } from '../../api/facts/limits';
import { digestKey, verifyKey } from './verifyKey';
import type { DigestedKey } from './verifyKey';

/** Returns whether one of the given keys is the one that `read` finds in the credential. Fails as `read` does. */
export type KeyCheck = (
	credentialId: string,
	given: readonly unknown[],
	read: () => Promise<string>,
) => Promise<boolean>;

type Reading = { readonly key: Promise<string>; readonly atMs: number };
type Known = { readonly key: DigestedKey; readonly atMs: number };

/** More credentials than a process uses. Beyond that, all are read again. */
const MOST_CREDENTIALS = 1_000;

/** Compares every given key, so that the time taken does not reveal which one was right. */
const hasKey = (given: readonly unknown[], key: DigestedKey): boolean =>
	given.map((each) => verifyKey(each, key)).includes(true);

/** Decides by an earlier reading of the credential. Returns undefined if that reading is too old. */
const decideBy = (known: Known, given: readonly unknown[], nowMs: number): boolean | undefined => {
	const ageMs = nowMs - known.atMs;
	const isRight = hasKey(given, known.key);
	return ageMs < (isRight ? LIMITS.keyKnownMs : LIMITS.keyRefusedMs) ? isRight : undefined;
};

/**
 * Creates a check that caches a reading of the credential: it accepts the right key for 5 seconds and refuses wrong ones
 * for 1 second. Concurrent deliveries share one reading. Only a digest of the key is kept. Without the cache, the database
 * query and the expression engine of each reading would cost more than the event (docs/decisions/webhook-key-cache.md).
 */
export const createKeyCheck = (now: () => number = Date.now): KeyCheck => {
	const known = new Map<string, Known>();
	const underWay = new Map<string, Reading>();

	const startReading = (credentialId: string, read: () => Promise<string>): Reading => {
		const reading = { key: read().finally(() => underWay.delete(credentialId)), atMs: now() };
		underWay.set(credentialId, reading);
		return reading;
	};

	const remember = (credentialId: string, latest: Known): void => {
		if (known.size >= MOST_CREDENTIALS) known.clear();
		known.set(credentialId, latest);
	};

	return async (credentialId, given, read) => {
		// n8n reads no credential without an id.
		if (credentialId === '') return false;
		const before = known.get(credentialId);
		const decision = before && decideBy(before, given, now());
		if (decision !== undefined) return decision;
		const reading = underWay.get(credentialId) ?? startReading(credentialId, read);
		const key = digestKey(await reading.key);
		remember(credentialId, { key, atMs: reading.atMs });
		return hasKey(given, key);
	};
};
