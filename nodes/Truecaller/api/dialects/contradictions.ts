import type { Refusal } from './refusal';

/**
 * Names of the contradictions in the documentation that a client can resolve by sending another
 * form.
 */
export type ContradictionName =
	| 'version'
	| 'names'
	| 'labelName'
	| 'times'
	| 'phoneNumbers'
	| 'plus'
	| 'accept'
	| 'contentType'
	| 'publicAccess';

/** One contradiction: its forms in the order they are tried, newest documentation first. */
export type Contradiction = {
	/** The row of docs/api-notes.md §8, or another source. */
	readonly row: string;
	/** Each form, with the pages that print it. */
	readonly forms: ReadonlyArray<readonly [form: string, pages: string]>;
	/** Returns true if a refusal names the part of the request that another form changes. */
	readonly isNamed: (refusal: Refusal) => boolean;
};

const MISSING = 'required|missing|mandatory|empty|blank|null';
const UNKNOWN =
	'not allowed|not permitted|unknown|unexpected|unrecogni[sz]ed|additional|invalid (field|key|property)|no such';
const isAbsence = new RegExp(`${MISSING}|${UNKNOWN}`, 'i');

const FORMER = '\\b(caller|receiver|label_name|call_reason)\\b';
const CURRENT = '\\b(caller_number|receiver_number|dynamic_label_name|dynamic_call_reason)\\b';

const besides = (name: string, words: string): string => `${name}.*(${words})|(${words}).*${name}`;

/** Matches a refusal that asks for a field name we did not send, or rejects one that we sent. */
const asksForFormerNames = new RegExp(
	`${besides(FORMER, MISSING)}|${besides(CURRENT, UNKNOWN)}`,
	'i',
);
const asksForLabelName = new RegExp(besides('\\b(dynamic_)?label[_ ]name\\b', MISSING), 'i');

const TIME = /\b(starts_at|ends_at|times?|timestamps?)\b/i;
/**
 * Matches "seconds" as a unit, not as a duration such as "60 seconds". "Milliseconds" is what we
 * send.
 */
const IN_SECONDS = /(?<!\d\s*)\bseconds?\b/i;

const AS_TEXT = /\b(string|text)\b/i;
const AS_ARRAY = /\b(array|list)\b/i;

const NUMBER_FIELD = /\b(caller|receiver)(_number)?\b|\b(phone|invalid)_numbers?\b/i;
const NUMBER_WORDS = /\bnumbers?\b|\bcaller\b|\breceiver\b/i;
const PLUS_WORDS = /\+|\bplus\b|e\.?164|country code/i;
/** These words are about the number format only together with the name of a number field. */
const FORM_WORDS = /body is invalid|format|digits|prefix|pattern|invalid_numbers/i;

const isOfPlus = ({ field, text }: Refusal): boolean => {
	if (isAbsence.test(text)) return false;
	const isOfNumber = NUMBER_FIELD.test(field === '' || field === 'call_records' ? text : field);
	if (isOfNumber && FORM_WORDS.test(text)) return true;
	return (isOfNumber || (field === '' && NUMBER_WORDS.test(text))) && PLUS_WORDS.test(text);
};

/**
 * Removes paths from the text of a 404: a path may contain any name, and only a name outside it
 * says which object is missing.
 */
const withoutPaths = (text: string): string => text.replace(/\S*\/\S*/g, '');
const isOfRoute = ({ status, text, isVerdict }: Refusal): boolean =>
	(status === 404 || status === 405) &&
	!isVerdict &&
	!/batch|label|record|feature.?set/i.test(withoutPaths(text));

/**
 * In the order in which a refusal is compared with them: those with the vaguest words come last.
 */
export const CONTRADICTIONS: Readonly<Record<ContradictionName, Contradiction>> = {
	/** The versions differ by endpoint and stand in facts/endpoints.ts. */
	version: { row: 'C8', forms: [], isNamed: isOfRoute },
	names: {
		row: 'C1',
		forms: [
			['current', '[D2b][D3][D4]'],
			['former', '[D2a]'],
		],
		isNamed: ({ text }) => asksForFormerNames.test(text),
	},
	labelName: {
		row: 'C5, C6',
		forms: [
			['asGiven', '[D1][D2][D4]'],
			['always', '[D3][S]'],
		],
		isNamed: ({ text }) => asksForLabelName.test(text),
	},
	times: {
		row: 'C19',
		forms: [
			['milliseconds', '[S][D3][D4]'],
			['seconds', '[D1], in the logs and in webhooks'],
		],
		isNamed: ({ text }) => TIME.test(text) && IN_SECONDS.test(text),
	},
	phoneNumbers: {
		row: 'C10',
		forms: [
			['array', '[D1][D2] and all samples'],
			['text', 'tables of [D3][D4]'],
		],
		isNamed: ({ text }) =>
			/phone_?numbers/i.test(text) && AS_TEXT.test(text) && !AS_ARRAY.test(text),
	},
	plus: {
		row: 'C4',
		forms: [
			['withoutPlus', '[S][D1][D3] v1, v2 and listing: first there'],
			['withPlus', '[D4b] v3: first there; and a sample of v2 in [D3]'],
		],
		isNamed: isOfPlus,
	},
	accept: {
		row: '§1.1',
		forms: [
			['json', '[D3][D4] print none'],
			['vendor', '[D1][D2]'],
		],
		isNamed: ({ status, text }) =>
			status === 406 || /vnd\.api|\baccept\b.{0,10}\b(header|must)|not acceptable/i.test(text),
	},
	contentType: {
		row: '§1.1',
		forms: [
			['withBody', '[D1][D2]'],
			['always', '[D3][D4]'],
		],
		isNamed: ({ status, text }) => status === 415 || /content-?type/i.test(text),
	},
	publicAccess: {
		row: 'C13',
		forms: [
			['login', '[D3][D4]'],
			['always', '[D1], where it is optional'],
		],
		isNamed: ({ text }) => /x-public-access/i.test(text),
	},
};
