/** Any value of JSON, and an object of such values, which every event is. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json };

export const isJsonObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the JSON object in the bytes of a request of any content type, or undefined. */
export const parseJsonObject = (bytes: Uint8Array): JsonObject | undefined => {
	try {
		// TextDecoder leaves out the mark that some programs put before UTF-8.
		const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
		return isJsonObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
};

/** Returns an object, or the object in a JSON text: some senders encode their payload twice. */
export const readJsonObject = (value: unknown): JsonObject | undefined => {
	if (isJsonObject(value)) return value;
	if (typeof value !== 'string' || !/^\s*["{]/.test(value)) return undefined;
	try {
		return readJsonObject(JSON.parse(value));
	} catch {
		return undefined;
	}
};
