/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { startProcess } from './processes';
import { Trouble } from './progress';

type Where = { cwd: string; logFile: string; env?: NodeJS.ProcessEnv; user?: { uid: number; gid: number } };

/** Runs to the end. The output goes to a file, and its last lines into the error if it fails. */
export async function runCommand(command: string, args: string[], where: Where): Promise<void> {
	mkdirSync(dirname(where.logFile), { recursive: true });
	const log = openSync(where.logFile, 'w');
	try {
		if ((await exitCode(command, args, where, log)) === 0) return;
	} finally {
		closeSync(log);
	}
	const said = readFileSync(where.logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
	throw new Trouble(`"${command} ${args.join(' ')}" failed. Its last words:\n${said}\n(all of it: ${where.logFile})`);
}

async function exitCode(command: string, args: string[], where: Where, log: number): Promise<number | null> {
	const child = startProcess(command, args, { cwd: where.cwd, env: where.env, ...where.user, stdio: ['ignore', log, log] });
	return await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
}
