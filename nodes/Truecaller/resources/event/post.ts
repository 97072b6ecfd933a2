import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isObject } from '../../api/reading/answer';
import type { WebhookAnswer } from '../../simulation/events/taken';
import { readStart } from './readStart';

/** What came back, or the code of the fault that kept an answer away. */
export type Delivery = { readonly durationMs: number } & (
	| { readonly answer: WebhookAnswer; readonly isCut: boolean }
	| { readonly code: string }
);

/** Longer than Truecaller reads, so that an answer that is too late can be told from none. */
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
	// n8n's time-out ends with the head of an answer; this one ends with its body.
	const late = AbortSignal.timeout(TIMEOUT_MS);
	const durationMs = () => Date.now() - startedAtMs;
	try {
		const response: unknown = await context.helpers.httpRequest({
			method: 'POST',
			url,
			headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
			body: JSON.stringify(event),
			// n8n has no limit of its own: a stream can be left before its end.
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// The key would go along to another host.
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
