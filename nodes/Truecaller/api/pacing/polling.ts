const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
/** The last question of all has this long to be answered. */
const LAST_ANSWER_MS = 5_000;

/** Returns how long one question may take, its repeats included, so that a wait ends soon after its time. */
export const questionLimitMs = (endsAtMs: number): number =>
	Math.max(LAST_ANSWER_MS, endsAtMs - Date.now());

/** Returns the pause before the next question. Pauses grow by half: 1 s, 1.5 s, 2.25 s … 15 s, and never past the end. */
export const pauseMs = (round: number, leftMs: number): number =>
	Math.min(FIRST_PAUSE_MS * 1.5 ** round, LONGEST_PAUSE_MS, leftMs);
