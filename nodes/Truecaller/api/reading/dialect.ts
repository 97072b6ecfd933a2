import { isObject } from './answer';

/**
 * The form of a body, named by the key that Truecaller used for the result (docs/api-notes.md, C2
 * and C9).
 */
export type Dialect =
	| 'status_info'
	| 'statusInfo'
	| 'slug'
	| 'flat status'
	| 'message only'
	| 'bare array'
	| 'object'
	| 'no JSON object';

const KEYS: ReadonlyArray<readonly [key: string, dialect: Dialect]> = [
	['status_info', 'status_info'],
	['statusInfo', 'statusInfo'],
	['slug', 'slug'],
	['status', 'flat status'],
];

/** Returns the envelope that a body came in. */
export const nameDialect = (body: unknown): Dialect => {
	if (Array.isArray(body)) return 'bare array';
	if (!isObject(body)) return 'no JSON object';
	const found = KEYS.find(([key]) => body[key] !== undefined);
	if (found) return found[1];
	const [onlyKey, ...others] = Object.keys(body);
	return onlyKey === 'message' && others.length === 0 ? 'message only' : 'object';
};
