/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { openService, type Service } from '../system/service';

const patienceMs = 1_000;

/**
 * Writes every change to the disk, so that the queue survives a restart. compose.yml has the same.
 */
export const redisSettings = ['--appendonly', 'yes', '--save', ''];

/** Opens a separate Redis, beside any other on the machine. */
export function openRedis(command: string, folder: string, port: number): Service {
	const place = join(folder, 'redis');
	mkdirSync(place, { recursive: true });
	return openService({
		name: 'redis',
		folder: place,
		command,
		// With its own process title, Redis could not be recognised by its arguments.
		args: [
			'--bind',
			'127.0.0.1',
			'--port',
			String(port),
			'--dir',
			place,
			'--set-proc-title',
			'no',
			...redisSettings,
		],
		mark: place,
		env: process.env,
		ready: async () => await answersPing(port),
	});
}

/** Returns true if Redis is ready. While it loads its file, it gives another answer. */
async function answersPing(port: number): Promise<boolean> {
	const socket = connect(port, '127.0.0.1').setTimeout(patienceMs);
	return await new Promise<boolean>((resolve) => {
		socket.once('connect', () => socket.write('PING\r\n'));
		socket.once('data', (answer) => resolve(String(answer).startsWith('+PONG')));
		for (const trouble of ['error', 'timeout', 'close']) socket.once(trouble, () => resolve(false));
	}).finally(() => socket.destroy());
}
