/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { callMeBack, registerAtSandbox, showCallMeBack } from './callMeBack';
import { inWords } from './system/diagnosis';
import { firstExample, showFirstExample } from './firstExample';
import { holderOf, holdLock, withLock } from './system/lock';
import { remember, remembered } from './system/memory';
import { openN8n } from './n8n/process';
import { installN8n } from './n8n/install';
import { installPack } from './n8n/pack';
import { cacheFolder, n8nFolder, playgroundFolder } from './paths';
import { preparePlayground, type Playground } from './playground';
import { choosePort, freePort } from './system/ports';
import { endAllStarted } from './system/processes';
import { say } from './system/progress';
import { Trouble } from './system/trouble';
import { openSandbox, type SandboxProcess } from './sandboxProcess';
import { seed } from './n8n/seed';
import { welcome } from './welcome';

const watchMs = 500;
const portsFile = join(playgroundFolder, 'ports.json');
const lockFolder = join(playgroundFolder, 'lock');
const pleasantPorts = { editor: 5678, broker: 5679, sandbox: 8787 };

/** `npm start`: starts n8n with the nodes, a sandbox and the examples, from a fresh clone. */
export async function play(): Promise<void> {
	if (!isFirst()) return;
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
		process.on(signal, () => void stop('Stopping n8n and the sandbox …', 0));
	try {
		await watch(await open());
	} catch (error) {
		await stop(inWords(error, playgroundFolder), 1);
	}
}

/**
 * Returns true if no other playground of this checkout runs. The lock of a killed process is void.
 */
function isFirst(): boolean {
	try {
		if (holdLock(lockFolder)) return true;
		const { editor } = remembered(portsFile, pleasantPorts);
		const kill = `kill ${holderOf(lockFolder)?.pid}`;
		say(
			`The playground of this checkout is running already, at http://127.0.0.1:${editor}. Press Ctrl-C where it was started to stop it, or run: ${kill}`,
		);
	} catch (error) {
		say(inWords(error, playgroundFolder));
	}
	process.exitCode = 1;
	return false;
}

let stopping = false;

/** Stops the playground. It may be called twice, because npm also passes on Ctrl-C. */
async function stop(words: string, code: number): Promise<void> {
	if (stopping) return;
	stopping = true;
	say(`\n${words}`);
	await endAllStarted();
	rmSync(lockFolder, { recursive: true, force: true });
	say('Stopped. Start again with: npm start');
	process.exit(code);
}

type Running = { n8n: Playground; sandbox: SandboxProcess };

async function open(): Promise<Running> {
	await installN8n();
	await installPack(playgroundFolder);
	// Another start could choose the same port before this one uses it, some seconds later.
	const running = await withLock(
		join(cacheFolder(), 'start.lock'),
		() => say('Another playground is just starting; waiting for it …'),
		startAll,
	);
	welcome(running.n8n.editorUrl, running.sandbox);
	return running;
}

async function startAll(): Promise<Running> {
	const { n8n, sandbox } = await prepare();
	say(`Starting the sandbox, a stand-in for Truecaller, at ${sandbox.url} …`);
	await sandbox.start();
	say('Importing the credential and the examples that are not there yet …');
	const fresh = await seed(n8n, sandbox.url);
	say('Starting n8n …');
	await n8n.start();
	await registerAtSandbox({ editorUrl: n8n.editorUrl, sandboxUrl: sandbox.url });
	if (fresh.includes(firstExample)) await showFirstExample(await n8n.signIn());
	if (fresh.includes(callMeBack)) await showCallMeBack(await n8n.signIn(), sandbox.url);
	return { n8n, sandbox };
}

/** Uses the ports of the last start if free, so that bookmarks and the credential stay valid. */
async function prepare(): Promise<Running> {
	const before = remembered(portsFile, pleasantPorts);
	await endLeftovers(before);
	const editor = await choosePort({
		who: 'n8n',
		preferred: before.editor,
		variable: 'TRUECALLER_N8N_PORT',
	});
	const sandbox = await choosePort({
		who: 'the sandbox',
		preferred: before.sandbox,
		variable: 'TRUECALLER_SANDBOX_PORT',
		taken: [editor],
	});
	const broker = await freePort(before.broker, [editor, sandbox]);
	remember(portsFile, { editor, broker, sandbox });
	const n8n = await preparePlayground({
		userFolder: playgroundFolder,
		editorPort: editor,
		brokerPort: broker,
	});
	return { n8n, sandbox: openSandbox(playgroundFolder, sandbox, n8n.editorUrl) };
}

/** Ends processes of a start that was killed; the lock shows that no other start is running. */
async function endLeftovers({ editor, broker, sandbox }: typeof pleasantPorts): Promise<void> {
	const place = {
		installFolder: n8nFolder(),
		userFolder: playgroundFolder,
		editorPort: editor,
		brokerPort: broker,
	};
	await openN8n(place).stop();
	await openSandbox(playgroundFolder, sandbox).stop();
}

async function watch({ n8n, sandbox }: Running): Promise<void> {
	while (!stopping) {
		await sleep(watchMs);
		const ended = [n8n, sandbox].find((service) => service.runningPid() === undefined);
		if (ended && !stopping)
			throw new Trouble(`${ended.name} has stopped by itself. Its log: ${ended.logFile}`);
	}
}
