/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- a program for developers, never shipped */

import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { tail } from './diagnosis';
import { startProcess } from './processes';
import { Trouble } from './trouble';

type Where = {
	cwd: string;
	logFile: string;
	env?: NodeJS.ProcessEnv;
	user?: { uid: number; gid: number };
	/** Returns the meaning of a failure's output, if known. */
	explain?: (said: string) => string | undefined;
};

/**
 * Runs a command to its end. Writes the output to a file. If the command fails, the error has the
 * meaning or the last lines of the output.
 */
export async function runCommand(command: string, args: string[], where: Where): Promise<void> {
	const { code, said } = await outcome(command, args, where);
	if (code === 0) return;
	const known = where.explain?.(said);
	throw new Trouble(
		known ??
			`"${command} ${args.join(' ')}" failed. The end of its output:\n${tail(said)}\n(all of it: ${where.logFile})`,
	);
}

async function outcome(
	command: string,
	args: string[],
	where: Where,
): Promise<{ code: number | null; said: string }> {
	onFullDisk(() => mkdirSync(dirname(where.logFile), { recursive: true }));
	onFullDisk(() => writeFileSync(where.logFile, ''));
	const child = startProcess(command, args, {
		cwd: where.cwd,
		env: where.env,
		...where.user,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let said = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			onFullDisk(() => appendFileSync(where.logFile, chunk));
		});
	}
	return await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => resolve({ code, said }));
	});
}

/**
 * Writes to the log; on a full disk it continues without, so that the reader still gets the
 * command's own words.
 */
function onFullDisk(write: () => void): void {
	try {
		write();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
	}
}
