import type { IExecuteFunctions } from 'n8n-workflow';

import { CREDENTIAL } from '../../api/http';

/** What the credential says of the events: whose they are, and the key that they carry where the node gives no other. */
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
