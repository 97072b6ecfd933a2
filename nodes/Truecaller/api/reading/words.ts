import type { Meanings } from '../facts/words';

const findRow = <Meaning>(
	meanings: Meanings<Meaning>,
	value: unknown,
): Meanings<Meaning>[number] | undefined => {
	if (typeof value !== 'string') return undefined;
	const plain = value.trim().toLowerCase();
	return meanings.find(([word]) => word.test(plain));
};

/** Returns true for a word whose meaning is a guess: no page of the documentation prints it. */
export const isGuessed = (meanings: Meanings<unknown>, value: unknown): boolean =>
	findRow(meanings, value)?.[2] === 'guessed';

/**
 * Returns the meaning of a word, in upper or lower case. Returns undefined for an unknown word and
 * for a value that is not text.
 */
export const readWord = <Meaning>(
	meanings: Meanings<Meaning>,
	value: unknown,
): Meaning | undefined => findRow(meanings, value)?.[1];
