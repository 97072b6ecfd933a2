/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test is a Node program, never shipped */
import { createHash } from 'node:crypto';
import { request } from 'node:http';

import { startSandbox } from '../../sandbox/server';
import { openCaller } from './caller';
import type { Caller } from './caller';

let caller: Caller;
beforeAll(async () => {
	caller = await openCaller();
});
afterAll(async () => await caller.close());

const get = async (url: string, headers: Record<string, string> = {}) =>
	await caller.send({ method: 'GET', url, headers });

/** As a browser would ask that was led here under another name. */
const statusUnder = async (host: string): Promise<number | undefined> =>
	await new Promise((resolve, reject) => {
		request(`${caller.sandbox.url}/sandbox/keys`, { headers: { host } }, ({ statusCode }) =>
			resolve(statusCode),
		)
			.on('error', reject)
			.end();
	});

describe('the page', () => {
	it('is at /sandbox, and every script it names is served from this machine', async () => {
		expect(caller.sandbox.pageUrl).toBe(`${caller.sandbox.url}/sandbox`);
		const { status, data, headers } = await get('/sandbox');
		expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
		const addresses = [...String(data).matchAll(/(?:href|src)="([^"]+)"|":"(\/[^"]+)"/g)].map(
			([, one, other]) => one ?? other ?? '',
		);
		expect(addresses.length).toBeGreaterThan(30);
		expect(addresses.filter((address) => !address.startsWith('/sandbox/'))).toEqual([]);
		const statuses = await Promise.all(
			addresses.map(async (address) => (await get(address)).status),
		);
		expect(new Set(statuses)).toEqual(new Set([200]));
	});

	it('lets nothing run but its own files and the import map', async () => {
		const { data, headers } = await get('/sandbox');
		const [, importMap = ''] = /<script type="importmap">(.*?)<\/script>/.exec(String(data)) ?? [];
		const hash = createHash('sha256').update(importMap).digest('base64');
		const policy = String(headers['content-security-policy']).split('; ');
		expect(policy).toEqual(
			expect.arrayContaining([
				"default-src 'none'",
				`script-src 'self' 'sha256-${hash}'`,
				"style-src 'self'",
				"connect-src 'self'",
				"frame-ancestors 'none'",
			]),
		);
		expect(String(data).match(/<script/g)).toHaveLength(2);
	});

	it.each([
		'/sandbox/page/serve.ts',
		'/sandbox/page/../server.ts',
		'/sandbox/modules/preact/package.json',
		'/sandbox/modules/%2e%2e/package.json',
	])('does not serve %s', async (url) => {
		expect((await get(url)).status).toBe(404);
	});

	it('counts as nothing received', async () => {
		await get('/sandbox');
		expect(caller.sandbox.control.counts()).toEqual({});
	});

	it('has a link to the editor only to an address of the web', async () => {
		await expect(startSandbox({ editorUrl: 'javascript:alert(1)' })).rejects.toThrow(
			'"javascript:alert(1)" is no http or https address of an editor',
		);
	});
});

describe('the control plane', () => {
	it('refuses the pages of other sites, which could turn it otherwise', async () => {
		const reset = async (origin: string) =>
			await caller.send({ method: 'POST', url: '/sandbox/reset', headers: { origin } });
		const { status, data } = await reset('https://example.com');
		expect([status, data]).toEqual([
			403,
			{
				error: 'The control plane answers its own page and programs, not the pages of other sites',
			},
		]);
		expect((await reset('null')).status).toBe(403);
		expect((await reset(caller.sandbox.url)).status).toBe(200);
	});

	it('refuses a foreign name that was made to lead to this machine', async () => {
		expect(await statusUnder('example.com')).toBe(403);
		expect(await statusUnder(`localhost:${new URL(caller.sandbox.url).port}`)).toBe(200);
	});
});
