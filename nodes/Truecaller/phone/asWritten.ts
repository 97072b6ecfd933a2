/** Why something is no phone number (a phrase that follows the field's name), and what to do (a sentence). */
export type Refusal = { ok: false; why: string; fix: string };

/** The digits of a number as someone wrote it, led by + if it was. `(0)` inside is still there. */
export type Written = { ok: true; digits: string };

type Rule = readonly [pattern: RegExp, why: string, fix: string];

const TELL_ONE = 'Give one phone number only.';
const RETYPE = 'Give the whole number in digits, such as +91 and ten digits for India.';
const AS_TEXT = 'Format the column as text in the spreadsheet and enter the number again.';

/** Beyond this a text is no phone number, and the patterns below need not look at it. */
const LONGEST_TEXT = 100;

// The first that matches is told. A slash also stands inside German numbers, so only two long halves are two numbers.
const REFUSALS: readonly Rule[] = [
	[/^$/, 'is empty', 'Enter a phone number, or leave this item out.'],
	[/^\+?\d([.,]\d+)?e\+?\d+$/i, 'was shortened by a spreadsheet (scientific notation)', AS_TEXT],
	[
		/(\d\D*){8}([,;|&/\n]|\b(or|and)\b)(\D*\d){8}|\d{10}\s+\+?\d{10}|(\d\D*){7}\+/i,
		'has two numbers in it',
		TELL_ONE,
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

/** Blocks of ten digits begin at 0 or 6 of a row of sixteen, in every script of the basic plane. */
function toAsciiDigit(digit: string): string {
	const code = digit.charCodeAt(0);
	const row = code - (code % 16);
	return String(code - (/\p{Nd}/u.test(String.fromCharCode(row)) ? row : row + 6));
}

/** Same text with the digits, dashes, plus and brackets of a keyboard, and nothing that cannot be seen. */
export function toPlainText(text: string): string {
	return text
		.replace(/\p{Cf}/gu, '')
		.replace(/(?=\p{Nd})[\u0660-\uffff]/gu, toAsciiDigit)
		.replace(/[\p{Pd}\u2212\u30fc]/gu, '-')
		.replace(/[\uff0b\ufe62]/g, '+')
		.replace(/\uff08/g, '(')
		.replace(/\uff09/g, ')')
		.replace(/[\uff0e\u00b7\u2022]/g, '.')
		.trim();
}

function toText(input: unknown): string | Refusal {
	if (input === null || input === undefined) return '';
	if (typeof input === 'string') return input;
	const isNumber = typeof input === 'number' || typeof input === 'bigint';
	if (!isNumber)
		return {
			ok: false,
			why: 'is not a text or a number',
			fix: 'Map a field that holds one phone number.',
		};
	if (typeof input === 'number' && Math.abs(input) > Number.MAX_SAFE_INTEGER) {
		return {
			ok: false,
			why: 'is a number too large to be exact',
			fix: 'Hand it over as text, so that no digit is lost.',
		};
	}
	if (input < 0 || !/^\d+$/.test(String(input))) {
		return { ok: false, why: 'is a number but no phone number', fix: RETYPE };
	}
	return String(input);
}

/** Nothing to make plain and nothing to refuse: most numbers, and the patterns would take half the time of an item. */
const DIGITS_ALONE = /^\+?[0-9]+$/;

/** Reads what someone wrote as one phone number, or tells why it is none. Knows nothing of countries. */
export function readAsWritten(input: unknown): Written | Refusal {
	const raw = toText(input);
	if (typeof raw !== 'string') return raw;
	if (raw.length > LONGEST_TEXT)
		return { ok: false, why: 'is too long a text for one phone number', fix: TELL_ONE };
	if (DIGITS_ALONE.test(raw)) return { ok: true, digits: raw };
	const text = toPlainText(raw)
		.replace(/^tel:\s*/i, '')
		// A spreadsheet marks text with an apostrophe, and a table that lost its types adds ".0".
		.replace(/^['’]/, '')
		.replace(/^(\d{7,})\.0$/, '$1');
	const refusal = REFUSALS.find(([pattern]) => pattern.test(text));
	if (refusal) return { ok: false, why: refusal[1], fix: refusal[2] };
	return {
		ok: true,
		digits: text
			.replace(/\(\s*0\s*\)/, '*')
			.replace(/[^\d+*]/g, '')
			.replace('*', '(0)'),
	};
}
