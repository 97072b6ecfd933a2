import { readClockText } from './dateText';
import { NO_TIME } from './moment';
import type { Moment, NoTime } from './moment';
import { readDigits } from './timeNumber';
import { isLeftFixed, SWITCH_TO_EXPRESSION } from '../texts/unfilledText';

const LEFT_FIXED: NoTime = {
	ok: false,
	says: 'is an expression that n8n did not evaluate',
	todo: SWITCH_TO_EXPRESSION,
};

/**
 * A whole number or a decimal, with a point or a comma; scientific notation, too. Below: with
 * commas between thousands.
 */
const NUMERIC = /^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;
const WITH_THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

const fromText = (given: string, timezone: string): Moment => {
	const text = given.trim();
	if (text === '') return { ok: true };
	if (isLeftFixed(text)) return LEFT_FIXED;
	if (WITH_THOUSANDS.test(text)) return readDigits(text.replaceAll(',', ''), timezone);
	if (NUMERIC.test(text)) return readDigits(text.replace(',', '.'), timezone);
	return readClockText(text, timezone);
};

const isLuxon = (value: object): value is { toMillis: () => number } =>
	'toMillis' in value && typeof value.toMillis === 'function';

const fromMs = (ms: number): Moment => (Number.isFinite(ms) && ms > 0 ? { ok: true, ms } : NO_TIME);

/**
 * Reads a moment from a date text, from an epoch time or spreadsheet date (number or digits), or
 * from a luxon or JavaScript date of an expression. Null and empty text mean no moment. A time
 * without a zone is in the workflow's time zone.
 */
export const readMoment = (value: unknown, timezone: string): Moment => {
	if (value === null || value === undefined) return { ok: true };
	if (typeof value === 'string') return fromText(value, timezone);
	if (typeof value === 'number')
		return Number.isFinite(value) ? readDigits(String(value), timezone) : NO_TIME;
	if (value instanceof Date) return fromMs(value.getTime());
	if (typeof value === 'object' && isLuxon(value)) return fromMs(value.toMillis());
	return NO_TIME;
};
