/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

/**
 * One that has ended but that nobody has asked about ("Z") stays in the list, in a container for ever. A killed one is
 * a "Z" before its last thread has ended, and until then it holds its ports and files: so it lives until only one is left.
 */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
	} catch {
		return false;
	}
	const fields = stateOf(pid);
	return fields?.[0] !== 'Z' || Number(fields[17]) > 1;
}

/** When it started, in ticks since the machine did: ids are given out again, but not with the same moment. */
export function startOf(pid: number): string {
	return stateOf(pid)?.[19] ?? '';
}

/** The fields of /proc behind the name, which may hold spaces; undefined where there is no /proc. */
function stateOf(pid: number): string[] | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	} catch {
		return undefined;
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
