import type { ApiContext } from '../http';
import { CREDENTIAL } from '../http';
import { problem } from '../problems';
import type { Read } from '../problems';
import { exposureOf, UNENCRYPTED } from './baseUrl';
import { readKey } from './key';

/** The account of a node's credential, and whether a login comes before the first request. */
export type Account = {
	readonly baseUrl: string;
	readonly clientAccountId: string;
	readonly hasToken: boolean;
};

/** Reads the account out of the credential of a node. */
export const readAccount = async (context: ApiContext): Promise<Read<Account>> => {
	try {
		const credential = await context.getCredentials(CREDENTIAL);
		const { baseUrl, clientAccountId } = readKey(credential);
		// With a token already there, no login would notice this.
		if (exposureOf(baseUrl) === 'internet')
			return { ok: false, problem: problem(UNENCRYPTED.message, UNENCRYPTED.todo) };
		const hasToken = String(credential.accessToken ?? '') !== '';
		return { ok: true, value: { baseUrl, clientAccountId, hasToken } };
	} catch (error) {
		const message = error instanceof Error ? error.message : 'The credential cannot be read';
		return { ok: false, problem: problem(message, 'Choose a Truecaller credential in this node.') };
	}
};
