/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { join } from 'node:path';
import { root } from './paths';
import { openService, type Service } from './system/service';

export type SandboxProcess = Service & { url: string; pageUrl: string };

/** Opens the sandbox as a separate process, so that it keeps running when n8n restarts. */
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
