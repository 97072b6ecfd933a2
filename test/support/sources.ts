/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

export const ROOT = path.resolve(__dirname, '../..');

export const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
export const linesOf = (file: string) => read(file).trimEnd().split('\n').length;

export const filesIn = (folder: string): string[] =>
	readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
		const file = path.posix.join(folder, entry.name);
		if (!entry.isDirectory()) return [file];
		return entry.name === 'node_modules' ? [] : filesIn(file);
	});

export const files = ['nodes', 'credentials', 'sandbox', 'playground', 'bench', 'examples', 'test']
	.flatMap(filesIn)
	.concat('package-lock.json');
export const sources = files.filter((file) => /\.m?ts$/.test(file));
/** What a browser reads as it stands. */
export const pageSources = files.filter((file) => /^sandbox\/page\/.*\.(js|css|html)$/.test(file));
export const shipped = sources.filter((file) => /^(nodes|credentials)\//.test(file));

export type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

export const tell = ({ from, to }: Import): string => `${from} imports ${to}`;

/** Returns every import of a file; a relative one as the path it leads to, a package by its name. */
export const importsOf = (file: string): Import[] => {
	const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
	return source.statements.flatMap((statement): Import[] => {
		if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
		const specifier = statement.moduleSpecifier;
		if (!specifier || !ts.isStringLiteral(specifier)) return [];
		const to = specifier.text.startsWith('.')
			? path.posix.join(path.posix.dirname(file), specifier.text)
			: specifier.text;
		const typeOnly = ts.isImportDeclaration(statement)
			? statement.importClause?.isTypeOnly === true
			: statement.isTypeOnly;
		return [{ from: file, to, typeOnly }];
	});
};

export type Long = { readonly name: string; readonly lines: number };

/** Lines of each function that are its own: those of functions inside it are theirs. */
export const functionsOf = (file: string): Long[] => {
	const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
	const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line;
	const found: Long[] = [];
	const visit = (node: ts.Node): number => {
		let inner = 0;
		ts.forEachChild(node, (child) => void (inner += visit(child)));
		const isFunction = ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
		if (!isFunction) return inner;
		const all = lineAt(node.end) - lineAt(node.getStart()) + 1;
		found.push({ name: `${file}:${lineAt(node.getStart()) + 1}`, lines: all - inner });
		return all > 1 ? all - 1 : 0;
	};
	visit(source);
	return found;
};
