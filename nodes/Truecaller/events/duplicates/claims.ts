import { hash } from 'node:crypto';

import { LIMITS } from '../../api/limits';

/** The first delivery of an event, or a repeat of one that was taken, or of one whose fate is not known yet. */
export type Claim =
	| {
			readonly kind: 'first';
			readonly settle: (wasTaken: boolean) => void;
			readonly beginsToForget: boolean;
	  }
	| { readonly kind: 'taken' }
	| { readonly kind: 'undecided' };

export type Claims = { readonly claim: (id: string) => Claim; readonly now: () => number };

/** A claim that is not settled. An object, so that it is told from a later claim of the same event. */
type Undecided = { readonly atMinute: number };

const MINUTE_MS = 60_000;
const KEPT_MINUTES = LIMITS.eventsKeptMs / MINUTE_MS;

/** Names an event in few bytes: ids are as long as their sender likes, and no two share 16 bytes of digest. */
export const toClaimId = (...parts: readonly string[]): string =>
	hash('sha256', JSON.stringify(parts), 'binary').slice(0, 16);

/**
 * Remembers which events were taken. A claim is made and answered without waiting for anything, so of any
 * number of deliveries side by side exactly one is the first; it holds unless it is settled as not taken.
 */
export const createClaims = (
	now: () => number = Date.now,
	most: number = LIMITS.eventsKeptMost,
): Claims => {
	// In order of their making. A taken event is the minute of its claim: so small a number takes no memory of its own.
	const claims = new Map<string, number | Undecided>();
	let hasForgotten = false;

	const forgetOld = (minute: number): void => {
		for (const [id, known] of claims) {
			if (minute - (typeof known === 'number' ? known : known.atMinute) < KEPT_MINUTES) return;
			claims.delete(id);
		}
	};

	/** Tells whether this was the first time that an event had to be forgotten early. */
	const makeRoom = (): boolean => {
		const [oldest] = claims.keys();
		if (claims.size < most || oldest === undefined) return false;
		claims.delete(oldest);
		const isFirstTime = !hasForgotten;
		hasForgotten = true;
		return isFirstTime;
	};

	const claim = (id: string): Claim => {
		const minute = Math.floor(now() / MINUTE_MS);
		forgetOld(minute);
		const known = claims.get(id);
		if (known !== undefined) return { kind: typeof known === 'number' ? 'taken' : 'undecided' };
		const beginsToForget = makeRoom();
		const mine: Undecided = { atMinute: minute };
		claims.set(id, mine);
		const settle = (wasTaken: boolean): void => {
			if (claims.get(id) !== mine) return;
			if (wasTaken) claims.set(id, minute);
			else claims.delete(id);
		};
		return { kind: 'first', settle, beginsToForget };
	};

	return { claim, now };
};
