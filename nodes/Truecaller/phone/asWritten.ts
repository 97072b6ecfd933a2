import { toPlainText } from './digits';
import { takeOffLabels } from './labels';
import { findLooseDigits, ONE_NUMBER } from './looseDigits';
import type { Loose, Refusal } from './looseDigits';
import { takeOffWrappers } from './wrappers';

/** The digits of a number as someone wrote it, led by + if it was. `(0)` inside is still there. */
export type Written = {
	readonly ok: true;
	readonly digits: string;
	readonly loose: readonly Loose[];
};

type Rule = readonly [pattern: RegExp, why: string, todo: string];

const RETYPE = 'Give the whole number in digits, such as +91 and ten digits for India.';
const AS_TEXT = 'Format the column as text in the spreadsheet and enter the number again.';
const HIDDEN = 'Map the field that holds the whole number.';

/** A chat link may be long, because it can contain a text to send. */
const LONGEST_LINK = 1_000;
/** A longer text cannot be a phone number, so the patterns below are spared. */
const LONGEST_TEXT = 100;

const MASKED = '(?:[x×*_#?]{2}|…|\\.\\s*\\.|-{3}|-\\s+-|--$)';
const MASK = new RegExp(`\\d.*${MASKED}|${MASKED}.*\\d`, 'i');

// The first match is reported. German numbers contain slashes too, so only two long halves count as two numbers.
const REFUSALS: readonly Rule[] = [
	[/^$/, 'is empty', 'Enter a phone number, or leave this item out.'],
	[/^\+?\d([.,]\d+)?e\+?\d+$/i, 'was shortened by a spreadsheet (scientific notation)', AS_TEXT],
	[/@(?:g\.us|lid|broadcast|newsletter)$/i, 'is a WhatsApp ID that holds no phone number', HIDDEN],
	[MASK, 'has some of its digits hidden', HIDDEN],
	[/^-.*\d/, 'begins with a minus, as if a spreadsheet had calculated it', AS_TEXT],
	[/\d.*-$/, 'ends with a minus, as if a spreadsheet had calculated it', AS_TEXT],
	[
		/(\d\D*){8}([,;|&/\n]|\b(or|and)\b)(\D*\d){8}|\d{10}\s+\+?\d{10}|(\d\D*){7}\+|\d[^\d:]*:[^\d:]*\d/i,
		'has two numbers in it',
		ONE_NUMBER,
	],
	[
		/((\d\D*){6}(ext(ensio)?n?|x|#|доб)|(\d\D*){10}[,;])[\s.:=]*\d{1,6}$/iu,
		'has an extension',
		'Remove the extension: only a whole line can be called.',
	],
	[/\p{L}/u, 'has letters in it', RETYPE],
	[/[^\d\s+().\-/]/, 'has characters in it that no phone number has', RETYPE],
	[/[^\s(].*\+/, 'has a + in the wrong place', 'Write + only once, before the country code.'],
	[/^\D*$/, 'has no digits in it', RETYPE],
];

/** A spreadsheet that shortens a number turns its last digits into zeros. Real numbers are hardly ever so round. */
const LOST_DIGITS = /^[1-9]\d{3,}0{6}$/;
const ROUNDED: Refusal = {
	ok: false,
	why: 'ends in so many zeros that a spreadsheet may have rounded it',
	todo: 'Format the column as text and enter the number again. If the zeros are right, write it with + and the country code.',
};

/** Deepest nesting of lists, labels and links. */
const MOST_LAYERS = 5;

/** Returns the only value of a list, also of nested lists: a CRM writes a multi-value field as a list. */
const toOnly = (input: unknown): unknown => {
	let only = input;
	for (let depth = 0; Array.isArray(only) && depth < MOST_LAYERS; depth++) {
		const values: unknown[] = only.filter((value) => (value ?? '') !== '');
		if (values.length > 1) return values;
		only = values[0];
	}
	return only;
};

const refuse = (why: string, todo: string): Refusal => ({ ok: false, why, todo });

const toText = (input: unknown): string | Refusal => {
	const value = toOnly(input);
	if (value === null || value === undefined) return '';
	if (typeof value === 'string') return value;
	if (Array.isArray(value)) return refuse('is a list of several values', ONE_NUMBER);
	if (typeof value !== 'number' && typeof value !== 'bigint')
		return refuse('is not a text or a number', 'Map a field that holds one phone number.');
	if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER)
		return refuse(
			'is a number too large to be exact',
			'Hand it over as text, so that no digit is lost.',
		);
	if (value < 0 || !/^\d+$/.test(String(value)))
		return refuse('is a number but no phone number', RETYPE);
	return String(value);
};

/** Most numbers need no clean-up. They skip the patterns, which would take half the time of an item. */
const DIGITS_ALONE = /^\+?[0-9]+$/;
/** Groups of two and more digits with one space or hyphen between them; not +49 49 …, where the code may stand twice. */
const GROUPS = /^(?!\+(\d{1,3})[ -]\1[ -])\+?\d+(?:[ -]\d{2,})+$/;
/** Longest text that is surely one number and not two. */
const LONGEST_GROUPS = 20;
/** Characters of a number. Every wrapper and label has others too. */
const PUNCTUATED = /^[0-9\s+()/-]*$/;

/** A label may stand around a link, and a link around a label. */
const unwrap = (text: string): string => {
	let inside = text;
	for (let layer = 0; layer < MOST_LAYERS && !PUNCTUATED.test(inside); layer++) {
		const next = takeOffLabels(takeOffWrappers(inside));
		if (next === inside) break;
		inside = next;
	}
	return inside;
};

const toDigits = (text: string): string =>
	text
		.replace(/\(\s*0\s*\)/, '*')
		.replace(/[^\d+*]/g, '')
		.replace('*', '(0)');

const readDigitsAlone = (digits: string): Written | Refusal =>
	LOST_DIGITS.test(digits) ? ROUNDED : { ok: true, digits, loose: [] };

/** Reads the input as the digits of one phone number, or explains why that fails. Independent of countries. */
export const readAsWritten = (input: unknown): Written | Refusal => {
	const raw = toText(input);
	if (typeof raw !== 'string') return raw;
	if (raw.length <= LONGEST_TEXT && DIGITS_ALONE.test(raw)) return readDigitsAlone(raw);
	if (raw.length <= LONGEST_GROUPS && GROUPS.test(raw))
		return { ok: true, digits: toDigits(raw), loose: [] };
	const text = raw.length > LONGEST_LINK ? raw : unwrap(toPlainText(raw));
	if (text.length > LONGEST_TEXT)
		return refuse('is too long a text for one phone number', ONE_NUMBER);
	if (DIGITS_ALONE.test(text)) return readDigitsAlone(text);
	const rule = REFUSALS.find(([pattern]) => pattern.test(text));
	if (rule) return refuse(rule[1], rule[2]);
	const loose = findLooseDigits(text);
	const sure = loose.find(({ isSure }) => isSure);
	return sure?.refusal ?? { ok: true, digits: toDigits(text), loose };
};
