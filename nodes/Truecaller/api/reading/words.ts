import type { Meanings } from '../facts/words';

/** Returns what a word means, in any case; undefined for an unknown word and for a value that is not text. */
export const readWord = <Meaning>(
	meanings: Meanings<Meaning>,
	value: unknown,
): Meaning | undefined => {
	if (typeof value !== 'string') return undefined;
	const plain = value.trim().toLowerCase();
	return meanings.find(([word]) => word.test(plain))?.[1];
};
