/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- the sandbox is a Node program for development, never shipped */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

import type { FastifyInstance } from 'fastify';

/** What the page's imports mean: each package's own file for browsers, as npm installed it. */
const MODULES: Readonly<Record<string, string>> = {
	preact: 'preact/dist/preact.mjs',
	'preact/hooks': 'preact/hooks/dist/hooks.mjs',
	'@preact/signals-core': '@preact/signals-core/dist/signals-core.module.js',
	'@preact/signals': '@preact/signals/dist/signals.module.js',
	htm: 'htm/dist/htm.module.js',
	'@tanstack/virtual-core': '@tanstack/virtual-core/dist/esm/index.js',
};

const TYPES: Readonly<Record<string, string>> = {
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
};

const packagesFolder = join(dirname(require.resolve('preact/package.json')), '..');
const moduleFolder = (file: string): string => dirname(file);

const importMap = JSON.stringify({
	imports: Object.fromEntries(
		Object.entries(MODULES).map(([name, file]) => [name, `/sandbox/modules/${file}`]),
	),
});

/** The only script within the page itself is the import map: named by its hash, all others come from files. */
const importMapHash = createHash('sha256').update(importMap).digest('base64');

const HEADERS: Readonly<Record<string, string>> = {
	'content-security-policy': [
		"default-src 'none'",
		`script-src 'self' 'sha256-${importMapHash}'`,
		"style-src 'self'",
		"img-src 'self' data:",
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	].join('; '),
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	// The files change with the checkout: the browser asks each time, and nothing is far away.
	'cache-control': 'no-cache',
};

const listFiles = (folder: string): string[] =>
	readdirSync(folder).filter((file) => extname(file) in TYPES);

/** A table of every file there is to serve: no path of a request ever reaches the disk. */
function listAll(): ReadonlyMap<string, string> {
	const own = listFiles(__dirname).map((file) => [`/page/${file}`, join(__dirname, file)] as const);
	const modules = Object.values(MODULES).flatMap((file) => {
		const folder = moduleFolder(file);
		return listFiles(join(packagesFolder, folder)).map(
			(each) => [`/modules/${folder}/${each}`, join(packagesFolder, folder, each)] as const,
		);
	});
	return new Map([...own, ...modules]);
}

function readPage(): string {
	const scripts = listFiles(__dirname)
		.filter((file) => file.endsWith('.js'))
		.map((file) => `/sandbox/page/${file}`);
	const preloads = [...scripts, ...Object.values(MODULES).map((file) => `/sandbox/modules/${file}`)]
		.map((address) => `<link rel="modulepreload" href="${address}" />`)
		.join('\n\t\t');
	return readFileSync(join(__dirname, 'index.html'), 'utf8')
		.replace('<!-- import map -->', () => `<script type="importmap">${importMap}</script>`)
		.replace('<!-- preloads -->', () => preloads);
}

/** Adds the page at `/sandbox` and its files: no build, and nothing from another machine. */
export function addPage(plane: FastifyInstance): void {
	plane.get('/', async (_request, reply) => {
		return await reply.headers(HEADERS).type('text/html; charset=utf-8').send(readPage());
	});
	for (const [address, file] of listAll()) {
		plane.get(address, async (_request, reply) => {
			const type = TYPES[extname(file)] ?? '';
			return await reply.headers(HEADERS).type(type).send(readFileSync(file));
		});
	}
}
