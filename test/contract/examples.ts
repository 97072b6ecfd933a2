/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test is a Node program, never shipped */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One published request and its answer, with where, when and how surely it was seen. */
export type Example = {
	title: string;
	source: string;
	date: string;
	certainty: string;
	notes: string;
	request: {
		method: 'GET' | 'POST';
		path: string;
		headers: Record<string, string>;
		body?: Record<string, unknown>;
	};
	response: { status: number; statusCertainty: string; body: unknown };
};

const FOLDER = join(__dirname, 'examples');

export const exampleNames = (): string[] =>
	readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

/** `readExample('token.created')` */
export const readExample = (name: string): Example =>
	JSON.parse(readFileSync(join(FOLDER, `${name.replace(/\.json$/, '')}.json`), 'utf8'));

/** A value reduced to its types, for where the vendor's words are only samples. */
export function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(shapeOf);
	if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shapeOf(each)]));
}
