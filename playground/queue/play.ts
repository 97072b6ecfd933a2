/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { callMeBack, deliverCommand, registerAtSandbox, showCallMeBack } from '../callMeBack';
import { inWords } from '../system/diagnosis';
import { firstExample, showFirstExample } from '../firstExample';
import { holdLock, withLock } from '../system/lock';
import { remember, remembered } from '../system/memory';
import { owner } from '../n8n/environment';
import { cacheFolder, playgroundFolder } from '../paths';
import { freePort } from '../system/ports';
import { endAllStarted } from '../system/processes';
import { say } from '../system/progress';
import { openSandbox, type SandboxProcess } from '../sandboxProcess';
import { seed, webhookKey } from '../n8n/seed';
import { openCluster, planCluster, type Cluster } from './cluster';
import { supervise } from './supervisor';

const folder = join(playgroundFolder, 'queue');
const portsFile = join(folder, 'ports.json');
const lockFolder = join(folder, 'lock');
const pleasantPorts = { editor: 5678, webhook: 5680, sandbox: 8787 };

type Running = { cluster: Cluster; sandbox: SandboxProcess };
let running: (Running & { unsupervise: () => Promise<void> }) | undefined;
let stopping = false;

/** `npm run start:queue`: starts n8n in queue mode, with several processes. */
export async function play(): Promise<void> {
	mkdirSync(folder, { recursive: true });
	if (!holdLock(lockFolder)) {
		say(
			'The queue mode of this checkout is running already. Press Ctrl-C where it was started to stop it.',
		);
		process.exitCode = 1;
		return;
	}
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
		process.on(signal, () => void stop('Stopping n8n, the sandbox, Redis and PostgreSQL …', 0));
	try {
		const started = await withLock(
			join(cacheFolder(), 'start.lock'),
			() => say('Another playground is just starting; waiting for it …'),
			open,
		);
		running = {
			...started,
			unsupervise: supervise([
				started.sandbox,
				started.cluster.redis,
				started.cluster.postgres,
				...started.cluster.n8ns,
			]),
		};
		welcome(started);
	} catch (error) {
		await stop(inWords(error, folder), 1);
	}
}

/** Stops everything. It may be called twice, because npm also passes on Ctrl-C. */
async function stop(words: string, code: number): Promise<void> {
	if (stopping) return;
	stopping = true;
	say(`\n${words}`);
	await running?.unsupervise();
	await running?.cluster.stop();
	await endAllStarted();
	rmSync(lockFolder, { recursive: true, force: true });
	say('Stopped. Start again with: npm run start:queue');
	process.exit(code);
}

async function open(): Promise<Running> {
	const { cluster, sandbox } = await prepare();
	await cluster.installPack();
	say('Starting Redis and PostgreSQL …');
	await cluster.startStores();
	say(`Starting the sandbox, a stand-in for Truecaller, at ${sandbox.url} …`);
	await sandbox.start();
	say('Importing the credential and the examples that are not there yet …');
	const fresh = await seed(cluster.main, sandbox.url);
	say('Starting n8n: a main process, two workers and a webhook process …');
	await cluster.startN8ns();
	await registerAtSandbox({
		editorUrl: cluster.main.url,
		webhooksUrl: webhookUrlOf(cluster),
		sandboxUrl: sandbox.url,
	});
	if (fresh.includes(firstExample)) await showFirstExample(await cluster.signIn());
	if (fresh.includes(callMeBack)) await showCallMeBack(await cluster.signIn(), sandbox.url);
	return { cluster, sandbox };
}

/** Uses the ports of the last start if free, so that bookmarks and the credential stay valid. */
async function prepare(): Promise<Running> {
	const before = remembered(portsFile, pleasantPorts);
	// The lock is ours, so processes that still run are left from a start that was killed or crashed.
	await (await openCluster(await planCluster(folder))).stop();
	await openSandbox(folder, before.sandbox).stop();
	const editor = await freePort(before.editor);
	const webhook = await freePort(before.webhook, [editor]);
	const sandbox = await freePort(before.sandbox, [editor, webhook]);
	remember(portsFile, { editor, webhook, sandbox });
	const cluster = await openCluster(
		await planCluster(folder, { editorPort: editor, webhookPort: webhook }),
	);
	return { cluster, sandbox: openSandbox(folder, sandbox, cluster.main.url) };
}

const webhookUrlOf = ({ webhooks, main }: Cluster): string => (webhooks[0] ?? main).url;

function welcome({ cluster, sandbox }: Running): void {
	const pids = cluster.n8ns.map(({ name, runningPid }) => `${name} ${runningPid()}`).join(', ');
	say(`n8n is ready: ${cluster.main.url} (production webhooks: ${webhookUrlOf(cluster)})`);
	say(`Sign in as ${owner.email} with the password ${owner.password}`);
	say(`See your customers' phones, and answer for them: ${sandbox.pageUrl}`);
	say(`Webhook Key of the sandbox's credential: ${webhookKey}`);
	say(`Let a customer ask to be called back: ${deliverCommand(sandbox.url)}`);
	say(`Processes: ${pids}. One that ends by itself is started again: try kill -9.`);
	say(`Your work stays in ${folder}. Press Ctrl-C to stop everything.`);
}
