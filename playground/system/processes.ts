/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 50;
const patienceMs = 10_000;
const started = new Set<number>();

/**
 * Starts a process as leader of its own group. Ctrl-C in the terminal then reaches only us, and we
 * end our processes in the right order.
 */
export function startProcess(command: string, args: string[], options: SpawnOptions): ChildProcess {
	const child = spawn(command, args, { ...options, detached: true });
	const { pid } = child;
	if (pid === undefined) return child;
	started.add(pid);
	child.once('exit', () => started.delete(pid));
	return child;
}

/**
 * Returns true while a process runs. An ended process may stay in the list as a zombie ("Z"). A
 * killed process becomes "Z" before its last thread has ended, and holds ports and files until
 * then: so it counts as running until one thread is left.
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

/**
 * Returns when a process started, in ticks since the machine did. The system reuses process IDs,
 * but not with the same start.
 */
export function startOf(pid: number): string {
	return stateOf(pid)?.[19] ?? '';
}

/**
 * Returns the fields of /proc after the name, which may contain spaces; undefined if there is no
 * /proc.
 */
function stateOf(pid: number): string[] | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	} catch {
		return undefined;
	}
}

/** Asks a process and its children to end, and kills them when the time is over. */
export async function endProcess(pid: number, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
	signalGroup(pid, signal);
	const until = Date.now() + patienceMs;
	while (isAlive(pid) && Date.now() < until) await sleep(pollMs);
	signalGroup(pid, 'SIGKILL');
	while (isAlive(pid)) await sleep(pollMs);
}

/** Ends every process that this program started. */
export async function endAllStarted(): Promise<void> {
	await Promise.all([...started].map(async (pid) => await endProcess(pid)));
}

/** Sends a signal to a group of processes; the negative number means the group. */
function signalGroup(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(-pid, signal);
	} catch {
		// The process has ended already, as intended.
	}
}
