// npm run test:queue: the packed nodes in an n8n of many processes, which all tests share. What follows `--` goes to jest.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDependencies, loadTypeScript } from '../../playground/dependencies.mjs';
import { report, runLayer } from '../layers.mjs';

installDependencies();
const { openCluster, planCluster } = loadTypeScript('playground/queue/cluster.ts');
const { findPrograms } = loadTypeScript('playground/queue/programs.ts');
const { supervise } = loadTypeScript('playground/queue/supervisor.ts');
const { endAllStarted } = loadTypeScript('playground/system/processes.ts');

const folder = mkdtempSync(join(tmpdir(), 'n8n-queue-'));
let cluster;
let unsupervise = async () => undefined;

/** Whether this machine can run them at all is no fault of the code, and must not pass unseen either. */
async function missing() {
	try {
		await findPrograms();
		return undefined;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

async function runTests() {
	const plan = await planCluster(folder, { webhooks: 2 });
	cluster = await openCluster(plan);
	await cluster.installPack();
	console.log(
		'Starting Redis, PostgreSQL, and n8n as a main process, two workers and two webhook processes …',
	);
	await cluster.startStores();
	await cluster.startN8ns();
	// Redis and PostgreSQL are not watched: tests switch them off.
	unsupervise = supervise(cluster.n8ns);
	const args = ['--runInBand', '--testTimeout=300000', ...process.argv.slice(2)];
	return await runLayer('queue', args, { QUEUE_CLUSTER: JSON.stringify(plan) });
}

function asFailure(error) {
	const words = error instanceof Error ? error.message : String(error);
	return {
		name: 'queue',
		passed: 0,
		failed: 0,
		problems: [`the tests could not be prepared: ${words}`],
		time: '',
	};
}

async function cleanUp() {
	await unsupervise();
	await cluster?.stop();
	await endAllStarted();
	cluster?.postgres.forget();
	if (!process.exitCode) rmSync(folder, { recursive: true, force: true });
	else console.error(`The logs: ${folder}`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.once(signal, () => void cleanUp().finally(() => process.exit(1)));
}

const reason = await missing();
if (reason) {
	console.log(`\n*** SKIPPED: nothing was tested in queue mode. ${reason} ***\n`);
	rmSync(folder, { recursive: true });
	report([]);
} else {
	const results = await runTests().catch(asFailure);
	process.exitCode = results.failed + results.problems.length === 0 ? 0 : 1;
	await cleanUp();
	report([results]);
}
