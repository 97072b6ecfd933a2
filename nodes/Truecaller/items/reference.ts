import { isSafeObjectProperty } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

/** Returns the value of an expression for an item, or undefined if only n8n can evaluate it. */
export type Reference = (json: IDataObject) => string | number | boolean | undefined;

export const KEY = /\.([A-Za-z_]\w*)|\["([^"\\\n]+)"\]|\['([^'\\\n]+)'\]/g;
/** An expression as dragging a field writes it: `{{ $json.customer["Phone Number"] }}`. */
const FIELD = new RegExp(`^\\s*\\$json((?:${KEY.source})+)\\s*$`);
const BRACES = /\{\{([^{}]*)\}\}/g;

/** Text of an expression, or the keys that lead to a field. */
type Part = string | readonly string[];

const isPrimitive = (value: unknown): value is string | number | boolean =>
	['string', 'number', 'boolean'].includes(typeof value);

/** Returns an own field of the item, or undefined. Inherited properties do not count. */
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
 * Returns the keys of the field that the code between two braces names, or undefined for other code. n8n forbids some
 * names in expressions (`caller`, `constructor`, …), also for own fields of an item. The same rule applies here, so that
 * an expression works for all items or for none.
 */
const readPath = (code: string): readonly string[] | undefined => {
	const path = FIELD.exec(code)?.[1];
	const keys = path === undefined ? [] : toKeys(path);
	return keys.length > 0 && keys.every(isSafeObjectProperty) ? keys : undefined;
};

/** Splits an expression into texts and fields, or returns undefined if it contains anything else. */
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
 * Reads an expression that only names fields of its own item, alone or within a text. n8n's own evaluation costs about
 * twenty times as much as the rest of the work on an item of a batch
 * (docs/decisions/fields-without-expression-engine.md). Returns undefined for other code. n8n also evaluates fields that
 * are missing, or whose value is an object.
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
