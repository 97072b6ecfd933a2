/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './processes';

const pollMs = 500;
const namelessMs = 10_000;

/** One at a time, across processes: making a folder either works or it does not, for one of them only. */
export async function withLock<T>(folder: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
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

/** Whether it was free. Without `withLock` it is held until this process ends. */
export function holdLock(folder: string): boolean {
	mkdirSync(dirname(folder), { recursive: true });
	try {
		mkdirSync(folder);
	} catch {
		if (!isStale(folder)) return false;
		rmSync(folder, { recursive: true, force: true });
		return holdLock(folder);
	}
	writeFileSync(join(folder, 'pid'), String(process.pid));
	return true;
}

/** The holder was killed before it could let go. A young lock that names nobody yet is just being taken. */
function isStale(folder: string): boolean {
	try {
		return !isAlive(Number(readFileSync(join(folder, 'pid'), 'utf8')));
	} catch {
		return ageMs(folder) > namelessMs;
	}
}

function ageMs(folder: string): number {
	return Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}
