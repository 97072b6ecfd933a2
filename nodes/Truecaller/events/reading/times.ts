import { DAY_MS, MINUTE_MS } from '../../api/facts/durations';

/** More than the 1,440 minutes of a day; takes some kilobytes. */
const MOST_OFFSETS = 5_000;

const createFormat = (zone: string): Intl.DateTimeFormat =>
	new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });

/** Cached, because creating a format takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
	const format = formats.get(zone) ?? createFormat(zone);
	formats.set(zone, format);
	return format;
};

/** Returns whether this is the name of a time zone, such as Asia/Kolkata. */
export const isZone = (name: unknown): name is string => {
	if (typeof name !== 'string' || name === '') return false;
	try {
		formatOf(name);
		return true;
	} catch {
		return false;
	}
};

/** Returns the first of these names that is a time zone: a misspelt one must not lose an event. */
export const chooseZone = (...names: readonly unknown[]): string =>
	names.map((name) => (typeof name === 'string' ? name.trim() : name)).find(isZone) ?? 'UTC';

/** Returns the UTC offset of the zone at that moment, such as "+05:30". */
const readOffset = (ms: number, zone: string): string => {
	const name =
		formatOf(zone)
			.formatToParts(ms)
			.find(({ type }) => type === 'timeZoneName')?.value ?? '';
	// "GMT+05:30", and a bare "GMT" for no offset.
	return name.replace('GMT', '') || '+00:00';
};

/** Cached, because reading an offset takes longer than the rest of an event, and events share minutes. */
const offsets = new Map<string, string>();

/** Returns the offset by minute, because clocks only change at full minutes. */
const offsetOf = (ms: number, zone: string): string => {
	const key = `${Math.floor(ms / MINUTE_MS)} ${zone}`;
	const offset = offsets.get(key) ?? readOffset(ms, zone);
	if (offsets.size >= MOST_OFFSETS) offsets.clear();
	offsets.set(key, offset);
	return offset;
};

/** Returns "+05:30" as milliseconds. */
export const toMs = (offset: string): number =>
	Number(`${offset[0]}${Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))}`) * MINUTE_MS;

/** Returns 2025-08-02T12:00:00+05:30: the moment as clocks in the zone show it, summer time included. */
export const toIso = (ms: number, zone: string): string => {
	const offset = offsetOf(ms, zone);
	return `${new Date(ms + toMs(offset)).toISOString().slice(0, 19)}${offset}`;
};

/** Returns 2025-08-02T06:30:00Z. */
export const toIsoUtc = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/**
 * Returns the moment at which clocks in the zone show this time, given as if they were at UTC. Of an hour that
 * comes twice it is the first; undefined for an hour that is skipped when clocks go forward.
 */
export const toUtcMs = (clockMs: number, zone: string): number | undefined =>
	[clockMs - DAY_MS, clockMs + DAY_MS]
		.map((nearMs) => clockMs - toMs(offsetOf(nearMs, zone)))
		.sort((one, other) => one - other)
		.find((ms) => ms + toMs(offsetOf(ms, zone)) === clockMs);
