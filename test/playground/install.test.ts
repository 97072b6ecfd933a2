/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { n8nFolder } from '../../playground/paths';
import { noNetwork, scratch, startPlayground } from '../support/start';

const { folder, clear } = scratch();
afterEach(clear);

/** A machine on which n8n was never installed. */
const bareMachine = (env: NodeJS.ProcessEnv = {}) => {
	const cache = folder('cache');
	const places = {
		TRUECALLER_CACHE: cache,
		TRUECALLER_PLAYGROUND: folder('playground'),
		npm_config_cache: folder('npm'),
	};
	return { cache, env: { ...places, ...noNetwork, ...env } };
};

/** As little on the PATH as is asked for. */
const onlyTools = (...tools: string[]) => {
	const path = folder('path');
	for (const tool of tools)
		symlinkSync(
			execFileSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim(),
			join(path, tool),
		);
	return path;
};

describe('the installation of n8n', () => {
	it('says that there is no network, and leaves nothing half done behind, its own or that of a killed one', async () => {
		const { cache, env } = bareMachine();
		const leftover = join(cache, `${basename(n8nFolder())}.part-killed`);
		mkdirSync(leftover);
		writeFileSync(join(leftover, 'half'), 'a package');
		const { code, said } = await startPlayground({ env }).ended();
		expect(said).toContain(
			'npm cannot reach http://127.0.0.1:9, where the packages come from the first time.',
		);
		expect(said).not.toContain('    at ');
		expect(code).toBe(1);
		expect(readdirSync(cache)).toEqual(['install.log']);
	});

	it('tells what to install where the database driver can neither be compiled nor fetched, before it fetches 3 GB', async () => {
		const { cache, env } = bareMachine();
		const { code, said } = await startPlayground({
			env: { ...env, PATH: onlyTools('node', 'npm', 'sh', 'tar', 'make') },
		}).ended();
		expect(said).toContain(
			"Without g++, python3, n8n's database driver cannot be compiled here. Looking for a ready-made one …\n",
		);
		expect(said).toContain(
			'None is to be had from here, so it has to be compiled, which needs g++, python3. On Debian or Ubuntu: sudo apt-get install build-essential python3. Then run "npm start" again.\n',
		);
		expect(said).not.toContain('3 GB');
		expect(code).toBe(1);
		expect(readdirSync(cache)).toEqual(['install.log']);
	});

	it('says which folder cannot be written', async () => {
		const { env } = bareMachine({ TRUECALLER_CACHE: '/dev/null/cache' });
		const { code, said } = await startPlayground({ env }).ended();
		expect(said).toContain(
			'/dev/null/cache cannot be written. Make it yours, or choose other folders with the variables TRUECALLER_PLAYGROUND and TRUECALLER_CACHE, and run "npm start" again.\n',
		);
		expect(code).toBe(1);
	});
});
