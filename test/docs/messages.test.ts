/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { readdirSync } from 'node:fs';
import path from 'node:path';

import { findSetUpFault } from '../../nodes/Truecaller/events/setUp';
import { textsIn, textsOfProperty } from './code';
import { page, ROOT, tablesOf } from './markdown';

const API = 'nodes/Truecaller/api';
const rows = tablesOf(page('troubleshooting'), ['The message says', 'Do this']).flat();
const messages = rows.map(([message = '']) => message);

const shippedIn = (folder: string): string[] =>
	readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')));

/** … stands for anything, on the page as in the code; a number on the page may be put in at run time. */
const toPattern = (message: string): string =>
	message
		.split('…')
		.map((part) =>
			part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\d+/g, (number) => `(?:${number}|…)`),
		)
		.join('[^]*');

/** Said at the place where it happens: by a message that begins in the middle, such as "has no country code". */
const partOf = (message: string): RegExp => new RegExp(toPattern(message.replace(/^… /, '')));
const wholeOf = (message: string): RegExp => new RegExp(`^${toPattern(message)}$`);

const setUp = {
	timezone: '',
	workflowTimezone: 'UTC',
	businessNumbers: '',
	defaultCountry: '',
};

const said = [
	...['nodes', 'credentials'].flatMap(shippedIn).flatMap(textsIn),
	String(findSetUpFault({ ...setUp, key: '' })?.message),
];

describe('the messages that the documentation explains', () => {
	it('are many, each once and with what to do', () => {
		expect(rows.length).toBeGreaterThan(20);
		expect(new Set(messages).size).toBe(messages.length);
		expect(rows.filter(([, todo]) => !todo)).toEqual([]);
	});

	it('are said by the node in these very words', () => {
		expect(messages.filter((message) => !said.some((text) => partOf(message).test(text)))).toEqual(
			[],
		);
	});

	it.each(['problems', 'access/login', 'access/quota', 'reading/obstacles', 'access/baseUrl'])(
		'hold everything that %s can say of the account or the connection',
		(file) => {
			const known = textsOfProperty(`${API}/${file}.ts`, 'message');
			expect(known.length).toBeGreaterThan(0);
			expect(
				known.filter((text) => !messages.some((message) => wholeOf(message).test(text))),
			).toEqual([]);
		},
	);

	it('hold what keeps a trigger from being published', () => {
		const faults = ['', 'short', 'a key with a space '].map((key) =>
			String(findSetUpFault({ ...setUp, key })?.message),
		);
		expect(
			faults.filter((text) => !messages.some((message) => wholeOf(message).test(text))),
		).toEqual([]);
	});
});
