/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { join } from 'node:path';
import { root } from './paths';
import { openService, type Service } from './system/service';

export type SandboxProcess = Service & { url: string; pageUrl: string };

/** The stand-in for Truecaller, as a process of its own: it goes on when n8n is restarted. */
export function openSandbox(folder: string, port: number, editorUrl?: string): SandboxProcess {
	const url = `http://127.0.0.1:${port}`;
	const program = join(root, 'sandbox', 'main.ts');
	const service = openService({
		name: 'sandbox',
		folder,
		command: process.execPath,
		args: [
			'--require',
			require.resolve('tsx/cjs'),
			program,
			'--port',
			String(port),
			...(editorUrl ? ['--editor', editorUrl] : []),
		],
		mark: program,
		env: { ...process.env, NODE_OPTIONS: '' },
		ready: `${url}/sandbox/keys`,
	});
	return { ...service, url, pageUrl: `${url}/sandbox` };
}
