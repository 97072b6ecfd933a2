/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../playground/paths';
import type { Playground } from '../../../playground/playground';
import { sharedPlayground } from '../n8n';

/** What n8n's scanner says to an unpacked tarball. */
const scan = (folder: string): string =>
	spawnSync(process.execPath, [join(root, 'test', 'scan.mjs'), folder], {
		encoding: 'utf8',
	}).stdout.trim();

describe('the rules of n8n’s official scanner', () => {
	let n8n: Playground;
	let packed: string;
	beforeAll(async () => {
		n8n = await sharedPlayground();
		packed = join(n8n.userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-truecaller');
	});

	test('are kept by every file of the packed tarball', () => {
		expect(scan(packed)).toMatch(/^\d{2,} files$/);
	});

	test('would be seen to be broken', () => {
		const spoilt = join(n8n.userFolder, 'spoilt');
		cpSync(packed, spoilt, { recursive: true });
		appendFileSync(
			join(spoilt, 'dist', 'nodes', 'Truecaller', 'Truecaller.node.js'),
			'\nconsole.log(process.env.HOME);\n',
		);
		expect(scan(spoilt)).toMatch(/no-console: [^]*no-restricted-globals: /);
		rmSync(spoilt, { recursive: true });
	});
});
