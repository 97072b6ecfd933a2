import { LIMITS } from '../facts/limits';
import { readKey } from './key';
import type { Key } from './key';

/** The credential's settings for several parallel access tokens. */
export type Parallel = {
	/** Number of tokens, including n8n's own. */
	readonly count: number;
	readonly key: Key;
	/** The hosts that the credential is restricted to in n8n, if it is. */
	readonly allowedDomains?: string;
};

/**
 * Reads Parallel Tokens from a credential. Returns undefined if only one token is wanted or
 * allowed.
 */
export const readParallel = (
	credential: Readonly<Record<string, unknown>>,
): Parallel | undefined => {
	const wanted = Math.floor(Number(credential.parallelTokens ?? 1));
	// Written this way round so that NaN returns here, too.
	if (!(wanted > 1)) return undefined;
	const count = Math.min(wanted, LIMITS.parallelTokensMost);
	const key = readKey(credential);
	if (credential.allowedHttpRequestDomains !== 'domains') return { count, key };
	const allowedDomains = String(credential.allowedDomains ?? '').trim();
	// An empty list means "no host" to n8n's credentials and "any host" to its HTTP helper.
	return allowedDomains === '' ? undefined : { count, key, allowedDomains };
};
