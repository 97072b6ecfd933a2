import type { Endpoint } from './facts/endpoints';
import type { Reply } from './reading/answer';
import { findUnknownWords } from './reading/unknownWords';
import { withoutKeys } from './withoutKeys';

/** Collects the words in a run's answers that this version does not know. */
export type UnknownWordNotes = {
	/** Notes the unknown words of an answer. */
	readonly note: (endpoint: Endpoint, reply: Reply) => void;
	/** Returns one sentence that lists them, or undefined if every word was known. */
	readonly hint: () => string | undefined;
};

const MOST_NAMED = 3;
const LONGEST_NAMED = 80;
/** Limits memory: a run of many calls can bring a different message for each. */
const MOST_NOTED = 100;

const quote = (word: string): string => `"${withoutKeys(word).slice(0, LONGEST_NAMED)}"`;

export const createUnknownWordNotes = (): UnknownWordNotes => {
	const words = new Set<string>();
	return {
		note: (endpoint, reply) => {
			if (words.size >= MOST_NOTED) return;
			for (const { word } of findUnknownWords(endpoint, reply)) words.add(quote(word));
		},
		hint: () => {
			if (words.size === 0) return undefined;
			const more = words.size > MOST_NAMED ? ' and others' : '';
			const named = `${[...words].slice(0, MOST_NAMED).join(', ')}${more}`;
			return `Truecaller answered in words that this version does not know: ${named}. Please report them, with the facts of Account → Check Setup (switch on Options → Include Facts).`;
		},
	};
};
