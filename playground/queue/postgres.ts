/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { runCommand } from '../system/command';
import { Trouble } from '../system/trouble';
import { openService } from '../system/service';
import { databaseUser } from './environment';
import type { Programs } from './programs';

type User = { uid: number; gid: number };

const run = promisify(execFile);

export type Postgres = Awaited<ReturnType<typeof openPostgres>>;

/** Opens a separate PostgreSQL: on loopback only, without a password, for invented records. */
export async function openPostgres({ postgres, initdb }: Programs, folder: string, port: number) {
	const user = process.getuid?.() === 0 ? await plainUser() : undefined;
	const records = user ? besideRoot(folder) : join(folder, 'postgres');
	const service = openService({
		name: 'postgres',
		folder,
		command: postgres,
		args: ['-D', records, '-h', '127.0.0.1', '-p', String(port), '-k', ''],
		mark: records,
		env: process.env,
		ready: async () =>
			await run(join(dirname(postgres), 'pg_isready'), [
				'-h',
				'127.0.0.1',
				'-p',
				String(port),
			]).then(
				() => true,
				() => false,
			),
		user,
		// "Fast" shutdown ends open connections. The usual signal would wait until n8n closes them.
		endSignal: 'SIGINT',
	});
	const prepare = async () => {
		if (existsSync(join(records, 'PG_VERSION'))) return;
		mkdirSync(records, { recursive: true, mode: 0o700 });
		if (user) chownSync(records, user.uid, user.gid);
		const args = [
			'-D',
			records,
			'-U',
			databaseUser,
			'--auth=trust',
			'--encoding=UTF8',
			'--locale=C',
		];
		await runCommand(initdb, args, { cwd: records, logFile: join(folder, 'initdb.log'), user });
	};
	return { ...service, prepare, forget: () => rmSync(records, { recursive: true, force: true }) };
}

/**
 * Returns a user to run as, because PostgreSQL refuses to run as root: the user of Debian's
 * package, or else "nobody".
 */
async function plainUser(): Promise<User> {
	for (const name of ['postgres', 'nobody']) {
		const ids = await Promise.all(
			['-u', '-g'].map(async (which) => Number((await run('id', [which, name])).stdout)),
		).catch(() => undefined);
		if (ids?.[0] !== undefined && ids[1] !== undefined) return { uid: ids[0], gid: ids[1] };
	}
	throw new Trouble(
		`PostgreSQL does not run as ${userInfo().username}, and there is neither a user postgres nor nobody to run it as.`,
	);
}

/**
 * Returns a folder for the records outside root's own folders, which are closed to other users. Its
 * name belongs to this folder.
 */
const besideRoot = (folder: string): string =>
	join(
		'/var/tmp',
		`n8n-nodes-truecaller-postgres-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`,
	);
