import type { Reader } from './fields';

/** Epoch seconds of today have ten digits, epoch milliseconds thirteen; what lies between is neither in this century. */
const SECONDS_BELOW = 100_000_000_000;
/** The last moment of the year 9999. */
const LATEST_MS = 253_402_300_799_999;

/** Epoch seconds as text or number, milliseconds too; the moment in milliseconds. */
export const readEpochMs: Reader<number> = (value) => {
	const number = typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
	if (typeof number !== 'number' || !(number > 0)) return undefined;
	const ms = Math.floor(number < SECONDS_BELOW ? number * 1_000 : number);
	return ms <= LATEST_MS ? ms : undefined;
};

const createFormat = (zone: string): Intl.DateTimeFormat =>
	new Intl.DateTimeFormat('en-US', {
		timeZone: zone,
		calendar: 'gregory',
		numberingSystem: 'latn',
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
		timeZoneName: 'longOffset',
	});

/** To make one takes longer than to use it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
	const format = formats.get(zone) ?? createFormat(zone);
	formats.set(zone, format);
	return format;
};

/** Whether this is the name of a time zone, such as Asia/Kolkata. */
export const isZone = (name: unknown): name is string => {
	if (typeof name !== 'string' || name === '') return false;
	try {
		formatOf(name);
		return true;
	} catch {
		return false;
	}
};

/** The first of these names that is a time zone: an event must not be lost to a misspelt one. */
export const chooseZone = (...names: readonly unknown[]): string => names.map((name) => (typeof name === 'string' ? name.trim() : name)).find(isZone) ?? 'UTC';

/** 2025-08-02T12:00:00+05:30: the moment as clocks show it there, summer time included. */
export const toIso = (ms: number, zone: string): string => {
	const part = Object.fromEntries(formatOf(zone).formatToParts(ms).map(({ type, value }) => [type, value]));
	// "GMT+05:30", and a bare "GMT" for no offset.
	const offset = (part.timeZoneName ?? '').replace('GMT', '') || '+00:00';
	return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}${offset}`;
};

/** 2025-08-02T06:30:00Z */
export const toIsoUtc = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
