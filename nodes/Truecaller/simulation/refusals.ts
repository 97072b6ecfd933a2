import type { WireSlugError, WireStatusInfo } from '../api/facts/wire';
import type { DialectSettings, FormFault } from './settings/dialects';

/** What goes back over HTTP. */
export type Answer = {
	readonly status: number;
	readonly body: unknown;
	/** With a 429: the true wait until the next request is let through. */
	readonly retryAfterMs?: number;
};

/** The request was taken, and its connection is cut before an answer. */
export type NoAnswer = { readonly status: null };
export const NO_ANSWER: NoAnswer = { status: null };

/** What is wrong with a record or a body; no `field` when the fault is in the whole of it. */
export type Fault = {
	readonly field?: string;
	readonly text: string;
	/** What of the form is at fault, where the content may be good. */
	readonly form?: FormFault;
	/** The text is the whole message. */
	readonly isVerbatim?: boolean;
};

/** Returns a fault in the words that are set for it. */
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

/** [D3] slug and the words "… is required" of the token page; all other words are [I]. */
export const invalidInput = (message: string): Answer => slugError(400, 'invalid-input', message);

/** [D3] words and slug; 401 is [I], D2 lists it. */
export const loginAgain = (): Answer => slugError(401, 'authorization-error', 'please login again');

/** [U] body of a refused key pair; the slug is [I]. */
export const wrongKey = (): Answer =>
	slugError(401, 'authorization-error', 'invalid key_id or api_key');

/** [D3] words and slug; 403 is [I]. */
export const forbidden = (): Answer =>
	slugError(403, 'forbidden-error', 'not authorized. please contact your admin.');

/** [D4] words and slug, really a bad token; 500 is [I] from the text. */
export const unparsableToken = (): Answer =>
	slugError(500, 'internal-server-error', '500/50011 - Failed to parse token');

/** [I] the words of the campaigns page [F]. */
export const INTERNAL_FAULT_WORDS = 'Internal system errors';

/** [I] 500 and slug */
export const internalError = (): Answer =>
	slugError(500, 'internal-server-error', INTERNAL_FAULT_WORDS);

/** [I] an unknown path is not documented at all. */
export const unknownRoute = (method: string, path: string, status = 404): Answer =>
	slugError(status, 'not-found-error', `no route for ${method} ${path}`);

/** [U] nothing is known of an unknown feature set; [I] throughout. */
export const unknownFeatureSet = (): Answer =>
	slugError(404, 'not-found-error', 'feature set not found');

/** [D1] knows the status 429 and no body; slug and words are [I]. */
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

/** [I] The E1 envelope that fits a status nobody documented. */
export const refusalOf = (status: number, message: string): Answer =>
	slugError(status, slugFor(status), message);

/** [S][D3][D4] "Request body is invalid: <text>", with `field` naming the key. */
export const invalidRecord = ({ field, text, isVerbatim }: Fault): WireStatusInfo => ({
	status: 'error',
	...(field === undefined ? {} : { field }),
	message: isVerbatim ? text : `Request body is invalid: ${text}`,
});

/** [U] §10.4: nothing is known of an unknown batch; [I] not worded like an unknown path. */
export const unknownBatch = () =>
	({ status: 'error', field: 'batchId', message: 'batch not found' }) satisfies WireStatusInfo;
