import type { Endpoint } from '../facts/endpoints';
import { BATCH_ROW_STATUS, SLUG, VERDICT_STATUS } from '../facts/words';
import type { Meanings } from '../facts/words';
import { isObject, readVerdict } from './answer';
import type { Reply, Verdict } from './answer';
import { readReason } from './readOutcome';
import { ROWS } from './unknownWords';
import { isGuessed, readWord } from './words';

/** Adds 1 to the count of a guess. */
type Count = (reading: string) => void;

const countWord = (field: string, known: Meanings<unknown>, word: unknown, count: Count): void => {
	// Counts the meaning: the word itself may contain other text.
	if (isGuessed(known, word)) count(`${field} read as ${String(readWord(known, word))}`);
};

/**
 * [U] §10.3: the documentation describes the reasons of a failed delivery only in prose, so they
 * are recognised by our own patterns.
 */
const countReason = (verdict: Verdict, count: Count): void => {
	const reason = verdict.message === undefined ? undefined : readReason(verdict);
	if (reason !== undefined && reason !== 'invalidInput') count(`reason ${reason}`);
};

const countRows = (path: string, body: unknown, count: Count): void => {
	for (const { path: pattern, rows, vocabularies } of ROWS) {
		const found = pattern.test(path) ? rows(body) : undefined;
		for (const row of Array.isArray(found) ? found.filter(isObject) : [])
			for (const [field, known] of vocabularies) countWord(field, known, row[field], count);
	}
};

const countBatch = (body: unknown, count: Count): void => {
	const rows: unknown = isObject(body) ? body.data : body;
	for (const row of Array.isArray(rows) ? rows : []) {
		const verdict = readVerdict(row);
		countWord('status', BATCH_ROW_STATUS, verdict.status, count);
		countReason(verdict, count);
	}
};

/** [I] §3.2: the meanings of the lists of a publish or delist are inferred from their names. */
const countLists = (body: unknown, count: Count): void => {
	for (const [name, list] of Object.entries(isObject(body) ? body : {}))
		if (/^[a-z_]+_numbers$/.test(name) && Array.isArray(list) && list.length > 0)
			count(`list ${name}`);
};

const countVerdict = (body: unknown, count: Count): void => {
	const verdict = readVerdict(body);
	countWord('slug', SLUG, verdict.slug, count);
	countWord('status', VERDICT_STATUS, verdict.status, count);
	countReason(verdict, count);
};

/**
 * Counts the guesses in an answer, by meaning: words and lists that this version knows and no page
 * documents. The answers of a real account can show a wrong guess.
 */
export const countGuesses = (
	{ method, path }: Endpoint,
	reply: Reply,
): ReadonlyMap<string, number> => {
	const counts = new Map<string, number>();
	const count: Count = (reading) => void counts.set(reading, (counts.get(reading) ?? 0) + 1);
	const body: unknown = reply.ok ? reply.body : reply.failure.body;
	const isOfNumbers = /\/(publish|delist)$/.test(path);
	if (reply.ok) countRows(path, body, count);
	if (isOfNumbers) countLists(body, count);
	else if (method === 'GET' && path.endsWith('/dynamic_call_records') && reply.ok)
		countBatch(body, count);
	else if (!Array.isArray(body)) countVerdict(body, count);
	return counts;
};
