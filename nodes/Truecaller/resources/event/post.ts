import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isObject } from '../../api/reading/answer';
import type { WebhookAnswer } from '../../simulation/events/taken';

/** What came back, or the code of the fault that kept an answer away. */
export type Delivery = { readonly durationMs: number } & (
	| { readonly answer: WebhookAnswer }
	| { readonly code: string }
);

/** Longer than Truecaller reads, so that an answer that is too late can be told from none. */
const TIMEOUT_MS = 25_000;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const readAnswer = (response: unknown): WebhookAnswer => {
	const { statusCode, headers, body } = isObject(response) ? response : {};
	return {
		status: Number(statusCode),
		contentType: isObject(headers) ? textOf(headers['content-type']) : '',
		bodyText: textOf(body),
	};
};

const codeOf = (error: unknown): string => {
	if (!isObject(error)) return '';
	return textOf(error.code) || codeOf(error.cause);
};

/** Posts an event once, as Truecaller would. [I] of the headers only the content type is sure. Never throws. */
export const post = async (
	context: IExecuteFunctions,
	url: string,
	event: IDataObject,
): Promise<Delivery> => {
	const startedAtMs = Date.now();
	const durationMs = () => Date.now() - startedAtMs;
	try {
		const response: unknown = await context.helpers.httpRequest({
			method: 'POST',
			url,
			headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
			body: JSON.stringify(event),
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// The key would go along to another host.
			disableFollowRedirect: true,
			timeout: TIMEOUT_MS,
		});
		return { answer: readAnswer(response), durationMs: durationMs() };
	} catch (error) {
		return { code: codeOf(error), durationMs: durationMs() };
	}
};
