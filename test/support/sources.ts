/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

export const ROOT = path.resolve(__dirname, '../..');

export const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

export const filesIn = (folder: string): string[] =>
	readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
		const file = path.posix.join(folder, entry.name);
		if (!entry.isDirectory()) return [file];
		return entry.name === 'node_modules' ? [] : filesIn(file);
	});

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
