import { tryToParseDateTime } from 'n8n-workflow';

/**
 * Returns a local time without its zone, as epoch ms as if in UTC. Undefined for a day that its
 * month does not have (30 February).
 */
export const toWallMs = (
	[year, month, day]: readonly [number, number, number],
	timeOfDayMs = 0,
): number | undefined => {
	const midnight = new Date(Date.UTC(year, month - 1, day));
	const isReal =
		midnight.getUTCFullYear() === year &&
		midnight.getUTCMonth() === month - 1 &&
		midnight.getUTCDate() === day;
	return isReal ? midnight.getTime() + timeOfDayMs : undefined;
};

/** Returns a local time as ISO 8601 without a zone. */
export const toIso = (wallMs: number): string => new Date(wallMs).toISOString().slice(0, -1);

/** Time zones differ by multiples of 15 minutes only. */
const QUARTER_MS = 15 * 60_000;
/**
 * Offsets from UTC, by time zone and quarter of an hour. The times of a sheet are mostly of one
 * day.
 */
const aheadMs = new Map<string, number>();
const MOST_KEPT = 1_000;

const readAheadMs = (quarterMs: number, timezone: string): number =>
	quarterMs - tryToParseDateTime(toIso(quarterMs), timezone).toMillis();

/**
 * Returns the moment of a local time in a time zone, or undefined if the zone does not exist. Each
 * look-up takes 16 µs, which is slow for a long sheet with two times per row, so the result is
 * cached.
 */
export const toEpochMs = (wallMs: number, timezone: string): number | undefined => {
	const quarter = Math.floor(wallMs / QUARTER_MS);
	const key = `${timezone} ${quarter}`;
	try {
		const known = aheadMs.get(key) ?? readAheadMs(quarter * QUARTER_MS, timezone);
		if (aheadMs.size >= MOST_KEPT) aheadMs.clear();
		aheadMs.set(key, known);
		return wallMs - known;
	} catch {
		return undefined;
	}
};
