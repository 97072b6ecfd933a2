/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { openService, type Service } from '../system/service';

const patienceMs = 1_000;

/** Every change goes to the disk, so what waits in the queue survives a restart. compose.yml says the same. */
export const redisSettings = ['--appendonly', 'yes', '--save', ''];

/** A Redis of our own, beside whatever else runs on the machine. */
export function openRedis(command: string, folder: string, port: number): Service {
	const place = join(folder, 'redis');
	mkdirSync(place, { recursive: true });
	return openService({
		name: 'redis',
		folder: place,
		command,
		// With a title of its own the process could not be told by its arguments.
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

/** While it reads its file it answers something else. */
async function answersPing(port: number): Promise<boolean> {
	const socket = connect(port, '127.0.0.1').setTimeout(patienceMs);
	return await new Promise<boolean>((resolve) => {
		socket.once('connect', () => socket.write('PING\r\n'));
		socket.once('data', (answer) => resolve(String(answer).startsWith('+PONG')));
		for (const trouble of ['error', 'timeout', 'close']) socket.once(trouble, () => resolve(false));
	}).finally(() => socket.destroy());
}
