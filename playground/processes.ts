/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 50;
const patienceMs = 10_000;
const started = new Set<number>();

/** Leader of its own group: Ctrl-C in the terminal reaches us alone, and we end what we started in good order. */
export function startProcess(command: string, args: string[], options: SpawnOptions): ChildProcess {
	const child = spawn(command, args, { ...options, detached: true });
	const { pid } = child;
	if (pid === undefined) return child;
	started.add(pid);
	child.once('exit', () => started.delete(pid));
	return child;
}

export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** Asks the process and whatever it started to end, and insists when the time is over. */
export async function endProcess(pid: number, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
	signalGroup(pid, signal);
	const until = Date.now() + patienceMs;
	while (isAlive(pid) && Date.now() < until) await sleep(pollMs);
	signalGroup(pid, 'SIGKILL');
	while (isAlive(pid)) await sleep(pollMs);
}

export async function endAllStarted(): Promise<void> {
	await Promise.all([...started].map(async (pid) => await endProcess(pid)));
}

/** The negative number means the group. */
function signalGroup(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(-pid, signal);
	} catch {
		// Already gone, which is what we want.
	}
}
