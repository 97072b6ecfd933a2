/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { existsSync } from 'node:fs';
import path from 'node:path';

import { testTitlesIn } from './code';
import { page as pageOf, read, ROOT, sectionOf, tableOf } from './markdown';

const page = pageOf('quality');
const promises = [...sectionOf(page, 'Promises').matchAll(/^### (.+)$/gm)].map(
	([, heading = '']) => heading,
);
const rowsOf = (promise: string): string[][] =>
	tableOf(sectionOf(page, promise), ['Test', 'Title']);

/** Only what a test run takes up counts. */
const RUN = /^test\/((contract|unit|engine|e2e|queue|docs|prove)\/.*|architecture)\.test\.ts$/;

/** The titles of a test file; those of a table of tests may stand in a module beside it. */
const titlesOf = (file: string): string[] => {
	const beside = [...read(file).matchAll(/from '\.\/(\w+)'/g)].map(([, name = '']) =>
		path.posix.join(path.posix.dirname(file), `${name}.ts`),
	);
	return [file, ...beside.filter((each) => existsSync(path.join(ROOT, each)))].flatMap(
		testTitlesIn,
	);
};

describe('each promise', () => {
	it.each(promises)('is explained in a sentence for users: %s', (promise) => {
		const [words = ''] = sectionOf(page, promise).split('| Test |');
		expect(words.trim()).toMatch(/^[A-Z*`[][^|]*\.$/);
	});

	it.each(promises)('names tests that exist, by file and title: %s', (promise) => {
		const missing = rowsOf(promise).filter(([link = '', title = '']) => {
			const [, file = '', target] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(link) ?? [];
			if (target !== `../${file}` || !RUN.test(file) || !existsSync(path.join(ROOT, file)))
				return true;
			return !titlesOf(file).includes(title);
		});
		expect(rowsOf(promise).length).toBeGreaterThan(1);
		expect(missing).toEqual([]);
		expect(new Set(rowsOf(promise).map(String)).size).toBe(rowsOf(promise).length);
	});
});

it('A title of a test is found by its groups, also in a table', () => {
	expect(testTitlesIn('test/docs/quality.test.ts')).toEqual([
		'each promise › is explained in a sentence for users: %s',
		'each promise › names tests that exist, by file and title: %s',
		'A title of a test is found by its groups, also in a table',
	]);
});
