/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from '../system/command';
import { cacheFolder, root } from '../paths';
import { say } from '../system/progress';
import { Trouble } from '../system/trouble';

export type Programs = { redisServer: string; postgres: string; initdb: string };

const packages = ['redis-server', 'postgresql'];
const postgresParts = ['postgres', 'initdb', 'pg_isready'];
const byHand = `sudo apt-get install ${packages.join(' ')}`;

/**
 * Finds Redis and PostgreSQL on the machine. Installs Debian's packages if they are missing and the
 * user may do that.
 */
export async function findPrograms(): Promise<Programs> {
	const programs = lookForPrograms();
	if (programs) return programs;
	if (process.getuid?.() !== 0 || !onPath('apt-get')) {
		throw new Trouble(
			`Queue mode needs Redis (6.2 or newer) and PostgreSQL (13 or newer) on this machine. On Debian or Ubuntu: ${byHand}`,
		);
	}
	await installFromDebian();
	const installed = lookForPrograms();
	if (!installed)
		throw new Trouble(
			`apt-get has installed ${packages.join(' and ')}, but redis-server or one of ${postgresParts.join(', ')} is still not to be found.`,
		);
	return installed;
}

/** Returns the installed programs, or undefined if one is missing. Installs nothing. */
function lookForPrograms(): Programs | undefined {
	const redisServer = onPath('redis-server');
	const folder = postgresFolders().find((each) =>
		postgresParts.every((part) => existsSync(join(each, part))),
	);
	return redisServer && folder
		? { redisServer, postgres: join(folder, 'postgres'), initdb: join(folder, 'initdb') }
		: undefined;
}

async function installFromDebian(): Promise<void> {
	say('Redis or PostgreSQL is not on this machine. What happens now, as root:');
	say('  1. apt-get update');
	say(`  2. apt-get install -y --no-install-recommends ${packages.join(' ')}`);
	say(
		'Debian may then start a Redis and a PostgreSQL of its own. The playground uses neither: it runs its own, on free ports.',
	);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const logFile = join(cacheFolder(), 'apt-get.log');
	await runCommand('apt-get', ['update'], { cwd: root, env, logFile });
	await runCommand('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
		cwd: root,
		env,
		logFile,
	});
}

const pathFolders = (): string[] => (process.env.PATH ?? '').split(delimiter);

const onPath = (program: string): string | undefined =>
	pathFolders()
		.map((folder) => join(folder, program))
		.find((file) => existsSync(file));

/** Returns Debian's folders, one for each version of PostgreSQL. None of them is on the PATH. */
function postgresFolders(): string[] {
	const versions = '/usr/lib/postgresql';
	const debian = existsSync(versions)
		? readdirSync(versions).sort((one, other) => Number(other) - Number(one))
		: [];
	return [...debian.map((version) => join(versions, version, 'bin')), ...pathFolders()];
}
