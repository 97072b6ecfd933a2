import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isObject } from '../../api/reading/answer';
import type { WebhookAnswer } from '../../simulation/events/taken';
import { readStart } from './readStart';

/** The answer, or the code of the error that prevented one. */
export type Delivery = { readonly durationMs: number } & (
	| { readonly answer: WebhookAnswer; readonly isCut: boolean }
	| { readonly code: string }
);

/**
 * Longer than Truecaller waits, so that a late answer differs from no answer. n8n's time-out ends
 * with the headers of an answer, so a signal covers the body, too.
 */
const TIMEOUT_MS = 25_000;

/**
 * The Truecaller Trigger answers with about 20 bytes; another server might answer endlessly. n8n
 * does not limit an answer, but a stream can be closed before its end.
 */
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
	const late = AbortSignal.timeout(TIMEOUT_MS);
	const durationMs = () => Date.now() - startedAtMs;
	try {
		const response: unknown = await context.helpers.httpRequest({
			method: 'POST',
			url,
			headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
			body: JSON.stringify(event),
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// With redirects, n8n would send the key to another host.
			disableFollowRedirect: true,
			timeout: TIMEOUT_MS,
		});
		const head = isObject(response) ? response : {};
		const start = await readStart(head.body, MAX_ANSWER_BYTES, late);
		if (!start) return { code: 'ETIMEDOUT', durationMs: durationMs() };
		const { text, isCut } = start;
		return { answer: readAnswer(head, text), isCut, durationMs: durationMs() };
	} catch (error) {
		return { code: late.aborted ? 'ETIMEDOUT' : codeOf(error), durationMs: durationMs() };
	}
};
