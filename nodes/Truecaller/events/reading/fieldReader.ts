import type { Json, JsonObject } from './json';

/** Reads one value. Returns null for an empty value, undefined for an unreadable one. */
export type ReadValue<T> = (value: Json) => T | null | undefined;

/** Hands out the fields of one object by name and keeps the rest. */
export type FieldReader = {
	/** Returns the value of the field, or null. An unreadable field stays in the rest. */
	readonly take: <T>(name: string, read: ReadValue<T>) => T | null;
	/** Returns the fields that were not taken: unknown and unreadable ones. */
	readonly rest: () => JsonObject;
};

/** Returns whether a field has no value, such as "NA" [3P]. */
const isNothing = (value: Json | undefined): boolean =>
	value === undefined ||
	value === null ||
	(typeof value === 'string' && /^(na|n\/a)?$/i.test(value.trim()));

/** Creates a reader that loses nothing: each field is either taken or in the rest. */
export const createFieldReader = (source: JsonObject): FieldReader => {
	const rest: Record<string, Json> = { ...source };
	const take = <T>(name: string, read: ReadValue<T>): T | null => {
		const value = Object.hasOwn(source, name) ? source[name] : undefined;
		const meaning = value === undefined || isNothing(value) ? null : read(value);
		if (meaning !== undefined) delete rest[name];
		return meaning ?? null;
	};
	return { take, rest: () => ({ ...rest }) };
};

/** Reads a text as it is, and a number as its digits. */
export const readText: ReadValue<string> = (value) =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
