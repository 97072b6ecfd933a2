/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- a program for developers, never shipped */

import {
	copyFileSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runCommand } from '../system/command';
import { checkRoom } from '../system/diagnosis';
import { withLock } from '../system/lock';
import { checkMachine } from '../system/machine';
import { explainNpm, isRegistryReachable } from '../system/npm.cjs';
import { n8nFolder, pinnedFiles, pinnedFolder } from '../paths';
import { say } from '../system/progress';

const marker = 'installed';
/** Measured, with a margin. npm's cache, on any disk, takes another 0.8 GB. */
const bytesNeeded = 3_200_000_000;

/**
 * Installs the pinned n8n and its Node.js into the cache, if they are missing. Returns the folder.
 */
export async function installN8n(pinned = pinnedFolder): Promise<string> {
	const folder = n8nFolder(pinned);
	if (isInstalled(folder)) return folder;
	await checkMachine(dirname(folder));
	await withLock(
		`${folder}.lock`,
		() => say('Another start is installing n8n; waiting for it …'),
		async () => {
			if (!isInstalled(folder)) await installAtOnce(folder, pinned);
		},
	);
	return folder;
}

function isInstalled(folder: string): boolean {
	return existsSync(join(folder, marker));
}

/**
 * Installs completely or not at all: builds beside the folder, and moves the result there when
 * complete.
 */
async function installAtOnce(folder: string, pinned: string): Promise<void> {
	clearHalfFinished(folder);
	checkRoom(dirname(folder), bytesNeeded, 'TRUECALLER_CACHE');
	say('Installing n8n and the Node it needs: 3 GB and some minutes, once …');
	const building = mkdtempSync(`${folder}.part-`);
	try {
		await build(building, pinned, join(dirname(folder), 'install.log'));
		rmSync(folder, { recursive: true, force: true });
		renameSync(building, folder);
		writeFileSync(join(folder, marker), `${new Date().toISOString()}\n`);
	} catch (error) {
		// A partial installation is useless, and it may be what fills a full disk.
		rmSync(building, { recursive: true, force: true });
		throw error;
	}
}

async function build(folder: string, pinned: string, logFile: string): Promise<void> {
	for (const file of pinnedFiles) copyFileSync(join(pinned, file), join(folder, file));
	const explain = (said: string) => explainNpm(said, folder);
	const npm = async (...args: string[]) =>
		await runCommand('npm', args, { cwd: folder, logFile, explain });
	await npm(
		'ci',
		'--ignore-scripts',
		'--no-audit',
		'--no-fund',
		...(isRegistryReachable() ? [] : ['--offline']),
	);
	say('Compiling its database driver (a minute) …');
	await npm('rebuild', 'sqlite3', '--ignore-scripts=false');
}

/**
 * Removes a partial installation of a start that was killed. Call it only while holding the lock.
 */
function clearHalfFinished(folder: string): void {
	const leftovers = readdirSync(dirname(folder)).filter((name) =>
		name.startsWith(`${basename(folder)}.part-`),
	);
	for (const name of leftovers) {
		try {
			rmSync(join(dirname(folder), name), { recursive: true, force: true });
		} catch {
			// Its npm is still writing there. It ends by itself, and the next start cleans up.
		}
	}
}
