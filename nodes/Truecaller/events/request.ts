import { isJsonObject, parseJsonObject } from './reading/json';
import type { JsonObject } from './reading/json';

/** What is read of a request. n8n reads the bytes itself only if it knows the content type. */
export type Incoming = {
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: unknown;
	readonly rawBody?: Uint8Array;
	readonly readRawBody?: () => Promise<void>;
};

/** Where the Webhook Key may stand: in the URL, as Truecaller sends it, or in a header, as a proxy may add it. */
export const keysOf = (query: object, headers: Incoming['headers']): readonly unknown[] => [
	isJsonObject(query) ? query.key : undefined,
	headers['x-webhook-key'],
];

/** The body, if it is a JSON object. Forms are none, though n8n makes objects of them. */
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
