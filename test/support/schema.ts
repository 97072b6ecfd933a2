/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test program, never shipped */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The part of JSON Schema that n8n's editor shows. `nullable`: it shows the fields only of what is an object and nothing else. */
export type Schema = {
	readonly type: string | readonly string[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	readonly enum?: readonly unknown[];
	readonly nullable?: boolean;
};

/** From dist/, as n8n would: by the version of the node, then resource and operation. */
export const readSchema = (...place: readonly string[]): Schema => {
	const file = path.resolve(__dirname, '../../dist/nodes/Truecaller/__schema__', ...place);
	return JSON.parse(readFileSync(`${file}.json`, 'utf8')) as Schema;
};

const typeOf = (value: unknown): string => {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
};

const KNOWN = new Set(['type', 'properties', 'required', 'enum', 'nullable', 'version']);

/** Where a value is not as its schema says; a field that the schema does not know counts too. */
export const findMisfits = (value: unknown, schema: Schema, at = 'json'): string[] => {
	const unknownWords = Object.keys(schema).filter((word) => !KNOWN.has(word));
	if (unknownWords.length > 0) return [`${at}: nobody checks ${unknownWords.join(', ')}`];
	const types = [schema.type, schema.nullable ? 'null' : []].flat();
	if (!types.includes(typeOf(value)))
		return [`${at} is ${typeOf(value)}, not ${types.join(' or ')}`];
	if (schema.enum && !schema.enum.includes(value)) return [`${at} is ${JSON.stringify(value)}`];
	if (value === null || typeof value !== 'object' || !schema.properties) return [];
	const { properties, required = [] } = schema;
	const fields = Object.entries(value).filter(([, field]) => field !== undefined);
	const missing = required.filter((name) => !fields.some(([field]) => field === name));
	return [
		...missing.map((name) => `${at}.${name} is missing`),
		...fields.flatMap(([name, field]) => {
			const known = properties[name];
			return known
				? findMisfits(field, known, `${at}.${name}`)
				: [`${at}.${name} is not in the schema`];
		}),
	];
};

/** Fields of a schema that none of the values has: the editor would offer what never comes. */
export const findUnseen = (values: readonly unknown[], schema: Schema, at = 'json'): string[] =>
	Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
		const found = values.flatMap((value) =>
			typeof value === 'object' && value !== null && name in value
				? [(value as Record<string, unknown>)[name]]
				: [],
		);
		return found.length === 0 ? [`${at}.${name}`] : findUnseen(found, field, `${at}.${name}`);
	});
