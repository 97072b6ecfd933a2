import { tryToParseDateTime } from 'n8n-workflow';

import { LIMITS } from '../../api/facts/limits';
import type { Fault } from './fault';

/** When a call may be shown, in epoch ms. No start means: the moment the record is sent. */
export type CallWindow = {
	readonly startsAtMs?: number;
	readonly endsAtMs?: number;
	readonly durationMs: number;
};

/** A moment in epoch ms, nothing for an empty parameter, or `undefined` within for what is no time. */
type Moment = { readonly ok: true; readonly ms?: number } | { readonly ok: false };

/** Epoch seconds of today have ten digits, epoch milliseconds thirteen; what lies between is neither in this century. */
const SECONDS_BELOW = 100_000_000_000;
const EPOCH_TEXT = /^\d{9,14}$/;
/**
 * What is read by luxon behind `tryToParseDateTime`: ISO 8601, and SQL as databases print it. Everything else would
 * fall through to Date.parse, for which "01/02/2026" is January, February has 31 days, and 10:00 is that of the server.
 */
const YEAR_FIRST =
	/^\d{4}-?\d{2}-?\d{2}([T ]\d{2}(:?\d{2}){0,2}([.,]\d+)?( ?(Z|UTC|GMT|[+-]\d{2}(:?\d{2})?|[a-z]+\/[\w/+-]+))?(\[[\w/+-]+\])?)?$/i;
/** Dates of mail and HTTP: the month in letters and a zone after the time leave no doubt. */
const MONTH_IN_LETTERS =
	/^([a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}(:\d{2})? (GMT|UTC|Z|[+-]\d{4})$/i;
const MINUTE_MS = 60_000;

const fromNumber = (value: number): Moment => {
	if (!Number.isFinite(value) || value <= 0) return { ok: false };
	return { ok: true, ms: Math.round(value < SECONDS_BELOW ? value * 1_000 : value) };
};

const fromText = (text: string, timezone: string): Moment => {
	if (text === '') return { ok: true };
	if (EPOCH_TEXT.test(text)) return fromNumber(Number(text));
	const isYearFirst = YEAR_FIRST.test(text);
	if (!isYearFirst && !MONTH_IN_LETTERS.test(text)) return { ok: false };
	try {
		const moment = tryToParseDateTime(text, timezone);
		// A day that its month does not have becomes one of the next month.
		if (isYearFirst && moment.toFormat('yyyyMMdd') !== text.replaceAll('-', '').slice(0, 8))
			return { ok: false };
		return fromNumber(moment.toMillis());
	} catch {
		return { ok: false };
	}
};

const isLuxon = (value: object): value is { toMillis: () => number } =>
	'toMillis' in value && typeof value.toMillis === 'function';

/**
 * Reads a moment: ISO text (without a zone it is meant in the workflow's), epoch ms or s as a number or
 * its digits, a luxon or JavaScript date from an expression; null and empty text mean none.
 */
export const readMoment = (value: unknown, timezone: string): Moment => {
	if (value === null || value === undefined) return { ok: true };
	if (typeof value === 'number') return fromNumber(value);
	if (typeof value === 'string') return fromText(value.trim(), timezone);
	if (value instanceof Date) return fromNumber(value.getTime());
	if (typeof value === 'object' && isLuxon(value)) return fromNumber(value.toMillis());
	return { ok: false };
};

const NO_TIME = {
	says: 'is not a time that can be read',
	fix: 'Choose it with the date picker, or write it like 2026-01-31T18:30 (in the time zone of the workflow).',
};
const STARTS_AT = { field: 'startsAt', name: 'Starts At' } as const;
const ENDS_AT = { field: 'endsAt', name: 'Ends At' } as const;
const DURATION = { field: 'durationMinutes', name: 'Duration' } as const;

const DURATION_FIX = 'Enter a Duration between 1 and 1440 minutes.';
const LATER = 'Choose a later time, or leave Starts At and Ends At empty to start now.';

/** [S] at most 24 hours long, and not over yet. Checked as of now, sent later: see `toTimes`. */
const findWindowFault = (
	{ startsAtMs, endsAtMs, durationMs }: CallWindow,
	nowMs: number,
): Fault | undefined => {
	const start = startsAtMs ?? nowMs;
	const end = endsAtMs ?? start + durationMs;
	const [ending, closer] =
		endsAtMs === undefined
			? [DURATION, DURATION_FIX]
			: [ENDS_AT, 'Bring Starts At and Ends At closer together.'];
	if (endsAtMs === undefined && durationMs <= 0)
		return { ...DURATION, says: 'is not above 0', fix: DURATION_FIX };
	if (end < nowMs)
		return {
			...(endsAtMs === undefined ? STARTS_AT : ENDS_AT),
			says: 'puts the call window in the past',
			fix: LATER,
		};
	if (end <= start)
		return {
			...ENDS_AT,
			says: 'is not after Starts At',
			fix: 'Choose an Ends At that is later than Starts At.',
		};
	if (end - start > LIMITS.callWindowMs)
		return { ...ending, says: 'makes the call window longer than 24 hours', fix: closer };
	return undefined;
};

/** The three parameters of the window as they are, before reading. */
export type WindowInput = {
	readonly startsAt: unknown;
	readonly endsAt: unknown;
	readonly durationMinutes: unknown;
	readonly timezone: string;
};

/** Reads the window, with every fault found. Without checks only what is no time at all is a fault. */
export const readWindow = (
	input: WindowInput,
	nowMs: number,
	checks: boolean,
): { window: CallWindow; faults: Fault[] } => {
	const startsAt = readMoment(input.startsAt, input.timezone);
	const endsAt = readMoment(input.endsAt, input.timezone);
	const minutes = Number(input.durationMinutes ?? NaN);
	const faults: Fault[] = [];
	if (!startsAt.ok) faults.push({ ...STARTS_AT, ...NO_TIME });
	if (!endsAt.ok) faults.push({ ...ENDS_AT, ...NO_TIME });
	const needsDuration = endsAt.ok && endsAt.ms === undefined;
	if (needsDuration && !Number.isFinite(minutes))
		faults.push({ ...DURATION, says: 'is not a number', fix: DURATION_FIX });
	const window = {
		startsAtMs: startsAt.ok ? startsAt.ms : undefined,
		endsAtMs: endsAt.ok ? endsAt.ms : undefined,
		durationMs: Math.round(minutes * MINUTE_MS),
	};
	const wrong = faults.length === 0 && checks ? findWindowFault(window, nowMs) : undefined;
	return { window, faults: wrong ? [wrong] : faults };
};

/** The window as it is sent: a call without Starts At starts the moment its turn has come. */
export const toTimes = (
	{ startsAtMs, endsAtMs, durationMs }: CallWindow,
	nowMs: number,
): { starts_at: number; ends_at: number } => {
	const start = startsAtMs ?? nowMs;
	return { starts_at: start, ends_at: endsAtMs ?? start + durationMs };
};
