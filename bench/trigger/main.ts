/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endAllStarted } from '../../playground/system/processes';
import { say } from '../../playground/system/progress';
import { Trouble } from '../../playground/system/trouble';
import { proveTrigger } from './check';
import { startLoader } from './loader';
import { measureHalf, measureRounds, warmUp, type Plan } from './measure';
import { modes, queueModes, type Mode } from './modes';
import { startN8n, type BenchN8n } from './n8n';
import { startQueue } from './queue';
import { tellMachine, tellModes, tellTargets, type Measured } from './report';

/** The nodes take turns, in every other round the other way round: only an even number of rounds is fair to all. */
const whole: Plan = {
	connections: 16,
	rounds: 8,
	roundSeconds: 2.5,
	warmUpSeconds: 2,
	halfSeconds: 10,
};
const quick: Plan = {
	connections: 16,
	rounds: 4,
	roundSeconds: 2,
	warmUpSeconds: 1,
	halfSeconds: 4,
};

/** How many events a second each node takes in, side by side in one n8n, for each way to run n8n's expressions. */
async function bench(plan: Plan, folder: string, queue: boolean): Promise<void> {
	say(`${tellMachine(queue)}\n${tellPlan(plan)}\n`);
	const measured: Measured[] = [];
	for (const mode of queue ? queueModes : modes) {
		say(`${mode.title}: starting n8n …`);
		measured.push(
			await measureMode(
				mode,
				plan,
				await (queue ? startQueue : startN8n)(mode, join(folder, mode.name)),
			),
		);
	}
	say(`\n${tellModes(measured)}\n\n${tellTargets(measured)}`);
}

async function measureMode(mode: Mode, plan: Plan, n8n: BenchN8n): Promise<Measured> {
	const loader = startLoader();
	try {
		await proveTrigger(n8n);
		return await measureStarted(mode, plan, n8n, loader);
	} finally {
		loader.end();
		await n8n.stop();
	}
}

async function measureStarted(
	mode: Mode,
	plan: Plan,
	n8n: BenchN8n,
	loader: ReturnType<typeof startLoader>,
): Promise<Measured> {
	await warmUp(n8n, loader, plan);
	const rounds = await measureRounds(n8n, loader, plan);
	const halves = await measureHalf(n8n, loader, plan, rounds);
	return { mode, rounds, halves };
}

const tellPlan = ({ connections, rounds, roundSeconds, halfSeconds }: Plan): string =>
	`${connections} keep-alive connections, ${rounds} rounds of ${roundSeconds} s for each node in turn; then ${halfSeconds} s at half the capacity`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			quick: { type: 'boolean', default: false },
			queue: { type: 'boolean', default: false },
		},
	});
	const folder = mkdtempSync(join(tmpdir(), 'truecaller-bench-'));
	const end = async (code: number) => {
		await endAllStarted();
		rmSync(folder, { recursive: true, force: true });
		process.exit(code);
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
		process.once(signal, () => void end(1));
	try {
		await bench(values.quick ? quick : whole, folder, values.queue);
		await end(0);
	} catch (error) {
		say(
			`\nFAILED: ${error instanceof Trouble ? error.message : String(error instanceof Error ? error.stack : error)}`,
		);
		await end(1);
	}
}

void main();
