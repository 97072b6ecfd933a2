/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- a program for developers, never shipped */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './command';
import { isRegistryReachable } from './npm.cjs';
import { pinnedFolder } from '../paths';
import { say } from './progress';
import { Trouble } from './trouble';

const compilers = ['g++', 'make', 'python3'];
const driver = 'node_modules/sqlite3';

/**
 * Checks what the pinned n8n needs from the machine, before the long installation and not after it.
 */
export async function checkMachine(cache: string): Promise<void> {
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new Trouble(
			`The playground brings its own n8n for Linux on x64; this is ${process.platform} on ${process.arch}. Run it in a virtual machine or container with Linux on x64, or install the nodes in an n8n of yours and run "npm run sandbox" beside it.`,
		);
	}
	if (!isOnPath('tar'))
		throw new Trouble('The program tar is missing. On Debian or Ubuntu: sudo apt-get install tar');
	const missing = compilers.filter((tool) => !isOnPath(tool));
	if (missing.length > 0 && !(await isDriverReadyMade(cache, missing))) {
		throw new Trouble(
			`None is to be had from here, so it has to be compiled, which needs ${missing.join(', ')}. On Debian or Ubuntu: sudo apt-get install build-essential python3. Then run "npm start" again.`,
		);
	}
}

function isOnPath(tool: string): boolean {
	return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)));
}

/**
 * Returns true if the database driver can be downloaded compiled. It exists for most machines, but
 * not every network reaches its address.
 */
async function isDriverReadyMade(cache: string, missing: string[]): Promise<boolean> {
	say(
		`Without ${missing.join(', ')}, n8n's database driver cannot be compiled here. Looking for a ready-made one …`,
	);
	mkdirSync(cache, { recursive: true });
	const trial = mkdtempSync(join(cache, 'driver-'));
	const offline = isRegistryReachable() ? [] : ['--offline'];
	try {
		writeFileSync(
			join(trial, 'package.json'),
			JSON.stringify({ private: true, dependencies: { sqlite3: pinnedVersion() } }),
		);
		await runCommand(
			'npm',
			['install', '--ignore-scripts=false', '--no-audit', '--no-fund', ...offline],
			{ cwd: trial, logFile: join(cache, 'install.log') },
		);
		return true;
	} catch (error) {
		if (error instanceof Trouble) return false;
		throw error;
	} finally {
		rmSync(trial, { recursive: true, force: true });
	}
}

function pinnedVersion(): string {
	const { packages } = JSON.parse(
		readFileSync(join(pinnedFolder, 'package-lock.json'), 'utf8'),
	) as { packages: Record<string, { version: string }> };
	return String(packages[driver]?.version);
}
