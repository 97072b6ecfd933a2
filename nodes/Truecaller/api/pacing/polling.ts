const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
/** Time allowed for the answer to the last status request. */
const LAST_ANSWER_MS = 5_000;

/**
 * Returns how long one status request may take, retries included, so that waiting ends soon after
 * its time limit.
 */
export const questionLimitMs = (endsAtMs: number): number =>
	Math.max(LAST_ANSWER_MS, endsAtMs - Date.now());

/**
 * Returns the pause before the next status request. Pauses grow by half: 1 s, 1.5 s, 2.25 s … 15 s.
 * They never pass the time limit.
 */
export const pauseMs = (round: number, leftMs: number): number =>
	Math.min(FIRST_PAUSE_MS * 1.5 ** round, LONGEST_PAUSE_MS, leftMs);
