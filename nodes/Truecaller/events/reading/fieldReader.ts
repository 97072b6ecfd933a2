import type { Json, JsonObject } from './json';

/** Reads one value: what it means, null when it says that there is nothing, undefined when it cannot be read. */
export type Reader<T> = (value: Json) => T | null | undefined;

export type Fields = {
	/** What the field means, or null. The field leaves `extra` only if it could be read. */
	readonly take: <T>(name: string, read: Reader<T>) => T | null;
	/** Everything that was not taken: unknown fields, and known ones that could not be read. */
	readonly extra: JsonObject;
};

/** How an event says that there is no value. [3P] "NA" */
const isNothing = (value: Json | undefined): boolean =>
	value === undefined ||
	value === null ||
	(typeof value === 'string' && /^(na|n\/a)?$/i.test(value.trim()));

/** Hands out the fields of an object one by one, so that nothing of an event is ever lost. */
export const createFields = (source: JsonObject): Fields => {
	const extra: Record<string, Json> = { ...source };
	const take = <T>(name: string, read: Reader<T>): T | null => {
		const value = source[name];
		const meaning = value === undefined || isNothing(value) ? null : read(value);
		if (meaning !== undefined) delete extra[name];
		return meaning ?? null;
	};
	return { take, extra };
};

/** A text as it is; a number as its digits. */
export const readText: Reader<string> = (value) =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

export const readBoolean: Reader<boolean> = (value) => {
	if (typeof value === 'boolean') return value;
	const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
	return word === 'true' || (word === 'false' ? false : undefined);
};
