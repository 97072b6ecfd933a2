/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { createServer } from 'node:net';

const host = '127.0.0.1';
const tries = 50;

/** The pleasant port, or the next one that is free. */
export async function freePort(preferred: number, taken: number[] = []): Promise<number> {
	for (let port = preferred; port < preferred + tries; port++) {
		if (!taken.includes(port) && (await isFree(port))) return port;
	}
	return await anyFreePort();
}

/** The system picks one. Nobody else gets the same number for a good while. */
export async function anyFreePort(): Promise<number> {
	return (await listenOnce(0)) ?? (await anyFreePort());
}

async function isFree(port: number): Promise<boolean> {
	return (await listenOnce(port)) !== undefined;
}

async function listenOnce(port: number): Promise<number | undefined> {
	const server = createServer();
	return await new Promise((resolve) => {
		server.once('error', () => resolve(undefined));
		server.listen(port, host, () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
		});
	});
}
