import { toWallMs } from './wallClock';

/**
 * The local time that a text shows: one moment, two if its date can be read in two orders, none if
 * it is not a date.
 */
export type Clock = { readonly wallMs: readonly number[]; readonly zone?: string };

type Day = readonly [year: number, month: number, day: number];
type Found = Readonly<Partial<Record<string, string>>>;

const WEEKDAY =
	'(?:(?<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?';
const MONTH =
	'(?<letters>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const BETWEEN = '(?:\\s*[-/.,]\\s*|\\s+(?:of\\s+)?)';
/** An hour without minutes needs am, pm or a T. */
const TIME =
	'(?:(?<t>T)|\\s*,\\s*|\\s+(?:at\\s+|-\\s+)?)(?<hour>\\d{1,2})(?:[:.]?(?<minute>[0-5]\\d)(?:[:.]?(?<second>[0-5]\\d)(?:[.,](?<fraction>\\d{1,9}))?)?)?(?:\\s*(?<half>[ap])\\.?\\s?m\\b\\.?|\\s*(?:hrs?|hours)\\b\\.?)?';
/** An offset, a name such as Asia/Kolkata, or both. Brackets after an offset repeat its name. */
const ZONE =
	'(?:\\s*(?<zone>Z|(?:UTC|GMT)(?:[+-]\\d{1,2}(?::?\\d\\d)?)?|[+-]\\d{1,2}(?::?\\d\\d)?)(?:\\s*\\([^()]*\\)|\\[[^\\]]*\\])?|\\s*\\[?(?<place>[a-z_]+/[a-z_/+-]+\\d*)\\]?)?';

/**
 * The orders in which dates are written. Two numbers before the year can be day and month, or month
 * and day.
 */
const ORDERS = [
	'(?<year>\\d{4})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})',
	'(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)',
	`(?<year>\\d{4})${BETWEEN}${MONTH}${BETWEEN}${DAY}`,
	// Spreadsheets and databases write 27-Nov-26: if the month is in letters, the year comes last.
	`${DAY}${BETWEEN}${MONTH}${BETWEEN}(?<year>\\d{4}|'?\\d\\d)`,
	`${MONTH}${BETWEEN}${DAY}${BETWEEN}(?<year>\\d{4})`,
	'(?<one>\\d{1,2})(?<sign>[-/.])(?<other>\\d{1,2})\\k<sign>(?<year>\\d{4})',
].map((date) => new RegExp(`^${WEEKDAY}${date}(?:${TIME}${ZONE})?$`, 'i'));

const SHORT_YEAR = /^\d{1,2}([-/.])\d{1,2}\1\d{2}(?![\d-/])/;
/** `10:00 AM, 27 Nov 2026` */
const TIME_FIRST =
	/^(\d{1,2}(?:[:.]\d\d){1,2}(?: ?[ap]\.? ?m\b\.?)?|\d{1,2} ?[ap]\.? ?m\b\.?)[, ]+(?:on )?(.+)$/i;
/** `Fri Nov 27 10:00:00 UTC 2026`, as Unix and Java print it. */
const YEAR_LAST = /^(\w{3} \w{3} \d{1,2}) (\d\d:\d\d:\d\d)((?: [A-Z][\w/+:-]*)?) (\d{4})$/i;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');

const toDays = (found: Found): Day[] => {
	const year = Number(found.year?.replace("'", '').padStart(4, '2000'));
	const { one, other, letters } = found;
	if (one !== undefined) {
		const [first, second] = [Number(one), Number(other)];
		return first === second
			? [[year, first, second]]
			: [
					[year, second, first],
					[year, first, second],
				];
	}
	const month = letters ? MONTHS.indexOf(letters.slice(0, 3).toLowerCase()) + 1 : found.month;
	return [[year, Number(month), Number(found.day)]];
};

/** Returns the hour from 0 to 23, or undefined if it is not a valid hour. */
const toHour = ({ t, hour, minute, half }: Found): number | undefined => {
	const given = Number(hour);
	if (half === undefined)
		return given <= 23 && (minute !== undefined || t !== undefined) ? given : undefined;
	if (given < 1 || given > 12) return undefined;
	return (given % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
};

const toTimeOfDayMs = (found: Found): number | undefined => {
	if (found.hour === undefined) return 0;
	const hour = toHour(found);
	if (hour === undefined) return undefined;
	const { minute = 0, second = 0, fraction = 0 } = found;
	const seconds = (hour * 60 + Number(minute)) * 60 + Number(second);
	return seconds * 1_000 + Math.floor(Number(`0.${fraction}`) * 1_000);
};

const isOn = (weekday: string | undefined, wallMs: number): boolean =>
	weekday === undefined ||
	WEEKDAYS[new Date(wallMs).getUTCDay()] === weekday.slice(0, 3).toLowerCase();

/**
 * Returns the local time. The weekday must be right; it also decides between two possible orders.
 */
const toClock = (found: Found): Clock => {
	const timeOfDayMs = toTimeOfDayMs(found);
	if (timeOfDayMs === undefined) return { wallMs: [] };
	const wallMs = toDays(found)
		.map((day) => toWallMs(day, timeOfDayMs))
		.filter((ms) => ms !== undefined)
		.filter((ms) => isOn(found.weekday, ms));
	return { wallMs, zone: found.zone ?? found.place };
};

/**
 * Replaces special spaces, digits and dashes by the plain ones, removes invisible marks and quotes,
 * and puts the date first.
 */
const tidy = (text: string): string =>
	text
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '')
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.replace(/\s+/g, ' ')
		.replace(/^=?(["'])(.*?)\1?$/, '$2')
		.trim()
		.replace(YEAR_LAST, '$1 $4 $2$3')
		.replace(TIME_FIRST, '$2 $1');

/**
 * Reads a date in any usual order, with its month in letters or digits and a clock of 12 or 24
 * hours.
 */
export const readDateWords = (text: string): Clock | { readonly shortYear: true } | undefined => {
	const plain = tidy(text);
	for (const order of ORDERS) {
		const found = order.exec(plain)?.groups;
		if (found) return toClock(found);
	}
	return SHORT_YEAR.test(plain) ? { shortYear: true } : undefined;
};
