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
	/** Set if the credential asks for more than one token. */
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

/** True if expressions in the credential give the items different keys. n8n sends a whole run with that of the first. */
const hasSeveralKeys = async (context: ApiContext, first: string): Promise<boolean> => {
	const count = 'getInputData' in context ? context.getInputData().length : 1;
	if (count < 2) return false;
	// No item has this index, so only a credential with expressions gives another key for it.
	if ((await keyOfItem(context, count)) === first) return false;
	for (let index = 1; index < count; index++)
		if ((await keyOfItem(context, index)) !== first) return true;
	return false;
};

/** Reads the account out of the credential of a node. */
export const readAccount = async (context: ApiContext): Promise<Read<Account>> => {
	try {
		const credential = await context.getCredentials(CREDENTIAL);
		const key = readKey(credential);
		const { baseUrl, clientAccountId } = key;
		// Checked here too, because a run with a valid token makes no login.
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
