import type { Json, JsonObject } from './json';

/** Reads one value. Returns null when it says that there is nothing, undefined when it cannot be read. */
export type ReadValue<T> = (value: Json) => T | null | undefined;

/** Hands out the fields of one object by name and keeps the rest. */
export type FieldReader = {
	/** Returns what the field means, or null. A field that cannot be read stays in the rest. */
	readonly take: <T>(name: string, read: ReadValue<T>) => T | null;
	/** Returns the fields that nobody has taken: the unknown ones, and those that could not be read. */
	readonly rest: () => JsonObject;
};

/** The ways in which an event says that a field has no value. [3P] "NA" */
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
