import { LIMITS } from '../../../api/facts/limits';
import { isEdge, isTooLong, isTooShort } from './callReason';
import { readHtml } from './htmlText';
import { dropInvisible } from './invisible';

const SIGN = `[${[...LIMITS.callReasonForbidden].map((sign) => `\\${sign}`).join('')}]`;
const FORBIDDEN = new RegExp(SIGN, 'g');
/**
 * Matches signs between digits. With only a space, "1(250)" would become "1 250", which means 1250
 * in many countries.
 */
const BETWEEN_DIGITS = new RegExp(`(?<=\\d)${SIGN}+(?=\\d)`, 'g');
const APART_BETWEEN_DIGITS = new RegExp(
	`(?<=\\d)[\\s]*${SIGN}[\\s${SIGN.slice(1, -1)}]*(?=\\d)`,
	'g',
);
/** An amount after a dollar sign, with its unit: "$1,299.50", "$1.5 million". */
const AMOUNT =
	'\\$\\s?(\\d[\\d,]*(?:\\.\\d+)?(?:\\s?(?:k|m|bn|hundred|thousand|lakhs?|crores?|million|billion)\\b)?)';
const DOLLARS = new RegExp(`(?<!\\d\\s*)${AMOUNT}`, 'gi');
const DOLLARS_BEHIND_NUMBER = new RegExp(`(?<=\\d)\\s+${AMOUNT}`, 'gi');
/** "1/2 kg" and "10^5": without the sign the amount changes, and no single word fits all cases. */
const KEPT = /(?<![\d/.,])\d\/\d(?=\s?\p{L})|\d+\^(?=\d)/gu;

/** Words for signs, in the order in which they apply. No amount changes, and digits never join. */
const SPOKEN: ReadonlyArray<readonly [RegExp, string]> = [
	[DOLLARS, '$1 dollars '],
	[DOLLARS_BEHIND_NUMBER, ' - $1 dollars '],
	[/(?<=\d)\s?\$(?!\d)/g, ' dollars '],
	[/(?<=\d)\s?%/g, ' percent '],
	[/(?<=\d)\s?\*\s?(?=\d)/g, ' x '],
	[/(?<=\d)\s?@\s?(?=\d)|(?<=\S)\s@\s?(?=\d)/g, ' at '],
	// Indian amounts end in "/-".
	[/(?<=\d)\/[-=](?!\w|\s*\d)/g, ''],
	[/(?<=\d)\s?\+\s?(?=\d)/g, ' plus '],
	[/(?<=\d)\+(?![\w+])/g, ' plus '],
	[/(?<= (?:dollars|percent|plus)) (?=[;:?])/g, ''],
	// "$5-$10" is a range: "5 dollars -10" would be below zero.
	[/(?<= (?:dollars|percent)) -(?=\d)/g, ' to '],
	[/(?<=[^\s&+])(?:\s*&\s*|\s+\+\s+|(?<=\p{L})\+(?=\p{L}))(?=[^\s&+])/gu, ' and '],
	[BETWEEN_DIGITS, '-'],
	[APART_BETWEEN_DIGITS, ' - '],
];

/**
 * Replaces the signs that Truecaller forbids. Signs in `KEPT` stay, so that the checks refuse the
 * text.
 */
const dropSigns = (text: string): string => {
	let spoken = text;
	for (const [sign, words] of SPOKEN) spoken = spoken.replace(sign, words);
	return spoken.replace(FORBIDDEN, ' ');
};

const dropSignsAround = (text: string): string => {
	const pieces: string[] = [];
	let from = 0;
	for (const kept of text.matchAll(KEPT)) {
		pieces.push(dropSigns(text.slice(from, kept.index)), kept[0]);
		from = kept.index + kept[0].length;
	}
	return [...pieces, dropSigns(text.slice(from))].join('');
};

/** Normalises white space, also before a comma: "Hi , your order" comes from an empty field. */
const tidySpaces = (text: string): string =>
	text
		.replace(/\s+/g, ' ')
		.replace(/ +([,.])(?=\s|$)/g, '$1')
		.replace(/ +,(?=\p{L})/gu, ', ')
		.replace(/,(?:\s*,)+(?=\s|$)/g, ',');

/** Says a leading sign that belongs to a number in words: "-5 degrees", ".5 kg". */
const sayFirstSign = (text: string): string =>
	text.replace(/^[\s.,-]*([.-])(?=\d)/, (_edge, sign: string) =>
		sign === '-' ? 'minus ' : 'point ',
	);

const trimEdges = (text: string): string => {
	let from = 0;
	let to = text.length;
	while (from < to && isEdge(text[from])) from++;
	while (to > from && isEdge(text[to - 1])) to--;
	return text.slice(from, to);
};

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Cuts at the last space that leaves most of the text, or else after the last whole letter or
 * emoji. Also drops a number at the cut, because the rest of its amount may be missing.
 */
const shorten = (text: string, maximum: number): string => {
	if (!isTooLong(text, maximum)) return text;
	let whole = '';
	for (const { segment } of graphemes.segment(text)) {
		if (whole.length + segment.length > maximum) break;
		whole += segment;
	}
	const space = text.startsWith(`${whole} `) ? whole.length : whole.lastIndexOf(' ');
	const cut = space > maximum / 2 ? whole.slice(0, space) : whole;
	return cut.replace(/(?:\s\S*\d\S*)+$|[^\sA-Za-z]*\d\S*$/, '');
};

const cleanOnce = (reason: string): string => {
	const seen = dropInvisible(readHtml(reason)).normalize('NFC');
	const even = trimEdges(sayFirstSign(tidySpaces(dropSignsAround(seen))));
	return trimEdges(shorten(even, LIMITS.callReasonMaxLength));
};

/** Each pass removes something, so few are needed. No real text has a longer chain. */
const MOST_PASSES = 10;

/**
 * Repairs a call reason: reads HTML as text, removes invisible characters, replaces forbidden signs
 * by words or a space, normalises white space, trims the edges, and cuts a text that is too long at
 * a word. One repair can make room for another ("&amp;lt;"), so it repeats until nothing changes.
 * Returns undefined if fewer than 10 characters are left: the call is then sent without a reason.
 */
export const cleanReason = (reason: string): string | undefined => {
	let clean = reason;
	for (let pass = 0; pass < MOST_PASSES; pass++) {
		const next = cleanOnce(clean);
		if (next === clean) break;
		clean = next;
	}
	return isTooShort(clean, LIMITS.callReasonMinLength) ? undefined : clean;
};
