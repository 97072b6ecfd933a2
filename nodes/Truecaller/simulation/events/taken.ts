import { parseJson } from '../rules/shape';

/** [S] webhook-timeouts: how long Truecaller waits for an answer. */
export const READ_TIMEOUT_MS = 20_000;

/** The answer of a webhook. */
export type WebhookAnswer = {
	readonly status: number;
	readonly contentType: string;
	readonly bodyText: string;
};

/**
 * Returns why an answer does not count as delivered, or undefined if it does. [S] The answer must
 * be 2XX with the content type application/json and a JSON body; that any JSON value is enough is
 * [I].
 */
export const findRefusal = ({ status, contentType, bodyText }: WebhookAnswer) => {
	if (status < 200 || status > 299) return `the status is ${status} and not 2xx`;
	if (!/^application\/json\s*(;|$)/i.test(contentType)) {
		const sent = contentType === '' ? 'missing' : `"${contentType}"`;
		return `the content type is ${sent} and not application/json`;
	}
	if (bodyText.trim() === '') return 'the answer has no body';
	return parseJson(bodyText) === undefined ? 'the body is not JSON' : undefined;
};
