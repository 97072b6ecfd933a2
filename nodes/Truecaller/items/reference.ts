import { isSafeObjectProperty } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

/** Reads what an expression yields for an item; undefined means that it takes n8n to say. */
export type Reference = (json: IDataObject) => string | number | boolean | undefined;

export const KEY = /\.([A-Za-z_]\w*)|\["([^"\\\n]+)"\]|\['([^'\\\n]+)'\]/g;
/** What dragging a field into a parameter writes: `{{ $json.customer["Phone Number"] }}`. */
const FIELD = new RegExp(`^\\s*\\$json((?:${KEY.source})+)\\s*$`);
const BRACES = /\{\{([^{}]*)\}\}/g;

/** Text of an expression, or the keys that lead to a field. */
type Part = string | readonly string[];

const isPrimitive = (value: unknown): value is string | number | boolean =>
	['string', 'number', 'boolean'].includes(typeof value);

/** Reads a field of the item; undefined where it has none. Own fields only: what an item inherits is none of its fields. */
export const readOwn = (json: IDataObject, keys: readonly string[]): unknown => {
	let value: unknown = json;
	for (const key of keys) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
		value = Reflect.get(value, key);
	}
	return value;
};

const readField = (json: IDataObject, keys: readonly string[]): ReturnType<Reference> => {
	const value = readOwn(json, keys);
	return isPrimitive(value) ? value : undefined;
};

export const toKeys = (path: string): string[] =>
	[...path.matchAll(KEY)].map(([, plain, double, single]) => plain ?? double ?? single ?? '');

/**
 * Reads what stands between two braces as the keys of a field, or returns undefined. n8n forbids some names in
 * expressions (`caller`, `constructor`, …), also for own fields of an item. Its own rule decides here, so that the
 * same expression never works for one item and fails for another; n8n's refusal is then put in plain words.
 */
const readPath = (code: string): readonly string[] | undefined => {
	const path = FIELD.exec(code)?.[1];
	const keys = path === undefined ? [] : toKeys(path);
	return keys.length > 0 && keys.every(isSafeObjectProperty) ? keys : undefined;
};

/** Cuts an expression into its texts and fields, or returns undefined when anything else stands in it. */
const toParts = (expression: string): Part[] | undefined => {
	const parts: Part[] = [];
	let from = 0;
	for (const braces of expression.matchAll(BRACES)) {
		const keys = readPath(braces[1] ?? '');
		if (!keys) return undefined;
		parts.push(expression.slice(from, braces.index), keys);
		from = braces.index + braces[0].length;
	}
	parts.push(expression.slice(from));
	const texts = parts.filter((part) => typeof part === 'string');
	return texts.some((text) => /\{\{|\}\}|\\/.test(text))
		? undefined
		: parts.filter((part) => part !== '');
};

/**
 * Understands an expression that only names fields of its own item, alone or within a text. To have n8n evaluate
 * one costs about as much as everything else that is done for an item of a batch, twenty times over
 * (docs/decisions/fields-without-expression-engine.md). Whatever is not plain is left to n8n: other code, fields that are
 * missing or are no text, number or boolean.
 */
export const readReference = (expression: string): Reference | undefined => {
	const parts = expression.startsWith('=') ? toParts(expression.slice(1)) : undefined;
	if (!parts?.some((part) => typeof part !== 'string')) return undefined;
	const [first] = parts;
	if (parts.length === 1 && first !== undefined && typeof first !== 'string')
		return (json) => readField(json, first);
	return (json) => {
		const values = parts.map((part) => (typeof part === 'string' ? part : readField(json, part)));
		return values.includes(undefined) ? undefined : values.join('');
	};
};
