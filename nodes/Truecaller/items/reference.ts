import type { IDataObject } from 'n8n-workflow';

/** Reads what an expression yields for an item; undefined means that it takes n8n to say. */
export type Reference = (json: IDataObject) => string | number | boolean | undefined;

const KEY = /\.([A-Za-z_]\w*)|\["([^"\\\n]+)"\]|\['([^'\\\n]+)'\]/g;
/** What dragging a field into a parameter writes: `{{ $json.customer["Phone Number"] }}`. */
const FIELD = new RegExp(`^\\s*\\$json((?:${KEY.source})+)\\s*$`);
const BRACES = /\{\{([^{}]*)\}\}/;

/** Text of an expression, or the keys that lead to a field. */
type Part = string | readonly string[];

const isPrimitive = (value: unknown): value is string | number | boolean =>
	['string', 'number', 'boolean'].includes(typeof value);

/** Own fields only: `constructor` and its like are n8n's to refuse. */
const readField = (json: IDataObject, keys: readonly string[]): ReturnType<Reference> => {
	let value: unknown = json;
	for (const key of keys) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
		value = Reflect.get(value, key);
	}
	return isPrimitive(value) ? value : undefined;
};

const toKeys = (path: string): string[] =>
	[...path.matchAll(KEY)].map(([, plain, double, single]) => plain ?? double ?? single ?? '');

/** Text and fields in turn, or undefined when anything else stands in the expression. */
const toParts = (expression: string): Part[] | undefined => {
	const parts: Part[] = [];
	for (const [place, piece] of expression.split(BRACES).entries()) {
		const path = place % 2 === 1 ? FIELD.exec(piece)?.[1] : undefined;
		if (place % 2 === 0 ? /\{\{|\}\}|\\/.test(piece) : path === undefined) return undefined;
		if (path !== undefined) parts.push(toKeys(path));
		else if (piece !== '') parts.push(piece);
	}
	return parts;
};

/**
 * Understands an expression that only names fields of its own item, alone or within a text. To have n8n evaluate
 * one costs about as much as everything else that is done for an item of a batch, twenty times over
 * (docs/decisions/fields-read-straight.md). Whatever is not plain is left to n8n: other code, fields that are
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
