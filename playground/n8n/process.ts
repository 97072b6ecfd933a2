/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { n8nEnvironment, n8nProgram, nodeProgram, type N8nPlace } from './environment';
import { whyEnded } from '../system/diagnosis';
import { anyFreePort } from '../system/ports';
import { Trouble } from '../system/trouble';
import { openService } from '../system/service';

type Failed = { stdout: string; stderr: string };

const bytesOfOutput = 64 * 1024 * 1024;

export type N8n = ReturnType<typeof openN8n>;

/** Returns the n8n of one user folder, running or not: all of it, or one of several processes. */
export function openN8n(place: N8nPlace, { name, command } = { name: 'n8n', command: ['start'] }) {
	const program = n8nProgram(place.installFolder);
	const editorUrl = `http://127.0.0.1:${place.editorPort}`;
	const service = openService({
		name,
		folder: place.userFolder,
		command: nodeProgram(place.installFolder),
		args: [program, ...command],
		mark: program,
		env: n8nEnvironment(place),
		ready: `${editorUrl}/healthz/readiness`,
	});
	return { ...service, editorUrl, cli: async (...args: string[]) => await runCli(place, args) };
}

/**
 * Runs one command of n8n. It may run beside a started n8n, so it needs another port for its task
 * broker.
 */
async function runCli(place: N8nPlace, args: string[]): Promise<string> {
	const env = n8nEnvironment({ ...place, brokerPort: await anyFreePort() });
	const options = { cwd: place.userFolder, env, maxBuffer: bytesOfOutput };
	const program = [n8nProgram(place.installFolder), ...args];
	const { stdout, stderr } = await promisify(execFile)(
		nodeProgram(place.installFolder),
		program,
		options,
	).catch((error: Failed) => {
		throw new Trouble(
			`n8n could not carry out "${args.join(' ')}". ${whyEnded(`${error.stdout}${error.stderr}`, place.userFolder)}`,
		);
	});
	return stdout + stderr;
}
