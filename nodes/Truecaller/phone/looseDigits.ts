import { digitsOf } from './digits';

/** Why something is no phone number (a phrase that follows the field's name), and what to do (a sentence). */
export type Refusal = { readonly ok: false; readonly why: string; readonly todo: string };

/** Digits that stand apart at an end of a text and may not belong to the number. */
export type Loose = {
	/** The text without them */
	readonly rest: string;
	readonly refusal: Refusal;
	/** The rest is whole in every country, so these digits are no part of it */
	readonly isSure: boolean;
	/** A hyphen stands before them, as before a direct-dial extension in Germany */
	readonly isHyphened: boolean;
};

export const ONE_NUMBER = 'Give one phone number only.';
const ALONE = 'Give the number alone, without other digits before or after it.';

type Place = readonly [pattern: RegExp, why: string, todo: string, isSure: boolean];

const TWO = ['has two numbers in it', ONE_NUMBER] as const;
const LISTED = ['begins with the number of a list', ALONE] as const;

/** Places of loose digits. `isSure`: beside a whole number they never belong to it. Otherwise the numbering plan decides. */
const PLACES: readonly Place[] = [
	[/\s*\/\s*\d{1,4}$/, ...TWO, true],
	[/\s*\(\s*\d{1,4}\s*\)$/, 'has more digits in brackets after it', ALONE, true],
	[/(?<=^[^.]*)\.\d{1,2}$/, 'has digits after a decimal point', ALONE, true],
	[/[\s-]+\d$/, 'has a single digit left over at its end', ALONE, false],
	[
		/^\+(\d{1,3})[\s.-]+(?=\1[\s.(-])/,
		'has its country code twice',
		'Write the country code once.',
		false,
	],
	[/^\(\d\)\s*/, 'has more digits in brackets before it', ALONE, false],
	[/^[1-9]\d{0,2}(?:[.)]+\s+|\))(?=[+(\d])/, ...LISTED, true],
	[/^[2-9]\.(?=[^.]*$)/, ...LISTED, true],
	[/^[1-9]\d{0,2}\.(?=[^.]*$)/, ...LISTED, false],
	[/^[2-9]\s*\/\s*(?=[^/]*$)/, ...TWO, true],
	[/^[1-9]\d{0,2}\s*\/\s*(?=[^/]*$)/, ...TWO, false],
];

/** Digits that are a whole number in every country. */
const WHOLE = 10;

/** Returns the readings of a text without the digits that stand apart at one of its ends. */
export const findLooseDigits = (text: string): readonly Loose[] =>
	PLACES.flatMap(([pattern, why, todo, isSure]) => {
		const piece = pattern.exec(text)?.[0];
		if (piece === undefined) return [];
		const after = `${piece.startsWith('+') ? '+' : ''}${text.slice(piece.length)}`;
		const rest = text.startsWith(piece) ? after : text.slice(0, -piece.length);
		const isWhole = isSure && digitsOf(rest).length >= WHOLE;
		const refusal: Refusal = { ok: false, why, todo };
		return [{ rest, refusal, isSure: isWhole, isHyphened: piece.startsWith('-') }];
	});
