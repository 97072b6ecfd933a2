import { MINUTE_MS } from '../../../api/facts/durations';
import { LIMITS } from '../../../api/facts/limits';
import type { Fault } from '../../../api/problems';
import { readMoment } from './readMoment';

/** When a call may be shown, in epoch ms. Without a start, it begins when the record is sent. */
export type CallWindow = {
	readonly startsAtMs?: number;
	readonly endsAtMs?: number;
	readonly durationMs: number;
};

const STARTS_AT = { field: 'startsAt', name: 'Starts At' } as const;
const ENDS_AT = { field: 'endsAt', name: 'Ends At' } as const;
const DURATION = { field: 'durationMinutes', name: 'Duration (Minutes)' } as const;

const DURATION_FIX = "Enter a 'Duration (Minutes)' from 1 to 1440.";
const FAR_AHEAD = {
	...STARTS_AT,
	says: 'is more than 2 years ahead',
	todo: "Check the year of 'Starts At'. If it is meant, set 'Checks' to Off under Options.",
};
const LATER = "Choose a later time, or leave 'Starts At' and 'Ends At' empty to start now.";

/**
 * Returns the fault of a window: [S] it lasts at most 24 hours and is not over yet. Checked now,
 * although it is sent later (`toTimes`).
 */
const findWindowFault = (
	{ startsAtMs, endsAtMs, durationMs }: CallWindow,
	nowMs: number,
): Fault | undefined => {
	const start = startsAtMs ?? nowMs;
	const end = endsAtMs ?? start + durationMs;
	const [ending, closer] =
		endsAtMs === undefined
			? [DURATION, DURATION_FIX]
			: [ENDS_AT, "Bring 'Starts At' and 'Ends At' closer together."];
	if (endsAtMs === undefined && durationMs <= 0)
		return { ...DURATION, says: 'is not above 0', todo: DURATION_FIX };
	if (end < nowMs)
		return {
			...(endsAtMs === undefined ? STARTS_AT : ENDS_AT),
			says: 'puts the call window in the past',
			todo: LATER,
		};
	if (start - nowMs > LIMITS.callWindowAheadMs) return FAR_AHEAD;
	if (end <= start)
		return {
			...ENDS_AT,
			says: "is not after 'Starts At'",
			todo: "Choose an 'Ends At' that is later than 'Starts At'.",
		};
	if (end - start > LIMITS.callWindowMs)
		return { ...ending, says: 'makes the call window longer than 24 hours', todo: closer };
	return undefined;
};

/** The three parameters of the window, unread. */
export type WindowInput = {
	readonly startsAt: unknown;
	readonly endsAt: unknown;
	readonly durationMinutes: unknown;
	readonly timezone: string;
};

/**
 * Reads the call window and all its faults. With checks off, only an unreadable time is a fault.
 */
export const readWindow = (
	input: WindowInput,
	nowMs: number,
	checks: boolean,
): { window: CallWindow; faults: Fault[] } => {
	const startsAt = readMoment(input.startsAt, input.timezone);
	const endsAt = readMoment(input.endsAt, input.timezone);
	const minutes = Number(input.durationMinutes ?? NaN);
	const faults: Fault[] = [];
	if (!startsAt.ok) faults.push({ ...STARTS_AT, says: startsAt.says, todo: startsAt.todo });
	if (!endsAt.ok) faults.push({ ...ENDS_AT, says: endsAt.says, todo: endsAt.todo });
	const needsDuration = endsAt.ok && endsAt.ms === undefined;
	if (needsDuration && !Number.isFinite(minutes))
		faults.push({ ...DURATION, says: 'is not a number', todo: DURATION_FIX });
	const window = {
		startsAtMs: startsAt.ok ? startsAt.ms : undefined,
		endsAtMs: endsAt.ok ? endsAt.ms : undefined,
		durationMs: Math.round(minutes * MINUTE_MS),
	};
	const wrong = faults.length === 0 && checks ? findWindowFault(window, nowMs) : undefined;
	return { window, faults: wrong ? [wrong] : faults };
};

/** Returns the window as it is sent. Without Starts At, a call starts when its request is sent. */
export const toTimes = (
	{ startsAtMs, endsAtMs, durationMs }: CallWindow,
	nowMs: number,
): { starts_at: number; ends_at: number } => {
	const start = startsAtMs ?? nowMs;
	return { starts_at: start, ends_at: endsAtMs ?? start + durationMs };
};
