import { LIMITS } from '../facts/limits';
import { readKey } from './key';
import type { Key } from './key';

/** What the credential says where more than one access token is to be used side by side. */
export type Parallel = {
	/** How many, n8n's own included. */
	readonly count: number;
	readonly key: Key;
	/** The hosts that n8n keeps the credential to, where it does. */
	readonly allowedDomains?: string;
};

/** Reads Parallel Tokens out of a credential; undefined where one token is all that is wanted or allowed. */
export const readParallel = (
	credential: Readonly<Record<string, unknown>>,
): Parallel | undefined => {
	const wanted = Math.floor(Number(credential.parallelTokens ?? 1));
	// Also where it is no number at all.
	if (!(wanted > 1)) return undefined;
	const count = Math.min(wanted, LIMITS.parallelTokensMost);
	const key = readKey(credential);
	if (credential.allowedHttpRequestDomains !== 'domains') return { count, key };
	const allowedDomains = String(credential.allowedDomains ?? '').trim();
	// n8n takes an empty list for "nowhere", its HTTP helper takes it for "anywhere".
	return allowedDomains === '' ? undefined : { count, key, allowedDomains };
};
