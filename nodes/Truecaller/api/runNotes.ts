import { createClockNote } from './clockHint';
import type { Endpoint } from './facts/endpoints';
import type { Reply } from './reading/answer';
import { createUnknownWordNotes } from './unknownWordHint';

/** Findings in the answers of one run that the user should know, although no request failed. */
export type RunNotes = {
	readonly note: (endpoint: Endpoint, reply: Reply) => void;
	/** Returns a hint for each finding: unknown words, and a clock that is off. */
	readonly hints: () => ReadonlyArray<string | undefined>;
};

/** Creates the notes of one run. */
export const createRunNotes = (): RunNotes => {
	const unknownWords = createUnknownWordNotes();
	const clock = createClockNote();
	return {
		note: (endpoint, reply) => {
			unknownWords.note(endpoint, reply);
			clock.note(reply);
		},
		hints: () => [unknownWords.hint(), clock.hint()],
	};
};
