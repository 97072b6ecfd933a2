import { HOUR_MS, MINUTE_MS } from '../facts/durations';

/** Smaller differences come from slow answers or from normal clocks. */
const TOLERANCE_MS = 5 * MINUTE_MS;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Returns how many milliseconds n8n's clock is ahead of the `Date` of an answer; negative if it is
 * behind. Returns undefined if the two agree, if there is no date, and for an answer from a cache
 * (`Age`).
 */
export const readClockAheadMs = (headers: Fields, nowMs: number): number | undefined => {
	if (typeof headers.date !== 'string' || headers.age !== undefined) return undefined;
	const aheadMs = nowMs - Date.parse(headers.date);
	return Math.abs(aheadMs) > TOLERANCE_MS ? aheadMs : undefined;
};

const tellTime = (ms: number): string => {
	const hours = Math.round(ms / HOUR_MS);
	return hours >= 2 ? `${hours} hours` : `${Math.round(ms / MINUTE_MS)} minutes`;
};

/** Returns how far n8n's clock is off, as the end of a sentence. */
export const tellClock = (aheadMs: number): string =>
	`the clock of this n8n is ${tellTime(Math.abs(aheadMs))} ${aheadMs > 0 ? 'ahead of' : 'behind'} Truecaller's`;

/** Returns the fix, and what happens to calls until then. */
export const clockTodo = (aheadMs: number): string =>
	aheadMs > 0
		? 'Set the clock of the machine that n8n runs on. Until then, a call that is to start now shows its name and reason too late.'
		: 'Set the clock of the machine that n8n runs on. Until then, Truecaller may refuse a call because its window is over.';

/** Returns true for a refusal that concerns the time window of a call. */
export const isOfWindow = (refusal: {
	readonly field?: string;
	readonly message?: string;
}): boolean => /starts_at|ends_at/.test(`${refusal.field ?? ''} ${refusal.message ?? ''}`);
