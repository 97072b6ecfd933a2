/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { n8nEnvironment, n8nProgram, nodeProgram } from '../../playground/n8n/environment';
import { n8nFolder } from '../../playground/paths';
import { anyFreePort } from '../../playground/system/ports';
import { endProcess, isAlive, startProcess } from '../../playground/system/processes';
import type { Workflow } from '../../playground/n8n/rest';
import { sandboxCredential } from '../../playground/n8n/seed';
import { CREDENTIAL_ID, WORKERS, tokensCredential } from './workflows';
import type { Variant } from './workflows';

export type Row = {
	json: Record<string, unknown>;
	pairedItem?: { item: number } | Array<{ item: number }>;
};

/** What one execution in a process of its own came to. */
export type Measured = { nodesS: number; wholeS: number; peakMb: number; rows: Row[] };

type NodeRun = { startTime: number; executionTime: number; data: { main: Array<Row[] | null> } };
type Told = {
	data: { resultData: { runData: Record<string, NodeRun[]> } };
	startedAt: string;
	stoppedAt: string;
};

const POLL_MS = 50;
const MOST_MS = 300_000;

/** `--engine legacy` evaluates expressions in the process itself, as n8n did before. */
let engine: NodeJS.ProcessEnv = {};
export const chooseEngine = (name: string): void => void (engine = { N8N_EXPRESSION_ENGINE: name });

const placeIn = async (userFolder: string) => ({
	installFolder: n8nFolder(),
	userFolder,
	editorPort: await anyFreePort(),
	brokerPort: await anyFreePort(),
});

/** Starts one command of n8n's in a process of its own and waits for its end, watching its memory and processor time. */
const runN8n = async (
	userFolder: string,
	args: string[],
	outFile: string,
): Promise<{ peakMb: number; cpuBetween: CpuBetween }> => {
	const place = await placeIn(userFolder);
	const [out, log] = [openSync(outFile, 'w'), openSync(`${outFile}.log`, 'w')];
	const options = {
		cwd: userFolder,
		env: { ...n8nEnvironment(place), ...engine },
		stdio: ['ignore' as const, out, log],
	};
	const child = startProcess(
		nodeProgram(place.installFolder),
		[n8nProgram(place.installFolder), ...args],
		options,
	);
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
	const until = Date.now() + MOST_MS;
	const cpu: Array<{ atMs: number; spentS: number }> = [];
	let peakKb = 0;
	for (let code: number | null | undefined; ; ) {
		peakKb = Math.max(peakKb, peakOf(child.pid ?? 0));
		cpu.push({ atMs: Date.now(), spentS: cpuSecondsOf(child.pid ?? 0) });
		code = await Promise.race([ended, sleep(POLL_MS, undefined)]);
		if (code === 0) break;
		if (code === undefined && Date.now() < until) continue;
		if (child.pid !== undefined && isAlive(child.pid)) await endProcess(child.pid);
		throw new Error(
			`n8n ${args.join(' ')} ended with ${code ?? 'no end in time'}:\n${readFileSync(`${outFile}.log`, 'utf8').slice(-2_000)}${readFileSync(outFile, 'utf8').slice(0, 2_000)}`,
		);
	}
	closeSync(out);
	closeSync(log);
	const spentUntil = (ms: number) =>
		Math.max(0, ...cpu.filter(({ atMs }) => atMs <= ms).map(({ spentS }) => spentS));
	const cpuBetween: CpuBetween = (fromMs, toMs) => spentUntil(toMs) - spentUntil(fromMs);
	return { peakMb: peakKb / 1_024, cpuBetween };
};

/** Processor seconds that the process spent between two moments (epoch ms). */
type CpuBetween = (fromMs: number, toMs: number) => number;

/** The most memory the process ever had, in kB, as Linux tells it. */
const peakOf = (pid: number): number => {
	try {
		return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
	} catch {
		return 0;
	}
};

/** The processor time of the process so far, in seconds, as Linux tells it in hundredths. */
const cpuSecondsOf = (pid: number): number => {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
		return (Number(fields[11]) + Number(fields[12])) / 100;
	} catch {
		return 0;
	}
};

/** Brings the credential, one more for each name of Parallel Tokens, and the workflows into a fresh user folder. */
export const fillFolder = async (
	userFolder: string,
	list: readonly Workflow[],
	sandboxUrl: string,
	tokenNames: readonly string[] = [],
): Promise<void> => {
	const credential = join(userFolder, 'credential.json');
	const workflows = join(userFolder, 'workflows.json');
	writeFileSync(
		credential,
		JSON.stringify([
			{ id: CREDENTIAL_ID, ...sandboxCredential(sandboxUrl) },
			...tokenNames.map((name) => tokensCredential(name, sandboxCredential(sandboxUrl))),
		]),
	);
	writeFileSync(workflows, JSON.stringify(list));
	await runN8n(
		userFolder,
		['import:credentials', `--input=${credential}`],
		join(userFolder, 'import'),
	);
	await runN8n(userFolder, ['import:workflow', `--input=${workflows}`], join(userFolder, 'import'));
};

/** Executes a workflow in a process of its own; the runs of each node are read from the execution that n8n prints. */
export const executeNodes = async (userFolder: string, id: string) => {
	const file = join(userFolder, 'execution.json');
	const { peakMb, cpuBetween } = await runN8n(
		userFolder,
		['execute', `--id=${id}`, '--rawOutput'],
		file,
	);
	const text = readFileSync(file, 'utf8');
	const { data, startedAt, stoppedAt } = JSON.parse(
		text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1),
	) as Told;
	const runsOf = (name: string) => data.resultData.runData[name] ?? [];
	return {
		peakMb,
		cpuBetween,
		runsOf,
		wholeS: (Date.parse(stoppedAt) - Date.parse(startedAt)) / 1_000,
	};
};

/** Executes the workflow of a variant: times and rows. */
export const execute = async (
	userFolder: string,
	variant: Variant,
	id = `bulk-${variant}`,
): Promise<Measured> => {
	const { peakMb, runsOf, wholeS } = await executeNodes(userFolder, id);
	const workers = WORKERS[variant];
	const timeMs = workers.flatMap(runsOf).reduce((sum, { executionTime }) => sum + executionTime, 0);
	const rows = runsOf(workers.at(-1) ?? '').flatMap((run) => run.data.main[0] ?? []);
	return { nodesS: timeMs / 1_000, wholeS, peakMb, rows };
};
