import { LIMITS } from '../facts/limits';
import type { LoginFailure } from './loginFailure';
import { usedUp } from './quota';

/** A login that failed is not asked for again this long; three times as long after each further failure. */
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 10 * 60_000;
/** Truecaller says the quota is used up by others, and not until when: ask again after this. */
const QUOTA_PAUSE_MS = 5 * 60_000;

/** The pause after failed logins: what failed last, how often in a row, and until when nobody asks again. */
export type Pause = { failure?: LoginFailure; failures: number; pausedUntilMs: number };

export const noPause = (): Pause => ({ failures: 0, pausedUntilMs: 0 });

/** Notes a failed login: the next one has to wait. */
export const noteFailure = (pause: Pause, failure: LoginFailure, nowMs: number): void => {
	pause.failure = failure;
	pause.failures += 1;
	const guess = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 3 ** (pause.failures - 1));
	const asked =
		failure.retryAfterMs === undefined
			? undefined
			: Math.min(LIMITS.loginWindowMs, failure.retryAfterMs);
	pause.pausedUntilMs = nowMs + (asked ?? (failure.kind === 'quota' ? QUOTA_PAUSE_MS : guess));
};

/** Notes a login that worked. */
export const endPause = (pause: Pause): void => {
	pause.failure = undefined;
	pause.failures = 0;
};

/** Returns why no login may be made now, or undefined where one may. */
export const pauseReason = (pause: Pause, nowMs: number): LoginFailure | undefined => {
	if (!pause.failure || nowMs >= pause.pausedUntilMs) return undefined;
	return pause.failure.kind === 'quota' ? usedUp(pause.pausedUntilMs, nowMs) : pause.failure;
};
