/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export const root = join(__dirname, '..');

/** The user's data in the playground. It survives restarts, and git ignores it. */
export const playgroundFolder = process.env.TRUECALLER_PLAYGROUND ?? join(root, '.playground');

/**
 * Returns a folder outside the checkout: every clone and branch with the same lock file can share
 * its 3 GB.
 */
export function cacheFolder(): string {
	const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return process.env.TRUECALLER_CACHE || join(caches, 'n8n-nodes-truecaller');
}

/** The files that define the n8n. A change in any of them leads to another installation. */
export const pinnedFiles = ['package.json', 'package-lock.json', '.npmrc'];
export const pinnedFolder = join(__dirname, 'n8n');

/** Returns the folder of an installation in the cache, named by a digest of its pinned files. */
export function n8nFolder(pinned = pinnedFolder): string {
	const hash = createHash('sha256');
	for (const file of pinnedFiles) hash.update(readFileSync(join(pinned, file)));
	return join(cacheFolder(), hash.digest('hex').slice(0, 16));
}
