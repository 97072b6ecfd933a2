import { readDateWords } from './dateWords';
import type { Clock } from './dateWords';
import { NO_TIME } from './moment';
import type { Moment, NoTime } from './moment';
import { toEpochMs, toIso, toWallMs } from './wallClock';

/** ISO 8601, the form of nearly all texts. Tried first because it is fast. */
const ISO =
	/^(\d{4})-(\d\d)-(\d\d)(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?)?$/i;

/** An offset such as Z, +05:30, -0500 or GMT+5:30. */
const OFFSET = /^(?:Z|(?:UTC|GMT)?(?:([+-])(\d{1,2})(?::?([0-5]\d))?)?)$/i;
/** The largest offset of any time zone: Pacific/Kiritimati. */
const MOST_MINUTES = 14 * 60;

/** Returns the minutes ahead of UTC for a time zone that is written as an offset. */
const readOffset = (zone: string): number | undefined => {
	const found = OFFSET.exec(zone);
	if (!found) return undefined;
	const minutes = Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
	if (minutes > MOST_MINUTES) return undefined;
	return found[1] === '-' ? -minutes : minutes;
};

const inZone = (wallMs: number, zone: string | undefined, timezone: string): Moment => {
	const offset = zone === undefined ? undefined : readOffset(zone);
	const ms = offset === undefined ? toEpochMs(wallMs, zone ?? timezone) : wallMs - offset * 60_000;
	return ms !== undefined && ms > 0 ? { ok: true, ms } : NO_TIME;
};

const readIso = (text: string): Clock | undefined => {
	const found = ISO.exec(text);
	if (!found) return undefined;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
		.slice(1, 7)
		.map((part) => Number(part ?? 0));
	const ms = Math.floor(Number(`0.${found[7] ?? 0}`) * 1_000);
	const wallMs = toWallMs([year, month, day], ((hour * 60 + minute) * 60 + second) * 1_000 + ms);
	return { wallMs: wallMs === undefined ? [] : [wallMs], zone: found[8] };
};

const MONTH_NAMES =
	'January February March April May June July August September October November December'.split(
		' ',
	);

const nameDay = (wallMs: number): string => {
	const day = new Date(wallMs);
	return `${day.getUTCDate()} ${MONTH_NAMES[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
};

/** `27 Nov 2026 10:00 IST`: IST may mean India, Israel or Ireland. */
const ZONE_LETTERS = /^(.*\d(?:\s?[ap]m)?)\s*\(?\b([A-Z]{3,5})\)?$/i;

/** Names the letters that make a time unreadable, if it could be read without them. */
const refuseZoneLetters = (text: string): NoTime => {
	const [, time = '', letters = ''] = ZONE_LETTERS.exec(text) ?? [];
	const clock = readDateWords(time);
	return clock && 'wallMs' in clock && clock.wallMs.length > 0
		? {
				ok: false,
				says: `has a time zone that can mean several: ${letters}`,
				todo: 'Leave the letters out if the time is meant in the time zone of the workflow, or write the zone like +05:30.',
			}
		: NO_TIME;
};

/** Reads a date, with or without a time of day, in the common forms of people and programs. */
export const readClockText = (text: string, timezone: string): Moment => {
	const clock = readIso(text) ?? readDateWords(text);
	if (!clock) return refuseZoneLetters(text);
	if ('shortYear' in clock)
		return {
			ok: false,
			says: 'has a year of two digits, so that it is not certain which number is the day',
			todo: 'Write the year first and with four digits, like 2026-01-31T18:30.',
		};
	const [first, second] = clock.wallMs;
	if (first === undefined) return NO_TIME;
	if (second !== undefined)
		return {
			ok: false,
			says: `can mean ${nameDay(first)} or ${nameDay(second)}`,
			todo: `Write the year first: ${toIso(first).slice(0, 16)} or ${toIso(second).slice(0, 16)}.`,
		};
	return inZone(first, clock.zone, timezone);
};
