/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { runCommand } from './command';
import { withLock } from './lock';
import { n8nFolder, pinnedFiles, pinnedFolder } from './paths';
import { say, Trouble } from './progress';

const marker = 'installed';

/** The pinned n8n and the Node it runs on, put into the cache the first time. Returns its folder. */
export async function installN8n(pinned = pinnedFolder): Promise<string> {
	const folder = n8nFolder(pinned);
	if (isInstalled(folder)) return folder;
	checkMachine();
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

/** What the pinned parts need from the machine, told before three minutes of waiting and not after. */
function checkMachine(): void {
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new Trouble(`The playground brings its own n8n for Linux on x64; this is ${process.platform} on ${process.arch}.`);
	}
	const missing = ['g++', 'make', 'python3', 'tar'].filter((tool) => !isOnPath(tool));
	if (missing.length === 0) return;
	throw new Trouble(
		`n8n's database driver is compiled here, which needs ${missing.join(', ')}. On Debian or Ubuntu: sudo apt-get install build-essential python3`,
	);
}

function isOnPath(tool: string): boolean {
	return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)));
}

/** All or nothing: built beside its place and moved there when complete. */
async function installAtOnce(folder: string, pinned: string): Promise<void> {
	say('Installing n8n and the Node it needs: 3 GB and some minutes, once …');
	clearHalfFinished(folder);
	const building = mkdtempSync(`${folder}.part-`);
	for (const file of pinnedFiles) copyFileSync(join(pinned, file), join(building, file));
	const npm = async (...args: string[]) =>
		await runCommand('npm', args, { cwd: building, logFile: join(dirname(folder), 'install.log') });
	await npm('ci', '--ignore-scripts', '--no-audit', '--no-fund');
	say('Compiling its database driver (a minute) …');
	await npm('rebuild', 'sqlite3', '--ignore-scripts=false');
	rmSync(folder, { recursive: true, force: true });
	renameSync(building, folder);
	writeFileSync(join(folder, marker), `${new Date().toISOString()}\n`);
}

/** Holding the lock, whatever lies half-built here was left behind by a start that was killed. */
function clearHalfFinished(folder: string): void {
	const leftovers = readdirSync(dirname(folder)).filter((name) => name.startsWith(`${basename(folder)}.part-`));
	for (const name of leftovers) {
		try {
			rmSync(join(dirname(folder), name), { recursive: true, force: true });
		} catch {
			// Its npm is still writing there. It will end by itself, and the next start clears up.
		}
	}
}
