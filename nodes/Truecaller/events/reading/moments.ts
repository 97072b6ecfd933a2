import type { ReadValue } from './fieldReader';
import { toMs, toUtcMs } from './times';

/** From 2001-09-09, when epoch seconds got their tenth digit, until 2100: an event about another time was misread. */
const EARLIEST_MS = 1_000_000_000_000;
const LATEST_MS = Date.UTC(2100, 0, 1);

/** Epoch seconds, milliseconds and microseconds have 10, 13 and 16 digits: no number is plausible in two units. */
const MS_PER_UNIT = [1_000, 1, 0.001];

const EPOCH = /^\d+(\.\d+)?$/;
/** Extended or basic form; the offset is Z, +05:30, +0530 or +05. */
const ISO =
	/^(\d{4})(-?)(\d\d)\2(\d\d)[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(?:(Z|UTC|GMT)|([+-](?:0\d|1[0-4])):?([0-5]\d)?)?$/i;

const isPlausible = (ms: number): boolean => ms >= EARLIEST_MS && ms < LATEST_MS;

const readEpoch = (value: number): number | undefined =>
	MS_PER_UNIT.map((unit) => Math.floor(value * unit)).find(isPlausible);

/** Reads "2025-08-02T12:00:00" as a moment of UTC. Returns undefined for a date or hour that does not exist. */
const readClock = (clock: string): number | undefined => {
	const ms = Date.parse(`${clock}Z`);
	const isReal = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(clock);
	return isReal ? ms : undefined;
};

/** Reads ISO 8601 text. Without an offset it is the time that clocks show in the zone. */
const readIso = (text: string, zone: string): number | undefined => {
	const [, year, , month, day, hour, minute, second = '00', utc, ahead, aheadMinutes = '00'] =
		ISO.exec(text) ?? [];
	const clockMs = readClock(`${year}-${month}-${day}T${hour}:${minute}:${second}`);
	if (clockMs === undefined || utc !== undefined) return clockMs;
	return ahead === undefined ? toUtcMs(clockMs, zone) : clockMs - toMs(`${ahead}:${aheadMinutes}`);
};

/** Returns a reader of moments, in milliseconds: epoch time as text or number, or ISO 8601 with a time of day. */
export const momentReader =
	(zone: string): ReadValue<number> =>
	(value) => {
		if (typeof value === 'number') return readEpoch(value);
		if (typeof value !== 'string') return undefined;
		const text = value.trim();
		if (EPOCH.test(text)) return readEpoch(Number(text));
		const ms = readIso(text, zone);
		return ms !== undefined && isPlausible(ms) ? ms : undefined;
	};
