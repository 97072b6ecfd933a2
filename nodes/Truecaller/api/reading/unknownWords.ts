import type { Endpoint } from '../facts/endpoints';
import {
	BATCH_ROW_STATUS,
	CALL_ME_BACK,
	FEATURE_SET_STATUS,
	LABEL_TYPE,
	LISTING_STATUS,
	NUMBER_STATUS,
	PHONE_TYPE,
	SLUG,
	VERDICT_STATUS,
} from '../facts/words';
import type { Meanings } from '../facts/words';
import { isObject, readVerdict } from './answer';
import type { Reply } from './answer';
import { readBatchRows } from './batchRows';
import { readOutcome } from './readOutcome';
import { readWord } from './words';

/** A word in an answer that this version does not know, and its field. */
export type UnknownWord = { readonly field: string; readonly word: string };

type Vocabulary = readonly [field: string, known: Meanings<unknown>];

/** Where the words are in the rows of an answer, by the end of the request's path. */
type RowsOf = {
	readonly path: RegExp;
	readonly rows: (body: unknown) => unknown;
	readonly vocabularies: readonly Vocabulary[];
};

const under = (key: string) => (body: unknown) => (isObject(body) ? body[key] : undefined);

export const ROWS: readonly RowsOf[] = [
	{ path: /\/labels$/, rows: (body) => body, vocabularies: [['label_type', LABEL_TYPE]] },
	{
		path: /\/feature_sets$/,
		rows: under('feature_sets'),
		vocabularies: [['status', FEATURE_SET_STATUS]],
	},
	{
		path: /\/number_management\/numbers$/,
		rows: under('numbers'),
		vocabularies: [
			['status', NUMBER_STATUS],
			['phone_type', PHONE_TYPE],
			['call_me_back', CALL_ME_BACK],
		],
	},
	{
		path: /\/(publish|delist)$/,
		rows: (body) => [body],
		vocabularies: [['status', LISTING_STATUS]],
	},
];

/** Returns unknown words in the rows of a list. Empty text is not an unknown word. */
const wordsOfRows = (path: string, body: unknown): UnknownWord[] =>
	ROWS.filter((each) => each.path.test(path)).flatMap(({ rows, vocabularies }) => {
		const found = rows(body);
		return (Array.isArray(found) ? found : []).filter(isObject).flatMap((row) =>
			vocabularies.flatMap(([field, known]) => {
				const word = row[field];
				const isUnknown =
					typeof word === 'string' && word.trim() !== '' && readWord(known, word) === undefined;
				return isUnknown ? [{ field, word }] : [];
			}),
		);
	});

const wordIn = (field: string, word: string | null | undefined): UnknownWord[] =>
	typeof word === 'string' ? [{ field, word }] : [];

/**
 * Returns unknown words in the status of a batch: a status that may mean "not yet", and the reason
 * of a call that was not pushed.
 */
const wordsOfBatch = (body: unknown): UnknownWord[] => {
	const rows: unknown = isObject(body) ? body.data : body;
	const statuses = (Array.isArray(rows) ? rows : []).flatMap((row) => {
		const { status } = readVerdict(row);
		return readWord(BATCH_ROW_STATUS, status) === undefined ? wordIn('status', status) : [];
	});
	const reasons = (readBatchRows(body) ?? []).flatMap(({ outcome, reason, message }) =>
		outcome === 'unknown' && reason === null ? wordIn('message', message) : [],
	);
	return [...statuses, ...reasons];
};

const wordsOfCall = (reply: Reply): UnknownWord[] => {
	const { outcome, reason, message } = readOutcome(reply) ?? {};
	return outcome === 'unknown' && reason === null ? wordIn('message', message) : [];
};

const wordsOfRefusal = (body: unknown): UnknownWord[] => {
	const { slug, status } = readVerdict(body);
	return [
		...(readWord(SLUG, slug) === undefined ? wordIn('slug', slug) : []),
		...(readWord(VERDICT_STATUS, status) === undefined ? wordIn('status', status) : []),
	];
};

const isBatchStatus = ({ method, path }: Endpoint): boolean =>
	method === 'GET' && path.endsWith('/dynamic_call_records');

/** Returns the words of an answer that this version does not know, each once. */
export const findUnknownWords = (endpoint: Endpoint, reply: Reply): UnknownWord[] => {
	const ofCall = endpoint.pace === undefined ? [] : wordsOfCall(reply);
	const ofBody = reply.ok
		? [
				...wordsOfRows(endpoint.path, reply.body),
				...(isBatchStatus(endpoint) ? wordsOfBatch(reply.body) : []),
			]
		: wordsOfRefusal(reply.failure.body);
	const distinct = new Map(
		[...ofCall, ...ofBody].map((each) => [`${each.field} ${each.word}`, each] as const),
	);
	return [...distinct.values()];
};
