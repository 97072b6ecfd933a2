/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { existsSync } from 'node:fs';
import path from 'node:path';

import { sources } from '../support/sources';
import { anchorsOf, linksOf, markdownFiles, read, ROOT } from './markdown';

type Link = { readonly from: string; readonly target: string };

const REPOSITORY = 'n8n-nodes-truecaller/n8n-nodes-truecaller';

/** A file of this repository as an address: npm and n8n's editor cannot follow a link between files. */
const AS_ADDRESS = new RegExp(
	`^https://(?:github\\.com/${REPOSITORY}/(?:blob|tree)|raw\\.githubusercontent\\.com/${REPOSITORY})/main/`,
);

const links: Link[] = markdownFiles().flatMap((from) =>
	linksOf(read(from)).map((target) => ({ from, target })),
);
const isElsewhere = (target: string): boolean =>
	/^[a-z][a-z\d+.-]*:/i.test(target) && !AS_ADDRESS.test(target);
const local = links.filter(({ target }) => !isElsewhere(target));

const tell = ({ from, target }: Link): string => `${from} → ${target}`;

/** Returns the file that a link leads to, from the root of the checkout, and the place in it. */
const resolve = ({ from, target }: Link): { file: string; anchor: string } => {
	const [file = '', anchor = ''] = target.split('#');
	if (AS_ADDRESS.test(file)) return { file: file.replace(AS_ADDRESS, ''), anchor };
	return {
		file: file === '' ? from : path.posix.join(path.posix.dirname(from), decodeURI(file)),
		anchor,
	};
};

const leadsToNoFile = (link: Link): boolean => !existsSync(path.join(ROOT, resolve(link).file));
const leadsToNoHeading = (link: Link): boolean => {
	const { file, anchor } = resolve(link);
	return (
		anchor !== '' &&
		file.endsWith('.md') &&
		existsSync(path.join(ROOT, file)) &&
		!anchorsOf(read(file)).has(anchor)
	);
};

describe('links in the documentation', () => {
	it('are many, in many files', () => {
		expect(markdownFiles().length).toBeGreaterThan(10);
		expect(local.length).toBeGreaterThan(20);
	});

	it('lead to files and folders that exist', () => {
		expect(local.filter(leadsToNoFile).map(tell)).toEqual([]);
	});

	it('lead to headings that exist', () => {
		expect(local.filter(leadsToNoHeading).map(tell)).toEqual([]);
	});

	it('of the README work on npm, which shows it without the other files', () => {
		const fromReadme = links.filter(({ from }) => from === 'README.md');
		expect(fromReadme.filter(({ target }) => !/^(https:|#)/.test(target)).map(tell)).toEqual([]);
	});

	it('to pictures in the README lead to the pictures, and not to pages around them', () => {
		const pictures = [...read('README.md').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)];
		expect(pictures.length).toBeGreaterThan(0);
		expect(
			pictures
				.map(([, target = '']) => target)
				.filter((target) => !/^https:\/\/raw\./.test(target)),
		).toEqual([]);
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

describe('links in the editor', () => {
	const fromCode: Link[] = sources
		.filter((file) => /^(nodes|credentials)\//.test(file))
		.concat('nodes/Truecaller/Truecaller.node.json', 'nodes/Truecaller/TruecallerTrigger.node.json')
		.flatMap((from) =>
			[...read(from).matchAll(new RegExp(`https://github\\.com/${REPOSITORY}/[\\w./#-]+`, 'g'))]
				.map(([target]) => ({ from, target }))
				.filter(({ target }) => !target.endsWith('/issues')),
		);

	it('lead to pages and headings that exist', () => {
		expect(fromCode.length).toBeGreaterThan(3);
		expect(
			fromCode
				.filter((link) => isElsewhere(link.target) || leadsToNoFile(link) || leadsToNoHeading(link))
				.map(tell),
		).toEqual([]);
	});
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
