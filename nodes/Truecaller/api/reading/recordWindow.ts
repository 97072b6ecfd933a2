import type { IDataObject } from 'n8n-workflow';
import { tryToParseDateTime } from 'n8n-workflow';

import { valueOf } from './wireRecord';

const MINUTE_MS = 60_000;
/** Time zones differ by multiples of 15 minutes only. */
const QUARTER_MS = 15 * MINUTE_MS;
const MOST_KEPT = 1_000;

/**
 * Offsets from UTC in minutes, by time zone and quarter of an hour. The windows of a run share a
 * few.
 */
const offsets = new Map<string, number>();

const offsetOf = (ms: number, timezone: string): number => {
	const quarterMs = Math.floor(ms / QUARTER_MS) * QUARTER_MS;
	const key = `${timezone} ${quarterMs}`;
	const known =
		offsets.get(key) ??
		tryToParseDateTime(new Date(quarterMs).toISOString()).setZone(timezone).offset;
	if (offsets.size >= MOST_KEPT) offsets.clear();
	offsets.set(key, known);
	return known;
};

/** Returns "+05:30" for 330 minutes. */
const toOffset = (minutes: number): string => {
	const ahead = Math.abs(minutes);
	const [hours, rest] = [Math.floor(ahead / 60), ahead % 60].map((part) =>
		String(part).padStart(2, '0'),
	);
	return `${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
};

/** Returns a moment in a time zone: 2026-01-31T18:30:00+05:30. */
const toIso = (ms: number, timezone: string): string => {
	const minutes = offsetOf(ms, timezone);
	return `${new Date(ms + minutes * MINUTE_MS).toISOString().slice(0, 19)}${toOffset(minutes)}`;
};

/** The largest distance from 1970 that a JavaScript date can have. */
const MOST_MS = 8.64e15;

const readMs = (value: unknown): number | undefined => {
	const ms = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof ms === 'number' && Math.abs(ms) < MOST_MS ? ms : undefined;
};

/**
 * Reads the call window of a record for people, with the offset and the name of the time zone, so
 * that a wrong time zone is visible. Returns null if the record has no times or the time zone does
 * not exist.
 */
export const readRecordWindow = (
	record: Readonly<Record<string, unknown>> | undefined,
	timezone: string,
): IDataObject | null => {
	const start = readMs(valueOf(record ?? {}, 'startsAt'));
	const end = readMs(valueOf(record ?? {}, 'endsAt'));
	if (start === undefined || end === undefined || Number.isNaN(offsetOf(start, timezone)))
		return null;
	return { start: toIso(start, timezone), end: toIso(end, timezone), timezone };
};
