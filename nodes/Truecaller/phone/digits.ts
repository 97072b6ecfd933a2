/** Returns only the ASCII digits of a text. */
export const digitsOf = (text: string): string => text.replace(/[^0-9]/g, '');

/** Blocks of ten digits begin at 0 or 6 of a row of sixteen, in every script of the basic plane. */
const toAsciiDigit = (digit: string): string => {
	const code = digit.charCodeAt(0);
	const row = code - (code % 16);
	return String(code - (/\p{Nd}/u.test(String.fromCharCode(row)) ? row : row + 6));
};

/** Returns the text with ASCII digits and punctuation, and without invisible characters. */
export const toPlainText = (text: string): string =>
	text
		.replace(/\p{Cf}/gu, '')
		.replace(/(?=\p{Nd})[\u0660-\uffff]/gu, toAsciiDigit)
		.replace(/[\p{Pd}\u2212\u30fc]/gu, '-')
		.replace(/[\uff0b\ufe62]/g, '+')
		.replace(/\uff08/g, '(')
		.replace(/\uff09/g, ')')
		.replace(/\uff0f/g, '/')
		.replace(/\uff1a/g, ':')
		.replace(/[\uff0e\u00b7\u2022]/g, '.')
		.trim();
