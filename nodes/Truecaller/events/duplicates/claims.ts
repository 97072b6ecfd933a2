import { hash } from 'node:crypto';

import { MINUTE_MS } from '../../api/facts/durations';
import { LIMITS } from '../../api/facts/limits';

/** Returns true once n8n accepted a delivery, false if it did not, and undefined while that is undecided. */
export type Fate = () => boolean | undefined;

/** A delivery is the first of its event, a repeat of an accepted one, or a repeat of an undecided one. */
export type Claim =
	| { readonly kind: 'first'; readonly settle: () => void; readonly beginsToForget: boolean }
	| { readonly kind: 'taken' }
	| { readonly kind: 'undecided' };

export type Claims = {
	readonly claim: (id: string, fate: Fate) => Claim;
	readonly now: () => number;
};

/** An undecided claim. It is an object, so that it differs from a later claim of the same event. */
type Undecided = { readonly atMinute: number; readonly fate: Fate };

const KEPT_MINUTES = LIMITS.eventsKeptMs / MINUTE_MS;
const UNDECIDED_MINUTES = LIMITS.eventUndecidedMs / MINUTE_MS;

/** Returns 16 bytes of a digest as the name of an event, because an ID may have any length. */
export const toClaimId = (...parts: readonly string[]): string =>
	hash('sha256', JSON.stringify(parts), 'binary').slice(0, 16);

/**
 * Remembers accepted events, for deduplication. A claim is synchronous, so exactly one of any number of concurrent
 * deliveries is the first. Whether n8n accepted it is looked up when the event comes again, because n8n may answer long
 * after the sender hung up.
 */
export const createClaims = (
	now: () => number = Date.now,
	most: number = LIMITS.eventsKeptMost,
): Claims => {
	// Oldest first. Stores an accepted event as the minute of its claim, because small integers need no heap memory.
	const claims = new Map<string, number | Undecided>();
	let hasForgotten = false;

	const forgetOld = (minute: number): void => {
		for (const [id, known] of claims) {
			if (minute - (typeof known === 'number' ? known : known.atMinute) < KEPT_MINUTES) return;
			claims.delete(id);
		}
	};

	/** Drops the oldest event if the memory is full. Returns whether that happened for the first time. */
	const makeRoom = (): boolean => {
		const [oldest] = claims.keys();
		if (claims.size < most || oldest === undefined) return false;
		claims.delete(oldest);
		const isFirstTime = !hasForgotten;
		hasForgotten = true;
		return isFirstTime;
	};

	/** Replaces an undecided claim by its result, so that the response of the delivery can be freed. */
	const settle = (id: string, { atMinute, fate }: Undecided, minute: number): void => {
		const isTooOld = minute - atMinute >= UNDECIDED_MINUTES;
		const wasTaken = fate() ?? (isTooOld ? false : undefined);
		if (wasTaken === true) claims.set(id, atMinute);
		if (wasTaken === false) claims.delete(id);
	};

	const claim = (id: string, fate: Fate): Claim => {
		const minute = Math.floor(now() / MINUTE_MS);
		forgetOld(minute);
		const earlier = claims.get(id);
		if (typeof earlier === 'object') settle(id, earlier, minute);
		const known = claims.get(id);
		if (known !== undefined) return { kind: typeof known === 'number' ? 'taken' : 'undecided' };
		const beginsToForget = makeRoom();
		const mine: Undecided = { atMinute: minute, fate };
		claims.set(id, mine);
		const settleMine = () => {
			if (claims.get(id) === mine) settle(id, mine, minute);
		};
		return { kind: 'first', settle: settleMine, beginsToForget };
	};

	return { claim, now };
};
