import { hash } from 'node:crypto';

import { MINUTE_MS } from '../../api/facts/durations';
import { LIMITS } from '../../api/facts/limits';

/** Tells what became of a delivery: true once n8n took it, false if it did not, undefined while that is open. */
export type Fate = () => boolean | undefined;

/** Whether a delivery is the first of its event, a repeat of one that n8n took, or of one whose fate is open. */
export type Claim =
	| { readonly kind: 'first'; readonly settle: () => void; readonly beginsToForget: boolean }
	| { readonly kind: 'taken' }
	| { readonly kind: 'undecided' };

export type Claims = {
	readonly claim: (id: string, fate: Fate) => Claim;
	readonly now: () => number;
};

/** A claim that is not settled. An object, so that it differs from a later claim of the same event. */
type Undecided = { readonly atMinute: number; readonly fate: Fate };

const KEPT_MINUTES = LIMITS.eventsKeptMs / MINUTE_MS;
const UNDECIDED_MINUTES = LIMITS.eventUndecidedMs / MINUTE_MS;

/** Returns 16 bytes of a digest as the name of an event: an id itself may be of any length. */
export const toClaimId = (...parts: readonly string[]): string =>
	hash('sha256', JSON.stringify(parts), 'binary').slice(0, 16);

/**
 * Remembers which events were taken, for deduplication. A claim is made without waiting for anything, so of any
 * number of deliveries at the same moment exactly one is the first. Its fate is looked up when the event comes again,
 * because n8n may answer long after the sender hung up.
 */
export const createClaims = (
	now: () => number = Date.now,
	most: number = LIMITS.eventsKeptMost,
): Claims => {
	// In order of their making. A taken event is the minute of its claim: small integers need no heap memory.
	const claims = new Map<string, number | Undecided>();
	let hasForgotten = false;

	const forgetOld = (minute: number): void => {
		for (const [id, known] of claims) {
			if (minute - (typeof known === 'number' ? known : known.atMinute) < KEPT_MINUTES) return;
			claims.delete(id);
		}
	};

	/** Forgets the oldest event of a full memory. Returns whether that happened for the first time. */
	const makeRoom = (): boolean => {
		const [oldest] = claims.keys();
		if (claims.size < most || oldest === undefined) return false;
		claims.delete(oldest);
		const isFirstTime = !hasForgotten;
		hasForgotten = true;
		return isFirstTime;
	};

	/** Replaces a claim by what became of it, so that nothing of the delivery is kept any longer. */
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
