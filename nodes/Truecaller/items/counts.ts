/** Returns "1 call" or "1,198 calls". */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
	`${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** Counts equal words, in the order in which they come first. */
export const countWords = (words: readonly string[]): Record<string, number> => {
	const counts: Record<string, number> = {};
	for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
	return counts;
};

/** Returns "2 accepted, 1 invalid": how often each word comes, the most frequent first. */
export const listCounts = (words: readonly string[]): string =>
	Object.entries(countWords(words))
		.sort(([, one], [, other]) => other - one)
		.map(([word, count]) => `${count.toLocaleString('en')} ${word}`)
		.join(', ');
