import type { NamedField } from '../../../items/namedFields';

/** How an expression or template in a text failed. */
type Kind = 'noValue' | 'object' | 'template' | 'sheetError' | 'lostLetter';

/** A sign that a text is not what its author meant, quoted from the text. */
export type Unfilled = { readonly kind: Kind; readonly found: string };

/** Matches a whole word: `NaN` in "₹NaN", but not inside "Banana". */
const word = (letters: string, flags = 'u'): RegExp =>
	new RegExp(`(?<![\\p{L}\\p{N}_])(?:${letters})(?![\\p{L}\\p{N}_])`, flags);

/**
 * The signs, and why normal texts do not contain them. Lower-case "null" is a word only in "null
 * and void", and "Null" is a surname. Only programs write "NaN": "Nan" and "nan" mean a
 * grandmother, "NAN" is a milk powder. "Invalid date of birth" is a reason to call. Sentences
 * contain single brackets, but no braces or double brackets. A less-than sign before a letter opens
 * a tag or a placeholder, which "<5 minutes" does not.
 */
const SIGNS: ReadonlyArray<readonly [Kind, RegExp]> = [
	['object', /\[object \w+\]/],
	['template', /\{\{.*?\}\}|\{\{.*|\}\}/s],
	['template', /\$\{[^}]*\}?|\{[#%].*?\}|\{#.*|<%.*?%>/s],
	['template', /\{\s*[\p{L}\p{N}_][\p{L}\p{N}_. -]*\}/u],
	['template', /\*\|.*?\|\*|\[\[.*?\]\]|<<.*?>>/s],
	['template', /%%?[A-Za-z]\w*%%?/],
	['template', /<\/?\p{L}[^<>]*>/u],
	['noValue', word('undefined', 'iu')],
	['noValue', word('null(?! and void)')],
	['noValue', word('NaN|Invalid Date(?:Time)?(?! of)')],
	['sheetError', /#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!|SPILL!)/],
	['noValue', word('N/A', 'iu')],
	['lostLetter', /\uFFFD/],
];

/** Databases print "NULL" for an empty value; in a text in capitals it can be a surname. */
const NULL_IN_CAPITALS = word('NULL');

/** Nearly all texts contain none of this, so one look is enough. */
const ANY_SIGN = /[{}[<%$#|\uFFFD]|undefined|null|NaN|Invalid|N\/A/i;

/** Returns the first sign of a failed expression or an unfilled template, or undefined. */
export const findUnfilled = (text: string): Unfilled | undefined => {
	if (!ANY_SIGN.test(text)) return undefined;
	for (const [kind, sign] of SIGNS) {
		const found = sign.exec(text)?.[0];
		if (found !== undefined) return { kind, found };
	}
	return NULL_IN_CAPITALS.test(text) && /\p{Ll}/u.test(text)
		? { kind: 'noValue', found: 'NULL' }
		: undefined;
};

/**
 * Returns true if a value still contains an expression after n8n evaluated it: the parameter was
 * left on Fixed.
 */
export const isLeftFixed = (value: unknown): boolean =>
	typeof value === 'string' && value.includes('{{');

export const SWITCH_TO_EXPRESSION =
	'Switch the parameter from Fixed to Expression, so that n8n fills it in.';

const isEmpty = ({ value }: NamedField): boolean => value === undefined || value === null;
const isObject = ({ value }: NamedField): boolean => typeof value === 'object' && value !== null;

const list = (fields: readonly NamedField[]): string =>
	[...new Set(fields.map(({ name }) => `"${name}"`))].join(', ');

const adviseOnValue = (name: string, fields: readonly NamedField[]): string => {
	const guilty = fields.filter(isEmpty);
	return guilty.length > 0
		? `Look at the field ${list(guilty)} that '${name}' uses: this item has no value there.`
		: `Look at the fields that '${name}' uses: one of them has no value in this item.`;
};

const adviseOnObject = (name: string, fields: readonly NamedField[]): string => {
	const guilty = fields.filter(isObject);
	return guilty.length > 0
		? `Look at the field ${list(guilty)} that '${name}' uses: it is an object or a list. Map a single text inside it.`
		: `Look at the fields that '${name}' uses: one of them is an object or a list. Map a single text inside it.`;
};

/** Says where to look. `fields`: the fields of the item that the parameter's expression names. */
export const adviseOnUnfilled = (
	{ kind, found }: Unfilled,
	name: string,
	{ isFixed, fields }: { readonly isFixed: boolean; readonly fields: readonly NamedField[] },
): string => {
	if (kind === 'noValue') return adviseOnValue(name, fields);
	if (kind === 'object') return adviseOnObject(name, fields);
	if (kind === 'sheetError') return 'Correct the formula in the spreadsheet.';
	if (kind === 'lostLetter')
		return 'Read the file or the answer that the text comes from as UTF-8: a letter was lost.';
	return isFixed && isLeftFixed(found)
		? `Switch '${name}' from Fixed to Expression, so that n8n fills it in.`
		: `Put a field of the item into '${name}' in its place, or take it out.`;
};

const SAYS: Readonly<Record<Kind, (found: string) => string>> = {
	noValue: (found) => `has "${found}" in it, where a value is missing`,
	object: (found) => `has "${found}" in it, where an object was mapped as text`,
	template: (found) => `has "${found}" in it, which is a template or a tag that was not filled in`,
	sheetError: (found) => `has "${found}" in it, which is an error of a spreadsheet`,
	lostLetter: (found) => `has "${found}" in it, where a letter was lost`,
};

/** Maximum length of a quotation. */
const MOST_QUOTED = 40;

/** Says what was found, in words that follow the name of the parameter. */
export const tellUnfilled = ({ kind, found }: Unfilled): string =>
	SAYS[kind](found.length > MOST_QUOTED ? `${found.slice(0, MOST_QUOTED)}…` : found);
