import fc from 'fast-check';

import { LIMITS } from '../../../../../nodes/Truecaller/api/facts/limits';
import { findReasonFaults } from '../../../../../nodes/Truecaller/resources/callPersonalisation/texts/callReason';
import { cleanReason } from '../../../../../nodes/Truecaller/resources/callPersonalisation/texts/cleanReason';
import { findUnfilled } from '../../../../../nodes/Truecaller/resources/callPersonalisation/texts/unfilledText';

const {
	callReasonForbidden: FORBIDDEN,
	callReasonNotAtEdge: EDGES,
	callReasonMinLength: LEAST,
	callReasonMaxLength: MOST,
} = LIMITS;

/** Where a sign stays because no word is certain to keep the amount, the text is refused. */
const isKept = (clean: string): boolean => /\d\/\d|\d\^/.test(clean);

/** Any text at all: every code unit, whole letters of any script, and the characters that the rules are about. */
const anyText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 250 }),
	fc.string({ unit: 'grapheme', maxLength: 250 }),
	fc.string({
		unit: fc.constantFrom(
			...'0159.,$%*+/@^ -',
			...[
				'&amp;',
				'&lt;',
				'&#8377;',
				'<b>',
				'</b>',
				'<br>',
				'\u200b',
				'\u200d',
				'क्',
				'kg',
				'e',
				'\u0301',
			],
		),
		maxLength: 140,
	}),
	fc.string({
		unit: fc.constantFrom(...FORBIDDEN, ...EDGES, ...' \n\t\u00a0\ud83c', 'a', 'é', '🌸', 'word'),
		maxLength: 250,
	}),
	fc.string({
		unit: fc.constantFrom('word', 'words', ', ', '. ', ' - ', ' ', '🌸'),
		minLength: 25,
		maxLength: 80,
		size: 'max',
	}),
);

/** What is certainly fit to be shown: a letter, a digit, or a sign that no rule speaks of. */
const countShowable = (text: string): number =>
	[...text.normalize('NFC')].filter((character) => /[\p{L}\p{N}\p{So}]/u.test(character)).length;

const lettersOf = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');

/** The numbers of a text, one after the other: "2*500ml" has 2 and 500. */
const numbersOf = (text: string): string[] => text.match(/\d+/g) ?? [];

it('Whatever a call reason was, Truecaller accepts what it is cleaned to, and cleaning it again changes nothing', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const clean = cleanReason(text);
			if (clean === undefined) return;
			const faults = findReasonFaults(clean, true);
			if (isKept(clean)) expect(faults).toHaveLength(1);
			else expect(faults).toEqual([]);
			expect(cleanReason(clean)).toBe(clean);
		}),
		{ numRuns: 3_000 },
	);
});

it('A call reason is left out only when too little of it may be shown', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			fc.pre(text.length <= MOST / 2 && !/[<&]/.test(text) && cleanReason(text) === undefined);
			expect(countShowable(text)).toBeLessThan(LEAST);
		}),
		{ numRuns: 1_000 },
	);
});

it('Words with any one sign between them are never left out, however long the text', () => {
	const sign = fc.constantFrom(' ', ...FORBIDDEN, ...EDGES);
	const words = fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,12}$/), sign), {
		minLength: LEAST,
		maxLength: 60,
	});
	fc.assert(
		fc.property(words, (pairs) => expect(cleanReason(pairs.flat().join(''))).toBeDefined()),
		{ numRuns: 1_000 },
	);
});

it('A call reason that is good stays as it is', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			// Two spaces in a row, or one before a comma, are good and still tidied; HTML is read as text.
			fc.pre(findReasonFaults(text).length === 0 && text === text.normalize('NFC'));
			fc.pre(!/\s{2}|[^\S ]|[<&]| [.,]|,,/.test(text));
			expect(cleanReason(text)).toBe(text);
		}),
		{ numRuns: 300 },
	);
});

it('Cleaning takes no letter away and adds only the words for a sign', () => {
	const words = /and|at|dollars|minus|percent|plus|point|to|x/g;
	fc.assert(
		fc.property(anyText, (text) => {
			fc.pre(text.length <= 30 && !/[<&]/.test(text));
			const clean = cleanReason(text);
			fc.pre(clean !== undefined);
			expect(lettersOf(clean).replace(words, '')).toBe(
				lettersOf(text.replace(/\p{Default_Ignorable_Code_Point}/gu, '')).replace(words, ''),
			);
		}),
		{ numRuns: 1_000 },
	);
});

it('Cleaning changes no number and joins none: a longer text only loses its last ones', () => {
	const piece = fc.oneof(
		fc.constantFrom(
			...FORBIDDEN,
			...EDGES,
			' ',
			'<b>',
			'</b>',
			' kg ',
			' off ',
			'₹',
			'!!',
			' and ',
		),
		fc.integer({ min: 0, max: 99_999 }).map(String),
		fc.stringMatching(/^[a-z]{1,8}$/),
	);
	fc.assert(
		fc.property(fc.array(piece, { minLength: 3, maxLength: 60 }), (pieces) => {
			const text = pieces.join('');
			const clean = cleanReason(text);
			fc.pre(clean !== undefined);
			const numbers = numbersOf(text.replace(/(\d)(<\/?b>)+(?=\d)/g, '$1 ').replace(/<\/?b>/g, ''));
			const kept = numbersOf(clean);
			expect(kept).toEqual(numbers.slice(0, kept.length));
			if (text.length <= MOST / 4) expect(kept).toHaveLength(numbers.length);
		}),
		{ numRuns: 3_000 },
	);
});

it('No words of plain English or names are taken for a template', () => {
	const word = fc.stringMatching(/^[A-Z]?[a-z]{1,12}$/);
	fc.assert(
		fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
			fc.pre(!words.some((each) => /^(undefined|null|Invalid)$/i.test(each)));
			expect(findUnfilled(words.join(' '))).toBeUndefined();
		}),
		{ numRuns: 500 },
	);
});
