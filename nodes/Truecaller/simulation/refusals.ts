import type { WireSlugError, WireStatusInfo } from '../api/facts/wire';
import type { DialectSettings, FormFault } from './settings/dialects';

/** The answer over HTTP. */
export type Answer = {
	readonly status: number;
	readonly body: unknown;
	/** With a 429: the exact wait until the next request is accepted. */
	readonly retryAfterMs?: number;
};

/** The request is accepted, but its connection closes without an answer. */
export type NoAnswer = { readonly status: null };
export const NO_ANSWER: NoAnswer = { status: null };

/** What is wrong with a record or a body. Without `field`, the fault is in the whole of it. */
export type Fault = {
	readonly field?: string;
	readonly text: string;
	/** Which part of the form is wrong, although the content may be valid. */
	readonly form?: FormFault;
	/** True if the text is the whole message. */
	readonly isVerbatim?: boolean;
};

/** Returns a fault with the words that the settings have for it. */
export const reworded = (
	fault: Fault,
	{ formWords, formWordsWithField }: DialectSettings,
): Fault => {
	const { field = '', text, form } = fault;
	const words = form && formWords[form];
	if (!form) return fault;
	return {
		...(formWordsWithField && field !== '' ? { field } : {}),
		text: words?.replaceAll('{field}', field) ?? text,
		isVerbatim: words !== undefined,
	};
};

const slugError = (status: number, slug: string, message: string): Answer => {
	const body: WireSlugError = { slug, message };
	return { status, body };
};

/** [D3] The slug, and the words "… is required" of the token page; all other words are [I]. */
export const invalidInput = (message: string): Answer => slugError(400, 'invalid-input', message);

/** [D3] Words and slug; 401 is [I], D2 lists it. */
export const loginAgain = (): Answer => slugError(401, 'authorization-error', 'please login again');

/** [U] Body for a refused key; the slug is [I]. */
export const wrongKey = (): Answer =>
	slugError(401, 'authorization-error', 'invalid key_id or api_key');

/** [D3] Words and slug; 403 is [I]. */
export const forbidden = (): Answer =>
	slugError(403, 'forbidden-error', 'not authorized. please contact your admin.');

/** [D4] Words and slug. The real cause is a bad token; 500 is [I] from the text. */
export const unparsableToken = (): Answer =>
	slugError(500, 'internal-server-error', '500/50011 - Failed to parse token');

/** [I] The words of the campaigns page [F]. */
export const INTERNAL_FAULT_WORDS = 'Internal system errors';

/** [I] 500 and slug. */
export const internalError = (): Answer =>
	slugError(500, 'internal-server-error', INTERNAL_FAULT_WORDS);

/** [I] The answer to an unknown path is not documented. */
export const unknownRoute = (method: string, path: string, status = 404): Answer =>
	slugError(status, 'not-found-error', `no route for ${method} ${path}`);

/** [U] The answer to an unknown feature set is not documented; [I] throughout. */
export const unknownFeatureSet = (): Answer =>
	slugError(404, 'not-found-error', 'feature set not found');

/** [D1] documents the status 429 without a body; slug and words are [I]. */
export const tooMany = (message: string, retryAfterMs: number): Answer => ({
	...slugError(429, 'rate-limit-error', message),
	retryAfterMs,
});

const SLUGS: Readonly<Record<number, string>> = {
	400: 'invalid-input',
	401: 'authorization-error',
	403: 'forbidden-error',
	404: 'not-found-error',
	429: 'rate-limit-error',
};

const slugFor = (status: number): string =>
	SLUGS[status] ?? (status < 500 ? 'invalid-input' : 'internal-server-error');

/** [I] Returns the E1 envelope for an undocumented status. */
export const refusalOf = (status: number, message: string): Answer =>
	slugError(status, slugFor(status), message);

/** [S][D3][D4] "Request body is invalid: <text>"; `field` names the key. */
export const invalidRecord = ({ field, text, isVerbatim }: Fault): WireStatusInfo => ({
	status: 'error',
	...(field === undefined ? {} : { field }),
	message: isVerbatim ? text : `Request body is invalid: ${text}`,
});

/**
 * [U] §10.4: the answer to an unknown batch is not documented; [I] worded differently from an
 * unknown path.
 */
export const unknownBatch = () =>
	({ status: 'error', field: 'batchId', message: 'batch not found' }) satisfies WireStatusInfo;
