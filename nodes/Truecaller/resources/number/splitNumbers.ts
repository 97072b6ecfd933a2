import { digitsOf } from '../../api/reading/digits';
import { readPhoneNumber } from '../../phone/phoneNumber';

/**
 * Separators between numbers: commas and semicolons of several scripts, bars, tabs, and line ends
 * of any system.
 */
const SEPARATORS = /[,;|\t\n\v\f\r\u0085\u2028\u2029،؛、，；]+/;

/** No phone number of any country has fewer digits. */
const FEWEST_DIGITS = 7;

const isWhole = (text: string): boolean => digitsOf(text).length >= FEWEST_DIGITS;

/**
 * Splits numbers at spaces: a single-line field turns the line ends of a pasted column into spaces.
 * Spaces also occur inside numbers. So it splits only a text that is not one number and whose parts
 * are numbers: each begins with + or is readable.
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
