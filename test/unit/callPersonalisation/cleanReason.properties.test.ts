import fc from 'fast-check';

import { LIMITS } from '../../../nodes/Truecaller/api/limits';
import {
	cleanReason,
	findReasonFaults,
} from '../../../nodes/Truecaller/resources/callPersonalisation/callReason';

const {
	callReasonForbidden: FORBIDDEN,
	callReasonNotAtEdge: EDGES,
	callReasonMinLength: LEAST,
	callReasonMaxLength: MOST,
} = LIMITS;

/** Any text at all: every code unit, whole letters of any script, and the characters that the rules are about. */
const anyText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 250 }),
	fc.string({ unit: 'grapheme', maxLength: 250 }),
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

/** What is certainly fit to be shown: neither forbidden nor cut off at an edge. */
const countShowable = (text: string): number =>
	[...text].filter(
		(character) => !/\s/.test(character) && !`${FORBIDDEN}${EDGES}`.includes(character),
	).length;

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

it('Whatever a call reason was, Truecaller accepts what it is cleaned to, and cleaning it again changes nothing', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const clean = cleanReason(text);
			if (clean === undefined) return;
			expect(findReasonFaults(clean)).toEqual([]);
			expect(cleanReason(clean)).toBe(clean);
		}),
		{ numRuns: 2_000 },
	);
});

it('A call reason is left out only when too little of it may be shown', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			fc.pre(text.length <= MOST && cleanReason(text) === undefined);
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
			// Two spaces in a row are good, and still become one.
			fc.pre(findReasonFaults(text).length === 0 && !/\s{2}|[^\S ]/.test(text));
			expect(cleanReason(text)).toBe(text);
		}),
		{ numRuns: 300 },
	);
});

it('Cleaning takes no letter away and adds only the word "and"', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const clean = cleanReason(text);
			fc.pre(clean !== undefined && text.length <= 30);
			const spoken = lettersOf(text.replace(/[&+]/g, ' and '));
			const isAmpersand = /[&+]/.test(text);
			if (isAmpersand)
				expect(lettersOf(clean).replace(/and/g, '')).toBe(spoken.replace(/and/g, ''));
			else expect(lettersOf(clean)).toBe(lettersOf(text));
		}),
		{ numRuns: 1_000 },
	);
});
