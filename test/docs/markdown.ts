/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '..', '..');

export const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const NOT_OURS = new Set(['node_modules', 'dist', 'dist.next', 'coverage']);

const filesIn = (folder: string): string[] =>
	readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
		if (NOT_OURS.has(entry.name) || (entry.name.startsWith('.') && entry.name !== '.github'))
			return [];
		const file = path.posix.join(folder, entry.name);
		return entry.isDirectory() ? filesIn(file) : [file];
	});

export const markdownFiles = (): string[] => filesIn('.').filter((file) => file.endsWith('.md'));

/** Returns a page of docs/, by its name. */
export const page = (name: string): string => read(`docs/${name}.md`);

/** The text without code, which is shown as it is written: a link in it is none. */
const withoutCode = (text: string): string =>
	text.replace(/^(```|~~~)[^]*?^\1/gm, '').replace(/`[^`\n]*`/g, '`…`');

/** What links and pictures lead to, as written. */
export const linksOf = (text: string): string[] => {
	const plain = withoutCode(text);
	const inline = [...plain.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
	const byName = [...plain.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)];
	const inHtml = [...plain.matchAll(/<\w[^>]*?\b(?:src|srcset|href)="([^"\s]+)"/g)];
	return [...inline, ...byName, ...inHtml].map(([, target = '']) => target);
};

/** A heading as GitHub addresses it: small letters, hyphens for spaces, no other punctuation. */
const slugOf = (heading: string): string =>
	heading
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/[*`]/g, '')
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
		.replace(/ /g, '-');

/** Every address within a page; the second heading of the same words gets "-1". */
export const anchorsOf = (text: string): Set<string> => {
	const seen = new Map<string, number>();
	const anchors = new Set<string>();
	for (const [, heading = ''] of text
		.replace(/^(```|~~~)[^]*?^\1/gm, '')
		.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
		const slug = slugOf(heading);
		const count = seen.get(slug) ?? 0;
		seen.set(slug, count + 1);
		anchors.add(count === 0 ? slug : `${slug}-${count}`);
	}
	return anchors;
};

/** The part of a page below a heading, up to the next heading that is not further in. */
export const sectionOf = (text: string, heading: string): string => {
	const from = new RegExp(`^(#{1,6}) ${heading.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'm').exec(
		text,
	);
	if (!from) throw new Error(`There is no heading "${heading}"`);
	const rest = text.slice(from.index + from[0].length);
	const next = new RegExp(`^#{1,${from[1]?.length ?? 1}} `, 'm').exec(rest);
	return next ? rest.slice(0, next.index) : rest;
};

const cellsOf = (line: string): string[] =>
	line
		.trim()
		.replace(/^\||\|$/g, '')
		.split(/(?<!\\)\|/)
		.map((cell) => cell.trim());

/** Returns the rows, as cells, of every table whose first line has these columns. */
export const tablesOf = (text: string, columns: readonly string[]): string[][][] => {
	const lines = text.split('\n');
	const heads = lines.flatMap((line, at) =>
		line.startsWith('|') && cellsOf(line).join('|') === columns.join('|') ? [at] : [],
	);
	if (heads.length === 0)
		throw new Error(`There is no table with the columns ${columns.join(', ')}`);
	return heads.map((at) => {
		const rest = lines.slice(at + 2);
		const end = rest.findIndex((line) => !line.startsWith('|'));
		return (end < 0 ? rest : rest.slice(0, end)).map(cellsOf);
	});
};

/** Returns the rows of the only table that has these columns. */
export const tableOf = (text: string, columns: readonly string[]): string[][] => {
	const [rows = [], ...more] = tablesOf(text, columns);
	if (more.length > 0) throw new Error(`There are several tables with ${columns.join(', ')}`);
	return rows;
};
