/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { createServer } from 'node:net';
import { say } from './progress';
import { Trouble } from './trouble';

const host = '127.0.0.1';
const tries = 50;
const highestPort = 65_535;

/** Returns the preferred port, or the next free one. */
export async function freePort(preferred: number, taken: number[] = []): Promise<number> {
	for (let port = preferred; port < preferred + tries; port++) {
		if (!taken.includes(port) && (await isFree(port))) return port;
	}
	return await anyFreePort();
}

type Choice = { who: string; preferred: number; variable: string; taken?: number[] };

/**
 * Returns the port that the user set in a variable, or else the preferred or next free one. Prints
 * a line if it is not the usual port.
 */
export async function choosePort({
	who,
	preferred,
	variable,
	taken = [],
}: Choice): Promise<number> {
	const wish = process.env[variable];
	if (!wish) {
		const port = await freePort(preferred, taken);
		if (port !== preferred)
			say(`Another program uses port ${preferred}, so ${who} takes ${port} this time.`);
		return port;
	}
	const port = Number(wish);
	if (!Number.isInteger(port) || port < 1 || port > highestPort)
		throw new Trouble(`${variable} is "${wish}", and a port is a number from 1 to ${highestPort}.`);
	if (!taken.includes(port) && (await isFree(port))) return port;
	throw new Trouble(
		`Port ${port}, which ${variable} asks for, is not free. End the program that uses it (sudo ss -ltnp shows it), or ask for another port, and run "npm start" again.`,
	);
}

/**
 * Returns a free port that the system chooses. Other programs do not get the same number for a long
 * time.
 */
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
			server.close(() =>
				resolve(typeof address === 'object' && address ? address.port : undefined),
			);
		});
	});
}
