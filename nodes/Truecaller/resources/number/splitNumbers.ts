import { digitsOf } from '../../api/reading/digits';
import { readPhoneNumber } from '../../phone/phoneNumber';

/** What stands between two numbers: commas and semicolons, of other scripts too, bars, tabs, and line ends of any system. */
const SEPARATORS = /[,;|\t\n\v\f\r\u0085\u2028\u2029،؛、，；]+/;

/** Shorter than this, no number of any country is. */
const FEWEST_DIGITS = 7;

const isWhole = (text: string): boolean => digitsOf(text).length >= FEWEST_DIGITS;

/**
 * Splits numbers that only spaces stand between: a field of one line makes spaces of the line ends of a pasted
 * column. Spaces stand within numbers too, so a text is split only where it is no number as a whole, and its parts
 * are: each begins with +, or each can be read.
 */
const splitAtSpaces = (text: string, country: string): readonly string[] => {
	if (digitsOf(text).length < 2 * FEWEST_DIGITS || readPhoneNumber(text, country).ok) return [text];
	const withPlus = text.trim().split(/\s+(?=\+)/);
	if (withPlus.length > 1 && withPlus.every(isWhole)) return withPlus;
	const parts = text.trim().split(/\s+/);
	return parts.every((part) => readPhoneNumber(part, country).ok) ? parts : [text];
};

/**
 * Splits a text into its numbers, at commas, lines or spaces. Also accepts an array from an
 * expression.
 */
export const splitNumbers = (value: unknown, country: string): unknown[] => {
	if (Array.isArray(value)) return value.flatMap((each) => splitNumbers(each, country));
	if (typeof value !== 'string') return value === null || value === undefined ? [] : [value];
	return value
		.split(SEPARATORS)
		.filter((text) => text.trim() !== '')
		.flatMap((text) => splitAtSpaces(text, country));
};
