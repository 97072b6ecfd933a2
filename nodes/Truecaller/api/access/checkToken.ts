import type { IHttpRequestHelper } from 'n8n-workflow';

import { ENDPOINTS, toUrl } from '../facts/endpoints';
import { readResponse } from '../reading/answer';
import { isBadToken } from '../reading/badToken';
import type { Key } from './key';

/** Short, because the check runs while the user waits for a request that has already failed. */
const CHECK_TIMEOUT_MS = 10_000;

/**
 * Asks for the labels with a token. Returns true only if Truecaller itself refuses the token: a
 * server error, a proxy, or a key without access tells nothing about the token. Never throws.
 */
export const isTurnedAway = async (
	{ helpers }: IHttpRequestHelper,
	key: Key,
	token: string,
): Promise<boolean> => {
	try {
		const response: unknown = await helpers.httpRequest({
			method: ENDPOINTS.getLabels.method,
			url: toUrl(ENDPOINTS.getLabels, key.baseUrl, key.clientAccountId),
			headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// With redirects, n8n would send the token to another host.
			disableFollowRedirect: true,
			timeout: CHECK_TIMEOUT_MS,
		});
		const reply = readResponse(response, Date.now());
		return !reply.ok && isBadToken(reply.failure);
	} catch {
		return false;
	}
};
