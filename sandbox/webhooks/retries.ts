import type { Clock } from '../clock';
import type { Settings } from '../settings/settings';

/** What waiting depends on. Read again each time, because a reset replaces the clock. */
export type TimedWorld = { readonly clock: Clock; readonly settings: Settings };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * Waits after the previous attempt: rows 1 to 6 [S], row 7 [D1–D4] automatic-retries. Another page
 * of Truecaller mentions 48 hours [F]: §8 C16.
 */
export const RETRY_WAITS_MS: readonly number[] = [
	2 * MINUTE_MS,
	6 * MINUTE_MS,
	30 * MINUTE_MS,
	HOUR_MS,
	5 * HOUR_MS,
	DAY_MS,
	2 * DAY_MS,
];

/** Counts the time of waiting deliveries, in ms. It never goes back. */
export type WaitingTime = {
	nowMs(): number;
	/**
	 * Returns the real time until then in ms at the current speed; `undefined` if that moment never
	 * comes by itself.
	 */
	realMsUntil(dueMs: number): number | undefined;
};

/**
 * Creates the clock of waiting deliveries. Real time counts `webhookSpeed` times, and time added by
 * the control plane counts once. A clock that was set back or stands still adds nothing. Read it
 * after each change of either.
 */
export function createWaitingTime(world: TimedWorld): WaitingTime {
	let passedMs = 0;
	let { clock, settings } = world;
	let speed = settings.webhookSpeed;
	let aheadMs = clock.aheadMs();
	let runningMs = clock.nowMs() - aheadMs;
	const nowMs = () => {
		({ clock, settings } = world);
		const aheadNow = clock.aheadMs();
		const runningNow = clock.nowMs() - aheadNow;
		passedMs += Math.max(0, runningNow - runningMs) * speed + Math.max(0, aheadNow - aheadMs);
		speed = settings.webhookSpeed;
		aheadMs = aheadNow;
		runningMs = runningNow;
		return passedMs;
	};
	return {
		nowMs,
		realMsUntil: (dueMs) =>
			world.clock.isFrozen() || dueMs === Infinity
				? undefined
				: Math.max(0, Math.ceil((dueMs - nowMs()) / speed)),
	};
}
