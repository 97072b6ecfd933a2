import { DAY_MS } from '../../../api/facts/durations';
import type { Moment, NoTime } from './moment';
import { toEpochMs, toWallMs } from './wallClock';

/**
 * Numbers are read only as times between these years. So units cannot be confused, and most phone
 * numbers are not read as times.
 */
const YEAR_2010_MS = Date.UTC(2010, 0, 1);
const YEAR_2100_MS = Date.UTC(2100, 0, 1);
/** Epoch seconds, milliseconds, microseconds and nanoseconds. */
const UNITS_PER_MS = [0.001, 1, 1_000, 1_000_000];

/**
 * Day 0 of spreadsheet dates in the 1900 system of Google Sheets and Excel for Windows. Beware: old
 * workbooks of Excel for Mac count from 1904, so their dates are read as 4 years too early.
 */
const DAY_0_MS = Date.UTC(1899, 11, 30);
const [YEAR_2010, YEAR_2100] = [YEAR_2010_MS, YEAR_2100_MS].map((ms) => (ms - DAY_0_MS) / DAY_MS);

/** `20261127`, `202611271530`, `20261127153000`, or with milliseconds. */
const COMPACT = /^(20\d\d)(\d\d)(\d\d)(?:([01]\d|2[0-3])([0-5]\d)(?:([0-5]\d)(\d{3})?)?)?$/;

const FIX =
	'Map a date to it, or write it like 2026-01-31T18:30 (in the time zone of the workflow).';
const NEITHER: NoTime = {
	ok: false,
	says: 'is a number that is neither an epoch time nor the date of a spreadsheet',
	todo: FIX,
};
const TIME_ALONE: NoTime = { ok: false, says: 'is a time of day without its date', todo: FIX };
const ROUNDED: NoTime = {
	ok: false,
	says: 'is the date of a spreadsheet whose time of day was rounded',
	todo: 'Format the column as date and time, or read it with more decimal places.',
};

const at = (wallMs: number, timezone: string): Moment => {
	const ms = toEpochMs(wallMs, timezone);
	return ms === undefined ? NEITHER : { ok: true, ms };
};

const fromCompact = (digits: string): number | undefined => {
	const found = COMPACT.exec(digits);
	if (!found) return undefined;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0] = found
		.slice(1)
		.map((part) => Number(part ?? 0));
	return toWallMs([year, month, day], ((hour * 60 + minute) * 60 + second) * 1_000 + ms);
};

/** Returns epoch ms for an epoch time in any of the units. */
const fromEpoch = (value: number): number | undefined =>
	UNITS_PER_MS.map((units) => value / units).find((ms) => ms >= YEAR_2010_MS && ms < YEAR_2100_MS);

/**
 * Reads the fraction of a day as a time, rounded to the minute if the precision of its digits
 * allows that, or else to the second. With 3 digits or fewer a time is off by up to 7 minutes, so
 * only exact minutes such as .5 or .375 are accepted.
 */
const readTimeOfDayMs = (fraction: string): number | undefined => {
	const seconds = Number(`0.${fraction}`) * 86_400;
	const wholeMinute = Math.round(seconds / 60) * 60;
	const offBy = Math.abs(seconds - wholeMinute);
	const precision = 43_200 / 10 ** fraction.length;
	if (precision > 30 && offBy > 0.001) return undefined;
	return (offBy <= precision ? wholeMinute : Math.round(seconds)) * 1_000;
};

const fromSerial = (days: string, fraction: string, timezone: string): Moment => {
	const timeOfDayMs = readTimeOfDayMs(fraction);
	if (timeOfDayMs === undefined) return ROUNDED;
	return at(DAY_0_MS + Number(days) * DAY_MS + timeOfDayMs, timezone);
};

/**
 * Reads a time that is written as a number: an epoch time, a spreadsheet date, or date and time
 * without separators.
 */
export const readDigits = (digits: string, timezone: string): Moment => {
	const [days = '', fraction = '', ...others] = digits.split('.');
	const value = Number(digits);
	if (!/^\d+$/.test(days) || !/^\d*$/.test(fraction) || others.length > 0) return NEITHER;
	const ms = fromEpoch(value);
	if (ms !== undefined) return { ok: true, ms: Math.round(ms) };
	const wallMs = fromCompact(digits);
	if (wallMs !== undefined) return at(wallMs, timezone);
	if (YEAR_2010 !== undefined && YEAR_2100 !== undefined)
		if (value >= YEAR_2010 && value < YEAR_2100) return fromSerial(days, fraction, timezone);
	return value > 0 && value < 1 ? TIME_ALONE : NEITHER;
};
