import { LIMITS } from '../facts/limits';
import type { LoginFailure } from './loginFailure';
import { usedUp } from './quota';

/** Back-off after a failed login; it triples with each further failure. */
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 10 * 60_000;
/**
 * Back-off when Truecaller says that other programs have used up the quota: it does not say until
 * when.
 */
const QUOTA_PAUSE_MS = 5 * 60_000;

/**
 * Back-off after failed logins: the last failure, how many in a row, and until when no login is
 * made (epoch ms).
 */
export type Pause = { failure?: LoginFailure; failures: number; pausedUntilMs: number };

export const noPause = (): Pause => ({ failures: 0, pausedUntilMs: 0 });

/** Records a failed login and starts the back-off. */
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

/** Ends the back-off after a successful login. */
export const endPause = (pause: Pause): void => {
	pause.failure = undefined;
	pause.failures = 0;
};

/** Returns why no login may be made now, or undefined if one may. */
export const pauseReason = (pause: Pause, nowMs: number): LoginFailure | undefined => {
	if (!pause.failure || nowMs >= pause.pausedUntilMs) return undefined;
	return pause.failure.kind === 'quota' ? usedUp(pause.pausedUntilMs, nowMs) : pause.failure;
};
