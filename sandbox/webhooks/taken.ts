import type { Settings } from '../settings/settings';
import type { Reply } from './post';

const isJson = (text: string): boolean => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

/**
 * Why a delivery does not count as taken, or nothing when it does. [S] the answer has to be 2XX, its
 * content type application/json, and its body JSON; that any JSON value will do is [I].
 */
export function findRefusal(
	reply: Reply,
	{ webhookTakenStatus }: Pick<Settings, 'webhookTakenStatus'>,
): string | undefined {
	if ('failure' in reply) return reply.failure;
	const { status, contentType, bodyText } = reply;
	if (webhookTakenStatus === '200' && status !== 200) return `the status is ${status} and not 200`;
	if (status < 200 || status > 299) return `the status is ${status} and not 2xx`;
	if (!/^application\/json\s*(;|$)/i.test(contentType)) {
		const sent = contentType === '' ? 'missing' : `"${contentType}"`;
		return `the content type is ${sent} and not application/json`;
	}
	if (bodyText.trim() === '') return 'the answer has no body';
	return isJson(bodyText) ? undefined : 'the body is not JSON';
}
