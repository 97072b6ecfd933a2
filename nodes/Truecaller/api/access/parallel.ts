import { LIMITS } from '../facts/limits';
import { readKey } from './key';
import type { Key } from './key';

/** Settings of a credential with more than one access token. */
export type Parallel = {
	/** Number of tokens, including n8n's own. */
	readonly count: number;
	readonly key: Key;
	/** Hosts to which n8n restricts the credential, if any. */
	readonly allowedDomains?: string;
};

/** Reads Parallel Tokens from a credential. Undefined if only one token is wanted or allowed. */
export const readParallel = (
	credential: Readonly<Record<string, unknown>>,
): Parallel | undefined => {
	const wanted = Math.floor(Number(credential.parallelTokens ?? 1));
	// Also for a value that is not a number.
	if (!(wanted > 1)) return undefined;
	const count = Math.min(wanted, LIMITS.parallelTokensMost);
	const key = readKey(credential);
	if (credential.allowedHttpRequestDomains !== 'domains') return { count, key };
	const allowedDomains = String(credential.allowedDomains ?? '').trim();
	// Beware: an empty list means "nowhere" to n8n, and "anywhere" to its HTTP helper.
	return allowedDomains === '' ? undefined : { count, key, allowedDomains };
};
