import { tryToParseDateTime } from 'n8n-workflow';

/**
 * What a clock on the wall shows, without its zone: epoch ms as if the wall hung in UTC. A day that its month does
 * not have (30 February) has none.
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

/** Clocks are only ever put forward or back at a whole quarter of an hour. */
const QUARTER_MS = 15 * 60_000;
/** How far clocks are ahead of UTC in a quarter of an hour of a zone; the times of a sheet are mostly of one day. */
const aheadMs = new Map<string, number>();
const MOST_KEPT = 1_000;

const readAheadMs = (quarterMs: number, timezone: string): number =>
	quarterMs - tryToParseDateTime(toIso(quarterMs), timezone).toMillis();

/**
 * Returns the moment at which clocks in the zone show this; undefined where there is no such zone. To ask costs
 * 16 µs, which a long sheet with two times a row would feel, so the answer is kept.
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
