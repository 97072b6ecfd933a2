/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- a program for developers, never shipped */

import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, startOf } from './processes';

const pollMs = 500;
const namelessMs = 10_000;

/** Runs work under a lock between processes. Only one of them can create the folder. */
export async function withLock<T>(
	folder: string,
	onWait: () => void,
	work: () => Promise<T>,
): Promise<T> {
	for (let waited = false; !holdLock(folder); waited = true) {
		if (!waited) onWait();
		await sleep(pollMs);
	}
	try {
		return await work();
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * Takes a lock. Returns true if it was free. Without `withLock`, this process holds it until it
 * ends.
 */
export function holdLock(folder: string): boolean {
	mkdirSync(dirname(folder), { recursive: true });
	try {
		mkdirSync(folder);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		if (!isStale(folder)) return false;
		rmSync(folder, { recursive: true, force: true });
		return holdLock(folder);
	}
	writeName(folder);
	return true;
}

function writeName(folder: string): void {
	try {
		writeFileSync(join(folder, 'pid'), `${process.pid} ${startOf(process.pid)}`);
	} catch (error) {
		// A full disk may have space for the folder but not for the file.
		rmSync(folder, { recursive: true, force: true });
		throw error;
	}
}

/**
 * Returns true if the holder was killed while it had the lock. A new lock without a holder is just
 * being taken.
 */
function isStale(folder: string): boolean {
	const holder = holderOf(folder);
	if (!holder?.pid) return ageMs(folder) > namelessMs;
	return !isAlive(holder.pid) || (holder.start !== '' && holder.start !== startOf(holder.pid));
}

/** Returns the process that holds the lock. */
export function holderOf(folder: string): { pid: number; start: string } | undefined {
	try {
		const [pid, start = ''] = readFileSync(join(folder, 'pid'), 'utf8').split(' ');
		return { pid: Number(pid), start };
	} catch {
		return undefined;
	}
}

function ageMs(folder: string): number {
	return Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}
