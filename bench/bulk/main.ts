/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installN8n } from '../../playground/n8n/install';
import { installPack } from '../../playground/n8n/pack';
import { playgroundFolder } from '../../playground/paths';
import { endAllStarted } from '../../playground/system/processes';
import { checkOutput, checkReceived } from './check';
import { measureOwnCpu } from './cpu';
import { LIMIT_BATCHES, UNPACED, limitsWorkflow, measureLimits, patch } from './limits';
import { chooseEngine, execute, fillFolder } from './run';
import { openBulkSandbox } from './sandbox';
import type { BulkSandbox } from './sandbox';
import { measureTokens, TOKENS, tokensWorkflows } from './tokens';
import { printCpu, printLimits, printRounds, say } from './table';
import type { Figures, Rounds } from './table';
import { VARIANTS, workflowFor } from './workflows';
import type { Variant } from './workflows';

const { values } = parseArgs({
	options: {
		items: { type: 'string' },
		quick: { type: 'boolean', default: false },
		limits: { type: 'boolean', default: false },
		tokens: { type: 'boolean', default: false },
		engine: { type: 'string', default: 'vm' },
		latency: { type: 'string', multiple: true, default: ['0', '100'] },
		scale: { type: 'string', default: '10' },
	},
});
const items = Number(values.items ?? (values.quick || values.tokens ? 20_000 : 100_000));
const scale = Number(values.scale);
/** How many calls Parallel Tokens are measured with. */
const calls = Number(values.items ?? (values.quick ? 10_000 : 20_000));
/** No further round starts when it would end after this. */
const roundsMs = values.quick ? 70_000 : 180_000;
const mostRounds = 5;

const measure = async (
	variant: Variant,
	userFolder: string,
	sandbox: BulkSandbox,
): Promise<Figures> => {
	const from = Date.now();
	const { rows, ...figures } = await execute(userFolder, variant);
	checkOutput(variant, items, rows);
	checkReceived(
		variant,
		items,
		(await sandbox.received()).filter(({ at }) => at >= from),
	);
	say(
		`${variant}: node(s) ${figures.nodesS.toFixed(2)} s, execution ${figures.wholeS.toFixed(2)} s, peak ${Math.round(figures.peakMb)} MB`,
	);
	return figures;
};

/** All variants one after the other, each round the other way round; Edit Fields once, for it is slow and is here for its memory. */
const runRounds = async (
	userFolder: string,
	sandbox: BulkSandbox,
	fields: Figures[],
): Promise<Rounds> => {
	const rounds: Rounds = { ours: [], loop: [], expert: [], fields };
	const startedMs = Date.now();
	for (
		let round = 0, longestMs = 0;
		round < mostRounds && Date.now() - startedMs + longestMs < roundsMs;
		round++
	) {
		const from = Date.now();
		const variants = VARIANTS.filter((variant) => variant !== 'fields');
		const order = round % 2 === 0 ? variants : variants.reverse();
		for (const variant of order) rounds[variant].push(await measure(variant, userFolder, sandbox));
		longestMs = Math.max(longestMs, Date.now() - from);
	}
	return rounds;
};

/** With every limit lifted, ours and the sandbox's, and the service as far away as asked. */
const compare = async (
	userFolder: string,
	packFolder: string,
	sandbox: BulkSandbox,
): Promise<void> => {
	patch(packFolder, UNPACED);
	const fields = [await measure('fields', userFolder, sandbox)];
	for (const latency of values.latency) {
		await sandbox.settings({ latencyMs: Number(latency) });
		printRounds(await runRounds(userFolder, sandbox, fields), items, Number(latency));
	}
	await sandbox.settings({ latencyMs: 0 });
};

const bench = async (userFolder: string, sandbox: BulkSandbox): Promise<void> => {
	const packFolder = join(userFolder, '.n8n/nodes/node_modules/n8n-nodes-truecaller');
	chooseEngine(values.engine);
	await installN8n();
	await installPack(userFolder);
	await sandbox.start();
	await sandbox.settings({ limits: { enforced: false } });
	const workflows = [
		...VARIANTS.map((variant) => workflowFor(variant, items, sandbox.url)),
		limitsWorkflow(sandbox.url),
		...tokensWorkflows(calls, sandbox.url),
	];
	await fillFolder(userFolder, workflows, sandbox.url, TOKENS);
	if (values.tokens) {
		const paced = { calls, scale: values.quick ? scale * 2 : scale };
		return await measureTokens(userFolder, packFolder, sandbox, paced);
	}
	if (!values.limits) await compare(userFolder, packFolder, sandbox);
	if (!values.limits) printCpu(await measureOwnCpu(packFolder));
	// Last, for it changes the bench's copy of the pack.
	if (values.limits || !values.quick)
		printLimits(await measureLimits(userFolder, packFolder, sandbox, scale), LIMIT_BATCHES, scale);
};

const main = async (): Promise<void> => {
	// Inside the checkout, so that the copy of the pack finds n8n-workflow when its own work is measured.
	mkdirSync(playgroundFolder, { recursive: true });
	const userFolder = mkdtempSync(join(playgroundFolder, 'bench-bulk-'));
	const sandbox = await openBulkSandbox(userFolder);
	try {
		await bench(userFolder, sandbox);
	} catch (error) {
		process.exitCode = 1;
		say(`FAILED: ${error instanceof Error ? error.message : String(error)}`);
	} finally {
		await sandbox.stop();
		await endAllStarted();
		rmSync(userFolder, { recursive: true, force: true });
	}
};

for (const signal of ['SIGINT', 'SIGTERM'] as const)
	process.once(signal, () => void endAllStarted().finally(() => process.exit(1)));

void main();
