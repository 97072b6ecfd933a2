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
	/** Where its log and its process id are kept. */
	folder: string;
	command: string;
	args: string[];
	/** The argument by which its process is recognised. */
	mark: string;
	env: NodeJS.ProcessEnv;
	/** An address that answers 200 when the program is ready, or another way to tell. */
	ready: string | (() => Promise<boolean>);
	/** Whom it runs as, if not as ourselves. */
	user?: { uid: number; gid: number };
	/** What ends it in good order, if not the usual signal. */
	endSignal?: NodeJS.Signals;
};

export type Service = ReturnType<typeof openService>;

/** A program that keeps running. Its id is in a file, so any process may start it and any other stop it. */
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

/** Ids are given out again after a restart of the machine: believe the file only if it is our program. */
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
