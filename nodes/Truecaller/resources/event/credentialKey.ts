import type { IExecuteFunctions } from 'n8n-workflow';

import { CREDENTIAL } from '../../api/http';

/** The account that the events belong to, and the key to use if the node has none. */
export type Sender = { readonly clientAccountId?: string; readonly credentialKey: string };

const toText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/**
 * Reads the credential, once per run. Without a credential there is no key, and the events belong
 * to the demo account.
 */
export const readSender = async (context: IExecuteFunctions): Promise<Sender> => {
	try {
		const { clientAccountId, webhookSecret } = await context.getCredentials(CREDENTIAL);
		return {
			clientAccountId: toText(clientAccountId) || undefined,
			credentialKey: toText(webhookSecret),
		};
	} catch {
		return { credentialKey: '' };
	}
};
