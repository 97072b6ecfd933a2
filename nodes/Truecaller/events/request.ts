import { isJsonObject, parseJsonObject } from './reading/json';
import type { JsonObject } from './reading/json';

/** The parts of a request that are read. n8n reads the bytes itself only if it knows the content type. */
export type Incoming = {
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: unknown;
	readonly rawBody?: Uint8Array;
	readonly readRawBody?: () => Promise<void>;
};

/** Returns the Webhook Key from the URL, as Truecaller sends it, and from a header, as a proxy may add it. */
export const keysOf = (query: object, headers: Incoming['headers']): readonly unknown[] => [
	isJsonObject(query) ? query.key : undefined,
	headers['x-webhook-key'],
];

/** Explains why the keys of a request are refused. Judges by the request alone, so it reveals nothing of the right key. */
export const explainKeys = (given: readonly unknown[]): string => {
	if (given.some(Array.isArray)) return 'The URL has more than one key';
	const hasSpace = given.some((key) => typeof key === 'string' && key !== key.trim());
	return hasSpace ? 'The key has a space before or after it' : 'The key is missing or wrong';
};

/** Returns the body if it is a JSON object. A form is not one, though n8n makes an object of it. */
export const readJsonBody = async (request: Incoming): Promise<JsonObject | undefined> => {
	if (/^\s*multipart\//i.test(String(request.headers['content-type'] ?? ''))) return undefined;
	try {
		await request.readRawBody?.();
	} catch {
		return undefined; // The sender hung up in the middle.
	}
	if (request.rawBody !== undefined) return parseJsonObject(request.rawBody);
	return isJsonObject(request.body) ? request.body : undefined;
};
