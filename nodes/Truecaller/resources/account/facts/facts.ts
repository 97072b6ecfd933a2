import type { IDataObject } from 'n8n-workflow';

import type { KnownDialect } from '../../../api/dialects/dialects';
import { PACK_VERSION } from '../../../api/facts/version';
import { nameDialect } from '../../../api/reading/dialect';
import { countGuesses } from '../../../api/reading/guesses';
import { findUnknownWords } from '../../../api/reading/unknownWords';
import type { Finding } from '../check';
import { listFields } from './fieldTypes';
import type { ObservedRequest } from './observe';

/**
 * Matches words of a machine: letters of one case, a few words at most. Only such a status may go
 * into a bug report, because another could contain a number, an ID, a key or a person's name.
 */
const MACHINE_WORD =
	/^(?:[A-Z]?[a-z]{1,20}(?:[ _-][a-z]{1,20}){0,3}|[A-Z]{2,20}(?:[ _-][A-Z]{2,20}){0,3})$/;
const NO_MACHINE_WORD = '(no plain word)';
const MOST_WORDS = 20;

const toWords = ({ endpoint, reply }: ObservedRequest): string[] => {
	const words = findUnknownWords(endpoint, reply).map(
		({ field, word }) =>
			`${field}: ${MACHINE_WORD.test(word.trim()) ? word.trim() : NO_MACHINE_WORD}`,
	);
	return [...new Set(words)].slice(0, MOST_WORDS);
};

const toFact = (request: ObservedRequest): IDataObject => {
	const { endpoint, reply, durationMs } = request;
	const body: unknown = reply.ok ? reply.body : reply.failure.body;
	return {
		method: endpoint.method,
		route: endpoint.path,
		status: (reply.ok ? reply.status : reply.failure.status) ?? null,
		failure: reply.ok ? null : reply.failure.kind,
		dialect: nameDialect(body),
		fields: listFields(body),
		unknownWords: toWords(request),
		readByGuess: [...countGuesses(endpoint, reply)].map(([what, times]) => `${what}: ${times}`),
		durationMs,
	};
};

/** Returns what a bug report needs to know about Truecaller's answers, without their contents. */
export const tellFacts = (
	requests: readonly ObservedRequest[],
	dialects: readonly KnownDialect[] = [],
): Finding => ({
	result: 'ok',
	message: 'Facts for a bug report: they hold no values, IDs, phone numbers or keys',
	advice:
		'Paste this item into a new issue at https://github.com/n8n-nodes-truecaller/n8n-nodes-truecaller/issues, and add the version of n8n (Help → About n8n).',
	details: {
		packVersion: PACK_VERSION,
		// n8n does not tell a node its version.
		n8nVersion: null,
		dialects: dialects.map((each) => ({ ...each, refused: [...each.refused] })),
		requests: requests.map(toFact),
	},
});
