import { LIMITS } from '../facts/limits';
import type { LoginFailure } from './loginFailure';
import { usedUp } from './quota';

/** Pause after a failed login. It triples with each further failure (back-off). */
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 10 * 60_000;
/** Pause if other programs used up the quota: Truecaller does not say until when. */
const QUOTA_PAUSE_MS = 5 * 60_000;

/** State of failed logins: the last failure, failures in a row, and the end of the pause. */
export type Pause = { failure?: LoginFailure; failures: number; pausedUntilMs: number };

export const noPause = (): Pause => ({ failures: 0, pausedUntilMs: 0 });

/** Notes a failed login, and extends the pause. */
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

/** Ends the pause after a successful login. */
export const endPause = (pause: Pause): void => {
	pause.failure = undefined;
	pause.failures = 0;
};

/** Returns why a login must wait, or undefined if it may start. */
export const pauseReason = (pause: Pause, nowMs: number): LoginFailure | undefined => {
	if (!pause.failure || nowMs >= pause.pausedUntilMs) return undefined;
	return pause.failure.kind === 'quota' ? usedUp(pause.pausedUntilMs, nowMs) : pause.failure;
};
