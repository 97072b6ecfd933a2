import { tryToParseDateTime } from 'n8n-workflow';

/**
 * Returns a wall-clock time without its zone, as epoch ms in UTC. Undefined for an impossible day (30 February).
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

/** Clocks change only at full quarters of an hour. */
const QUARTER_MS = 15 * 60_000;
/** UTC offsets, by quarter of an hour and zone. The times of a sheet are mostly of one day. */
const aheadMs = new Map<string, number>();
const MOST_KEPT = 1_000;

const readAheadMs = (quarterMs: number, timezone: string): number =>
	quarterMs - tryToParseDateTime(toIso(quarterMs), timezone).toMillis();

/**
 * Returns the moment of a wall-clock time in a zone, or undefined for an unknown zone. Cached, because n8n needs 16 µs for
 * it, and a long sheet has two times in each row.
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
