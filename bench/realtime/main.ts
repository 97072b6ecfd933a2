/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installN8n } from '../../playground/n8n/install';
import { installPack } from '../../playground/n8n/pack';
import { playgroundFolder } from '../../playground/paths';
import { endAllStarted } from '../../playground/system/processes';
import { patch } from '../bulk/limits';
import { fillFolder } from '../bulk/run';
import { openBulkSandbox } from '../bulk/sandbox';
import type { BulkSandbox } from '../bulk/sandbox';
import { say } from '../bulk/table';
import { measure, measureSingles } from './measure';
import { measureTokens, TOKENS, tokensWorkflows } from './tokens';
import { printResults } from './table';
import type { Round } from './table';
import { manyCalls, singleCalls, VARIANTS } from './workflows';

const { values } = parseArgs({
	options: {
		quick: { type: 'boolean', default: false },
		tokens: { type: 'boolean', default: false },
		latency: { type: 'string', multiple: true, default: ['100', '10', '300', '1000'] },
	},
});

/** How long the sandbox takes to answer, and how many calls are made then. The first is what the promise is about. */
const ROUNDS = values.latency.map((latency, index) => ({
	latencyMs: Number(latency),
	calls: values.quick ? (index === 0 ? 1_000 : 500) : 3_000,
}));
/**
 * For memory: twice the calls must not take more of it. Only with so many does n8n's heap come to the size
 * at which it is tidied; below that, a run that is twice as long simply leaves more lying about.
 */
const MORE = values.quick ? 0 : 6_000;
const UNPACED = 500;
const TIMES = values.quick ? 10 : 20;

/** Both nodes by turns, in every other round the other way round. */
const runRounds = async (userFolder: string, sandbox: BulkSandbox): Promise<Round[]> => {
	const rounds: Round[] = [];
	for (const [index, { latencyMs, calls }] of ROUNDS.entries()) {
		await sandbox.settings({ latencyMs });
		const figures = {} as Round['figures'];
		for (const variant of index % 2 === 0 ? VARIANTS : [...VARIANTS].reverse()) {
			figures[variant] = await measure(userFolder, sandbox, variant, calls);
			const { nodeS, rate, refused } = figures[variant];
			say(
				`${latencyMs} ms, ${variant}: ${nodeS.toFixed(2)} s, ${(rate * 100).toFixed(1)} % of 100 a second, ${refused} answers 429`,
			);
		}
		rounds.push({ latencyMs, calls, figures });
	}
	return rounds;
};

/** Parallel Tokens alone. */
const benchTokens = async (userFolder: string, sandbox: BulkSandbox): Promise<void> => {
	const callsPerToken = values.quick ? 1_000 : 3_000;
	const workflows = tokensWorkflows(callsPerToken, sandbox.url);
	await fillFolder(userFolder, workflows, sandbox.url, TOKENS);
	await measureTokens(userFolder, sandbox, callsPerToken);
};

const bench = async (userFolder: string, sandbox: BulkSandbox): Promise<void> => {
	await installN8n();
	await installPack(userFolder);
	await sandbox.start();
	if (values.tokens) return await benchTokens(userFolder, sandbox);
	const counts = [...new Set(ROUNDS.map(({ calls }) => calls))];
	const workflows = [
		...counts.flatMap((calls) => VARIANTS.map((variant) => manyCalls(variant, calls, sandbox.url))),
		singleCalls(TIMES, sandbox.url),
	];
	const others = [MORE, UNPACED]
		.filter((calls) => calls > 0 && !counts.includes(calls))
		.map((calls) => manyCalls('ours', calls, sandbox.url));
	await fillFolder(userFolder, [...workflows, ...others], sandbox.url);
	// First of all, and so with the only login: the token is stored for all that follow.
	const singles = await measureSingles(userFolder, TIMES);
	const rounds = await runRounds(userFolder, sandbox);
	await sandbox.settings({ latencyMs: rounds[0]?.latencyMs ?? 0 });
	const more =
		MORE > 0 ? { ...(await measure(userFolder, sandbox, 'ours', MORE)), calls: MORE } : undefined;
	// Last, for it changes the bench's copy of the pack.
	patch(join(userFolder, '.n8n/nodes/node_modules/n8n-nodes-truecaller'), {
		realTimeCallsPerWindow: 1_000_000_000,
	});
	await sandbox.settings({ latencyMs: 10 });
	const unpaced = await measure(userFolder, sandbox, 'ours', UNPACED, false);
	printResults({ rounds, singles, more, unpaced });
};

const main = async (): Promise<void> => {
	mkdirSync(playgroundFolder, { recursive: true });
	const userFolder = mkdtempSync(join(playgroundFolder, 'bench-realtime-'));
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
