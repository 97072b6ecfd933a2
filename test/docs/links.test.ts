/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { existsSync } from 'node:fs';
import path from 'node:path';

import { anchorsOf, linksOf, markdownFiles, read, ROOT } from './markdown';

type Link = { readonly from: string; readonly target: string };

const links: Link[] = markdownFiles().flatMap((from) =>
	linksOf(read(from)).map((target) => ({ from, target })),
);
const isElsewhere = (target: string): boolean => /^[a-z][a-z\d+.-]*:/i.test(target);
const local = links.filter(({ target }) => !isElsewhere(target));

const tell = ({ from, target }: Link): string => `${from} → ${target}`;

/** The file that a link leads to, from the root of the checkout, and the place in it. */
const resolve = ({ from, target }: Link): { file: string; anchor: string } => {
	const [file = '', anchor = ''] = target.split('#');
	return {
		file: file === '' ? from : path.posix.join(path.posix.dirname(from), decodeURI(file)),
		anchor,
	};
};

/** The addresses under which the code sends users to this very project. */
const REPOSITORY = 'https://github.com/n8n-nodes-truecaller/n8n-nodes-truecaller';
const fromCode = [
	'nodes/Truecaller/Truecaller.node.json',
	'nodes/Truecaller/TruecallerTrigger.node.json',
	'credentials/TruecallerApi.credentials.ts',
	'package.json',
].flatMap((from) =>
	[...read(from).matchAll(new RegExp(`${REPOSITORY}#([a-z-]+)`, 'g'))].map(([, anchor = '']) => ({
		from,
		anchor,
	})),
);

describe('links in the documentation', () => {
	it('are many, in many files', () => {
		expect(markdownFiles().length).toBeGreaterThan(10);
		expect(local.length).toBeGreaterThan(20);
	});

	it('lead to files and folders that exist', () => {
		const broken = local.filter((link) => !existsSync(path.join(ROOT, resolve(link).file)));
		expect(broken.map(tell)).toEqual([]);
	});

	it('lead to headings that exist', () => {
		const broken = local.filter((link) => {
			const { file, anchor } = resolve(link);
			return (
				anchor !== '' &&
				file.endsWith('.md') &&
				existsSync(path.join(ROOT, file)) &&
				!anchorsOf(read(file)).has(anchor)
			);
		});
		expect(broken.map(tell)).toEqual([]);
	});

	it('stay inside the checkout', () => {
		expect(
			local
				.filter((link) => resolve(link).file.startsWith('..') || link.target.startsWith('/'))
				.map(tell),
		).toEqual([]);
	});

	it('are encrypted where they lead elsewhere', () => {
		const allowed = /^(https:|mailto:|http:\/\/(localhost|127\.0\.0\.1))/;
		expect(
			links.filter(({ target }) => isElsewhere(target) && !allowed.test(target)).map(tell),
		).toEqual([]);
	});
});

it('CONTRIBUTING names files and folders that exist', () => {
	const named = [...read('CONTRIBUTING.md').matchAll(/`([\w.-]+(?:\/[\w.-]+)+\/?|[\w-]+\/)`/g)].map(
		([, name = '']) => name,
	);
	expect(named.length).toBeGreaterThan(20);
	const places = [
		'',
		'nodes/Truecaller/',
		'nodes/Truecaller/resources/',
		'test/contract/examples/',
	];
	expect(
		named.filter((name) => !places.some((place) => existsSync(path.join(ROOT, place, name)))),
	).toEqual([]);
});

it('Every page can be reached from the README', () => {
	const reached = new Set(['README.md']);
	for (const page of reached) {
		const targets = local.filter(({ from }) => from === page).map((link) => resolve(link).file);
		for (const target of targets)
			if (target.endsWith('.md') && existsSync(path.join(ROOT, target))) reached.add(target);
	}
	expect(markdownFiles().filter((page) => !reached.has(page))).toEqual([]);
});

it('The editor sends users to headings that the README has', () => {
	const anchors = anchorsOf(read('README.md'));
	expect(fromCode.length).toBeGreaterThan(3);
	expect(fromCode.filter(({ anchor }) => anchor !== 'readme' && !anchors.has(anchor))).toEqual([]);
});

describe('reading Markdown', () => {
	it('takes no link out of code', () => {
		expect(
			linksOf(
				'a [b](c.md) and `[d](e.md)`\n```\n[f](g.md)\n```\n![h](i.png "j")\n[k]: l.md\n<img alt="m" src="n.png" />',
			),
		).toEqual(['c.md', 'i.png', 'l.md', 'n.png']);
	});

	it('addresses headings as GitHub does', () => {
		expect([
			...anchorsOf(
				"# What n8n's `run` is, *really*\n## Nothing lost, nothing twice\n## A – B\n## A – B\n```\n# no\n```",
			),
		]).toEqual(['what-n8ns-run-is-really', 'nothing-lost-nothing-twice', 'a--b', 'a--b-1']);
	});
});
