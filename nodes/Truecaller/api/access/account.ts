import { CREDENTIAL } from '../http';
import type { ApiContext } from '../http';
import { problem } from '../problems';
import type { Read } from '../problems';
import { exposureOf, UNENCRYPTED } from './baseUrl';
import { digestOf, hasOwnToken, readKey } from './key';
import { readParallel } from './parallel';
import type { Parallel } from './parallel';

/** The account of a node's credential, and whether a login comes before the first request. */
export type Account = {
	readonly baseUrl: string;
	readonly clientAccountId: string;
	readonly hasToken: boolean;
	/** Set if the credential asks for more than one access token. */
	readonly parallel?: Parallel;
};

const SEVERAL_ACCOUNTS = problem(
	'The credential gives different keys for the items of this run',
	'Correct the expressions in the credential, or put Loop Over Items with a Batch Size of 1 before this node. Nothing was sent.',
);

const keyOfItem = async (context: ApiContext, index: number): Promise<string | undefined> => {
	try {
		return digestOf(readKey(await context.getCredentials(CREDENTIAL, index)));
	} catch {
		return undefined;
	}
};

const CHOOSE_CREDENTIAL =
	"Choose a Truecaller credential in this node. To try it without an account, set 'Connect To' to Simulation.";

/**
 * Returns true if expressions in the credential give different keys for different items. n8n would
 * send every request of a run with the key of the first item.
 */
const hasSeveralKeys = async (context: ApiContext, first: string): Promise<boolean> => {
	const count = 'getInputData' in context ? context.getInputData().length : 1;
	if (count < 2) return false;
	// No item has this index, so only a credential that depends on the item gives another key here.
	if ((await keyOfItem(context, count)) === first) return false;
	for (let index = 1; index < count; index++)
		if ((await keyOfItem(context, index)) !== first) return true;
	return false;
};

/** Returns the account of a node's credential, or the problem with it. */
export const readAccount = async (context: ApiContext): Promise<Read<Account>> => {
	try {
		const credential = await context.getCredentials(CREDENTIAL);
		const key = readKey(credential);
		const { baseUrl, clientAccountId } = key;
		// Checked here because the login, which checks it as well, is skipped while a token is valid.
		if (exposureOf(baseUrl) === 'internet')
			return { ok: false, problem: problem(UNENCRYPTED.message, UNENCRYPTED.todo) };
		if (await hasSeveralKeys(context, digestOf(key)))
			return { ok: false, problem: SEVERAL_ACCOUNTS };
		const hasToken = hasOwnToken(credential);
		return {
			ok: true,
			value: { baseUrl, clientAccountId, hasToken, parallel: readParallel(credential) },
		};
	} catch (error) {
		const message = error instanceof Error ? error.message : 'The credential cannot be read';
		return { ok: false, problem: problem(message, CHOOSE_CREDENTIAL) };
	}
};
