import type { IHttpRequestHelper } from 'n8n-workflow';

import { ENDPOINTS, toUrl } from '../facts/endpoints';
import { readResponse } from '../reading/answer';
import { isBadToken } from '../reading/badToken';
import type { Key } from './key';

/** Somebody waits for a request that failed; longer than this is no help to them. */
const CHECK_TIMEOUT_MS = 10_000;

/**
 * Asks for the labels with a token. True only where Truecaller itself turns the token away: a server in trouble, a
 * proxy, or a key without access says nothing of the token. Never throws.
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
			// n8n would carry the token along to another host.
			disableFollowRedirect: true,
			timeout: CHECK_TIMEOUT_MS,
		});
		const reply = readResponse(response, Date.now());
		return !reply.ok && isBadToken(reply.failure);
	} catch {
		return false;
	}
};
