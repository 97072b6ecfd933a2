/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../../../playground/system/processes';
import { noNetwork, occupy, scratch, startPlayground } from '../../support/start';

const ready = /n8n is ready: (\S+)/;
const { folder, clear } = scratch();
/** Everything is installed, so none of these may need a network. */
const placeFor = (playground: string) => ({ ...noNetwork, TRUECALLER_PLAYGROUND: playground });

const asRoot =
	process.getuid?.() === 0 ? [] : ['sudo', '-n', '-E', 'env', `PATH=${process.env.PATH}`];

/** Where nothing more fits in, in a mount that only the program behind it sees and that ends with it. */
const onSmallDisk = (path: string, size: string) => [
	...asRoot,
	'unshare',
	'--mount',
	'sh',
	'-c',
	`mount -t tmpfs -o size=${size} small ${path} && exec "$@"`,
	'start',
];

describe('npm start, when something is in its way', () => {
	afterAll(clear);

	test('takes other ports than the busy ones, by itself or as told, and refuses a busy one that it was told', async () => {
		const [n8n, sandbox] = [await occupy(), await occupy()];
		const playground = folder('ports');
		writeFileSync(
			join(playground, 'ports.json'),
			JSON.stringify({ editor: n8n.port, sandbox: sandbox.port }),
		);
		const told = startPlayground({
			env: { ...placeFor(playground), TRUECALLER_N8N_PORT: String(n8n.port) },
		});
		expect(await told.ended()).toMatchObject({
			code: 1,
			said: expect.stringContaining(
				`Port ${n8n.port}, which TRUECALLER_N8N_PORT asks for, is not free.`,
			),
		});

		const start = startPlayground({ env: placeFor(playground) });
		expect(await start.until(ready)).toMatch(/^http/);
		expect(start.said()).toMatch(
			new RegExp(`Another program uses port ${n8n.port}, so n8n takes \\d+ this time\\.`),
		);
		expect(start.said()).toMatch(
			new RegExp(
				`Another program uses port ${sandbox.port}, so the sandbox takes \\d+ this time\\.`,
			),
		);
		await start.stop();
		n8n.free();
		sandbox.free();

		const asWished = startPlayground({
			env: {
				...placeFor(playground),
				TRUECALLER_N8N_PORT: String(n8n.port),
				TRUECALLER_SANDBOX_PORT: String(sandbox.port),
			},
		});
		expect(await asWished.until(ready)).toBe(`http://127.0.0.1:${n8n.port}`);
		await asWished.stop();
	});

	test('ends what a killed start left running, and goes on with its work', async () => {
		const playground = folder('killed');
		// Ports of its own, for another test's playground may take the usual ones in between.
		const [n8n, sandbox] = [await occupy(), await occupy()];
		writeFileSync(
			join(playground, 'ports.json'),
			JSON.stringify({ editor: n8n.port, sandbox: sandbox.port }),
		);
		n8n.free();
		sandbox.free();
		const pids = () =>
			['n8n', 'sandbox'].map((name) =>
				Number(readFileSync(join(playground, `${name}.pid`), 'utf8')),
			);
		const killed = startPlayground({ env: placeFor(playground) });
		const url = await killed.until(ready);
		await killed.stop('SIGKILL');
		const orphans = pids();
		expect(orphans.map(isAlive)).toEqual([true, true]);

		const next = startPlayground({ env: placeFor(playground) });
		expect(await next.until(ready)).toBe(url);
		expect(orphans.map(isAlive)).toEqual([false, false]);
		await next.stop();
		expect(pids().map(isAlive)).toEqual([false, false]);
	});

	test.each([
		['config', '{"encryptionKey": "cut o'],
		['database.sqlite', 'not a database at all, but long enough to be taken for one '.repeat(20)],
	])('says how to start over when the %s of n8n cannot be read any more', async (file, content) => {
		const playground = folder('broken');
		mkdirSync(join(playground, '.n8n'));
		writeFileSync(join(playground, '.n8n', file), content);
		const { code, said } = await startPlayground({ env: placeFor(playground) }).ended();
		expect(said).toContain(
			`Its files in ${playground} cannot be read any more; perhaps it was stopped while it wrote them. To start over, move that folder away, and run "npm start" again.`,
		);
		expect(said).not.toContain('    at ');
		expect(code).toBe(1);
	});

	test('says how much room n8n needs where there is less, before anything is fetched', async () => {
		const cache = folder('cache');
		const { code, said } = await startPlayground({
			env: { ...placeFor(folder('playground')), TRUECALLER_CACHE: cache },
			inside: onSmallDisk(cache, '9m'),
		}).ended();
		expect(said).toMatch(
			new RegExp(
				`n8n needs 3,200 MB in ${cache}, and \\d MB are free\\. Make some room there, or choose a folder on another disk with the variable TRUECALLER_CACHE, and run "npm start" again\\.\nStopped\\. Start again with: npm start\n$`,
			),
		);
		expect(said).not.toContain('Installing n8n');
		expect(code).toBe(1);
	});

	test.each(['100k', '9m'])(
		"says that the disk is full when the user's own folder has but %s",
		async (size) => {
			const playground = folder('full');
			const { code, said } = await startPlayground({
				env: placeFor(playground),
				inside: onSmallDisk(playground, size),
			}).ended();
			expect(said).toContain(
				`The disk is full: nothing more can be written into ${playground}. Make some room there, or choose a folder on another disk with the variable TRUECALLER_PLAYGROUND, and run "npm start" again.`,
			);
			expect(said).not.toContain('    at ');
			expect(code).toBe(1);
		},
	);
});
