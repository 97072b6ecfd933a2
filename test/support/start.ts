/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../playground/paths';

const pollMs = 50;
const program = join('playground', 'start.mjs');

/** Nothing listens there, so npm is as good as without a network. */
export const noNetwork = { npm_config_registry: 'http://127.0.0.1:9' };

type Wishes = {
	checkout?: string;
	env?: NodeJS.ProcessEnv;
	nodeArgs?: string[];
	inside?: string[];
};

/** `npm start` as a process of its own; what it said is the answer. */
export function startPlayground({
	checkout = root,
	env = {},
	nodeArgs = [],
	inside = [],
}: Wishes = {}) {
	const [command = '', ...args] = [
		...inside,
		process.execPath,
		...nodeArgs,
		join(checkout, program),
	];
	const start = spawn(command, args, { cwd: checkout, env: { ...process.env, ...env } });
	let said = '';
	for (const stream of [start.stdout, start.stderr])
		stream.on('data', (text) => (said += String(text)));
	const hasEnded = () => start.exitCode !== null || start.signalCode !== null;
	const ended = async () => {
		while (!hasEnded()) await sleep(pollMs);
		return { code: start.exitCode, said };
	};
	const until = async (words: RegExp) => {
		while (!words.test(said) && !hasEnded()) await sleep(pollMs);
		return words.exec(said)?.[1] ?? `it never said so, but: ${said}`;
	};
	const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
		start.kill(signal);
		return await ended();
	};
	return { ended, until, stop, said: () => said };
}

/** Folders that are gone after the test. */
export function scratch() {
	const made: string[] = [];
	const folder = (name: string) => {
		made.push(mkdtempSync(join(tmpdir(), `${name}-`)));
		return String(made.at(-1));
	};
	/** What a fresh clone has before anything is installed, as far as the first steps need it. */
	const clone = () => {
		const copy = folder('clone');
		for (const part of ['package.json', 'package-lock.json', '.npmrc', 'playground'])
			cpSync(join(root, part), join(copy, part), { recursive: true });
		return copy;
	};
	return {
		folder,
		clone,
		clear: () => made.splice(0).forEach((path) => rmSync(path, { recursive: true, force: true })),
	};
}

/** Another program that has taken a port. */
export async function occupy(): Promise<{ port: number; free: () => void }> {
	const server = createServer();
	return await new Promise((resolve) => {
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			resolve({
				port: typeof address === 'object' && address ? address.port : 0,
				free: () => void server.close(),
			});
		});
	});
}
