import { parseJson } from '../rules/shape';

/** [S] webhook-timeouts: Truecaller reads this long for an answer. */
export const READ_TIMEOUT_MS = 20_000;

/** What a webhook answered. */
export type WebhookAnswer = {
	readonly status: number;
	readonly contentType: string;
	readonly bodyText: string;
};

/**
 * Says why an answer does not count as taken, or returns undefined when it does. [S] the answer has to be 2XX, its
 * content type application/json, and its body JSON; that any JSON value will do is [I].
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
