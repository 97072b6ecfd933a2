import type { TurnedAway } from './tokens';

/** An access token that Truecaller refuses before this age did not end by itself. */
const YOUNG_MS = 10 * 60_000;

/** Returns when Truecaller refused a young token, or -Infinity if it never did. */
export const refusedYoungMs = (turnedAway: TurnedAway | undefined): number =>
	turnedAway && turnedAway.atMs - turnedAway.issuedAtMs < YOUNG_MS ? turnedAway.atMs : -Infinity;
