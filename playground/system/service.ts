/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import {
	closeSync,
	mkdirSync,
	openSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { readLog, whyEnded } from './diagnosis';
import { endProcess, isAlive, startProcess } from './processes';
import { Trouble } from './trouble';

const readyMs = 180_000;
const pollMs = 100;

type Program = {
	name: string;
	/** The folder of its log and its process ID. */
	folder: string;
	command: string;
	args: string[];
	/** The argument that identifies its process. */
	mark: string;
	env: NodeJS.ProcessEnv;
	/** An address that answers 200 when the program is ready, or a function that checks it. */
	ready: string | (() => Promise<boolean>);
	/** The user to run as, if not the current one. */
	user?: { uid: number; gid: number };
	/** The signal for an orderly end, if not the usual one. */
	endSignal?: NodeJS.Signals;
};

export type Service = ReturnType<typeof openService>;

/**
 * Returns a program that keeps running. Its process ID is in a file, so that one process may start
 * it and another stop it.
 */
export function openService(program: Program) {
	const pidFile = join(program.folder, `${program.name}.pid`);
	const logFile = join(program.folder, `${program.name}.log`);
	const runningPid = () => readRunningPid(pidFile, program);
	const start = async () => {
		const logged = statSync(logFile, { throwIfNoEntry: false })?.size;
		const pid = launch(program, logFile);
		writeFileSync(pidFile, String(pid));
		await untilReady(
			program,
			pid,
			() => `${whyEnded(readLog(logFile, logged), program.folder)}\n(its log: ${logFile})`,
		);
	};
	const stop = async () => {
		const pid = runningPid();
		if (pid !== undefined) await endProcess(pid, program.endSignal);
		rmSync(pidFile, { force: true });
	};
	const restart = async () => {
		await stop();
		await start();
	};
	return { name: program.name, logFile, runningPid, start, stop, restart };
}

/**
 * Returns the process ID in the file, if it is our program. After a restart of the machine, another
 * program may have the same ID.
 */
function readRunningPid(pidFile: string, { mark }: Program): number | undefined {
	try {
		const pid = Number(readFileSync(pidFile, 'utf8'));
		const running = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
		return running.includes(mark) ? pid : undefined;
	} catch {
		return undefined;
	}
}

function launch(program: Program, logFile: string): number {
	mkdirSync(program.folder, { recursive: true });
	const log = openSync(logFile, 'a');
	const { command, args, folder: cwd, env, user } = program;
	const child = startProcess(command, args, { cwd, env, ...user, stdio: ['ignore', log, log] });
	closeSync(log);
	child.once('error', () => undefined);
	child.unref();
	if (child.pid === undefined)
		throw new Trouble(`${program.name} could not be started: there is no ${command}.`);
	return child.pid;
}

async function untilReady({ name, ready }: Program, pid: number, why: () => string): Promise<void> {
	const until = Date.now() + readyMs;
	while (!(await (typeof ready === 'string' ? answers(ready) : ready()))) {
		if (!isAlive(pid)) throw new Trouble(`${name} stopped while starting. ${why()}`);
		if (Date.now() > until)
			throw new Trouble(`${name} was not ready after ${readyMs / 1000} seconds. ${why()}`);
		await sleep(pollMs);
	}
}

async function answers(url: string): Promise<boolean> {
	const anyStatus = { proxy: false as const, timeout: 1_000, validateStatus: () => true };
	return await axios.get(url, anyStatus).then(
		(answer) => answer.status === 200,
		() => false,
	);
}
