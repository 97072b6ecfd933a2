import type { IDataObject, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { isObject } from '../../api/reading/answer';
import type { WebhookAnswer } from '../../simulation/events/taken';
import { readStart } from './readStart';

/** The answer, or the code of the error that prevented one. */
export type Delivery = { readonly durationMs: number } & (
	| { readonly answer: WebhookAnswer; readonly isCut: boolean }
	| { readonly code: string }
);

/** Longer than Truecaller waits, to tell a late answer from a missing one. */
const TIMEOUT_MS = 25_000;

/** The Truecaller Trigger answers with about 20 bytes; another server might answer endlessly. */
export const MAX_ANSWER_BYTES = 65_536;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const readAnswer = (head: Record<string, unknown>, bodyText: string): WebhookAnswer => ({
	status: Number(head.statusCode),
	contentType: isObject(head.headers) ? textOf(head.headers['content-type']) : '',
	bodyText,
});

const codeOf = (error: unknown): string => {
	if (!isObject(error)) return '';
	return textOf(error.code) || codeOf(error.cause);
};

const toOptions = (url: string, event: IDataObject): IHttpRequestOptions => ({
	method: 'POST',
	url,
	headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
	body: JSON.stringify(event),
	// As a stream, which can be closed before its end, because n8n has no limit for the size.
	encoding: 'stream',
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
	// A redirect would send the key to another host.
	disableFollowRedirect: true,
	timeout: TIMEOUT_MS,
});

/**
 * Posts an event once, as Truecaller would. [I] Of the headers, only the content type is certain.
 * Never throws.
 */
export const post = async (
	context: IExecuteFunctions,
	url: string,
	event: IDataObject,
): Promise<Delivery> => {
	const startedAtMs = Date.now();
	// Also covers the body: n8n's time-out ends with the head of an answer.
	const late = AbortSignal.timeout(TIMEOUT_MS);
	const durationMs = () => Date.now() - startedAtMs;
	try {
		const response: unknown = await context.helpers.httpRequest(toOptions(url, event));
		const head = isObject(response) ? response : {};
		const start = await readStart(head.body, MAX_ANSWER_BYTES, late);
		if (!start) return { code: 'ETIMEDOUT', durationMs: durationMs() };
		const { text, isCut } = start;
		return { answer: readAnswer(head, text), isCut, durationMs: durationMs() };
	} catch (error) {
		return { code: late.aborted ? 'ETIMEDOUT' : codeOf(error), durationMs: durationMs() };
	}
};
