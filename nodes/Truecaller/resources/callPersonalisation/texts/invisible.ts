/**
 * Scripts that need joiners to write their letters: the scripts of India and Sri Lanka, Arabic,
 * Khmer and Mongolian.
 */
const JOINING = [
	'Arabic',
	'Bengali',
	'Devanagari',
	'Gujarati',
	'Gurmukhi',
	'Kannada',
	'Khmer',
	'Malayalam',
	'Mongolian',
	'Oriya',
	'Sinhala',
	'Syriac',
	'Tamil',
	'Telugu',
]
	.map((script) => `\\p{Script=${script}}`)
	.join('');

/**
 * Invisible characters that change a visible one: joiners between such letters or emoji, variants
 * of a sign, flags.
 */
const PART_OF_A_SIGN = [
	`(?<=[${JOINING}])[\\u200C\\u200D]`,
	'(?<=\\p{Extended_Pictographic}\\uFE0F?|\\p{Emoji_Modifier})\\u200D(?=\\p{Extended_Pictographic})',
	'(?<=[^\\s\\p{Cc}\\p{Cf}\\p{Cs}])[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]',
	'(?<=\\u{1F3F4}[\\u{E0020}-\\u{E007E}]*)[\\u{E0020}-\\u{E007F}]',
].join('|');

/** Control characters, line and paragraph separators, zero-width and directional marks, fillers, halves of an emoji. */
const INVISIBLE = new RegExp(
	`(?!${PART_OF_A_SIGN})[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u2800]`,
	'gu',
);

/** Nearly all texts contain only these characters. */
const PLAIN_ASCII = /^[ -~]*$/;

const NAMES: Readonly<Record<string, string>> = {
	'\n': 'a line break',
	'\r': 'a line break',
	'\u2028': 'a line break',
	'\u2029': 'a line break',
	'\t': 'a tab',
	'\u200b': 'a zero-width space',
	'\u00ad': 'a soft hyphen',
};

const nameOf = (character: string): string =>
	NAMES[character] ??
	`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Returns the names of the invisible characters in a text. */
export const findInvisible = (text: string): string[] =>
	PLAIN_ASCII.test(text) ? [] : [...new Set((text.match(INVISIBLE) ?? []).map(nameOf))];

/**
 * Removes invisible characters. A line break or a tab becomes a space; a zero-width character
 * leaves nothing.
 */
export const dropInvisible = (text: string): string =>
	PLAIN_ASCII.test(text)
		? text
		: text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u2800]+/gu, ' ').replace(INVISIBLE, '');
