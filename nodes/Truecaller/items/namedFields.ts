import type { IDataObject } from 'n8n-workflow';

import { KEY, readOwn, toKeys } from './reference';

/** A field that an expression names, with its value in the item. */
export type NamedField = { readonly name: string; readonly value: unknown };

/** Fields of the item anywhere in an expression, also inside code. Names of methods are left out. */
const NAMED = new RegExp(`\\$json((?:${KEY.source})+)(\\s*\\()?`, 'g');

/** Finds the fields of the item that an expression names. Only for messages: code can read them in other ways too. */
export const findNamedFields = (source: unknown, json: IDataObject): NamedField[] => {
	if (typeof source !== 'string' || !source.startsWith('=')) return [];
	return [...source.matchAll(NAMED)].map((found) => {
		const path = toKeys(found[1] ?? '');
		const keys = found.at(-1) === undefined ? path : path.slice(0, -1);
		return { name: keys.join('.'), value: readOwn(json, keys) };
	});
};
