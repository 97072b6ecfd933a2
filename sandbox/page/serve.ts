/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- the sandbox is a Node program for development, never shipped */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FastifyInstance } from 'fastify';

import { filesByAddress, importMap, scriptAddresses, typeOf } from './files';

/**
 * The import map is the only inline script, allowed by its hash. All other scripts come from files.
 */
const importMapHash = createHash('sha256').update(importMap).digest('base64');

const PAGE_HEADERS: Readonly<Record<string, string>> = {
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
	// The files change with the checkout, so the browser asks each time; they are on the same
	// machine.
	'cache-control': 'no-cache',
};

function readHtml(): string {
	const preloads = scriptAddresses()
		.map((address) => `<link rel="modulepreload" href="${address}" />`)
		.join('\n\t\t');
	return readFileSync(join(__dirname, 'index.html'), 'utf8')
		.replace('<!-- import map -->', () => `<script type="importmap">${importMap}</script>`)
		.replace('<!-- preloads -->', () => preloads);
}

/**
 * Adds the page at `/sandbox` with its files. It needs no build and loads nothing from another
 * machine.
 */
export function addPage(plane: FastifyInstance): void {
	plane.get('/', async (_request, reply) => {
		return await reply.headers(PAGE_HEADERS).type('text/html; charset=utf-8').send(readHtml());
	});
	for (const [address, file] of filesByAddress()) {
		// The control plane is mounted at /sandbox.
		plane.get(address.replace(/^\/sandbox/, ''), async (_request, reply) => {
			return await reply.headers(PAGE_HEADERS).type(typeOf(file)).send(readFileSync(file));
		});
	}
}
