import { shipped } from '../support/sources';
import { markdownFiles, read } from './markdown';
import { faultsOfComments, faultsOfPage } from './words';
import type { Fault } from './words';

const faultsIn = (files: readonly string[], faultsOf: (text: string) => Fault[]): string[] =>
	files.flatMap((file) =>
		faultsOf(read(file)).map(({ line, fault }) => `${file}:${line} ${fault}`),
	);

describe('easy to read', () => {
	it('is every page: short sentences, headings to search for, and a named subject', () => {
		const ours = markdownFiles().filter((file) => !/^(LICENSE|\.github\/)/.test(file));
		expect(ours.length).toBeGreaterThan(20);
		expect(faultsIn(ours, faultsOfPage)).toEqual([]);
	});

	it('is every comment of shipped code', () => {
		expect(faultsIn(shipped, faultsOfComments)).toEqual([]);
	});
});

describe('the check of words', () => {
	const faultsOf = (text: string): string[] => faultsOfPage(text).map(({ fault }) => fault);

	it.each([
		['## What comes out', '“What comes out”: begin with the word that readers search for'],
		[`# ${'Output '.repeat(9)}`, '63 characters in a heading'],
		[`Read ${'the output '.repeat(15)}now.`, '32 words in a sentence'],
		['What is no number goes back.', '“What is no”: name the person or thing'],
		['Ask whoever has the key.', '“whoever”: name the person or thing'],
		['It never sends nothing without a key.', '3 negations in a sentence'],
		['| cell | It is not here, not there, not gone. |', '3 negations in a sentence'],
	])('finds what is wrong with "%s"', (text, fault) => {
		expect(faultsOf(`Fine.\n\n${text}`)).toEqual([fault]);
		expect(faultsOfPage(`Fine.\n\n${text}`)[0]?.line).toBe(3);
	});

	it('reads comments, and neither code nor texts', () => {
		const code =
			'const a = "whoever"; // fine\n/** Tells\n * whoever asks. */\nconst b = `// whoever`;';
		expect(faultsOfComments(code)).toEqual([
			{ line: 2, fault: '“whoever”: name the person or thing' },
		]);
	});

	it('leaves code, links and good sentences alone', () => {
		const good = [
			'## Output',
			'The node sends nothing without a key. It is not sent again; nothing is lost, and no call waits.',
			`Use \`what is no number\`, as [the page](${'long/'.repeat(30)}page.md) says.`,
			'```\nwhoever\n```',
		];
		expect(faultsOf(good.join('\n\n'))).toEqual([]);
	});
});
