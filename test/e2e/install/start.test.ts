/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { exec, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { callMeBack } from '../../../playground/callMeBack';
import { firstExample } from '../../../playground/firstExample';
import { root } from '../../../playground/paths';
import { isAlive } from '../../../playground/system/processes';
import { signIn, type Workflow } from '../../../playground/n8n/rest';

const ready = /n8n is ready: (\S+)/;

describe('npm start', () => {
	const folder = mkdtempSync(join(tmpdir(), 'playground-'));
	let start: ChildProcess;
	let printed: string;

	/** Starts the playground and returns the editor's address. */
	const startPlayground = async () => {
		printed = '';
		start = spawn(process.execPath, [join(root, 'playground', 'start.mjs')], {
			cwd: folder,
			env: { ...process.env, TRUECALLER_PLAYGROUND: folder },
		});
		for (const stream of [start.stdout, start.stderr])
			stream?.on('data', (text) => (printed += String(text)));
		while (!ready.test(printed) && start.exitCode === null) await sleep(100);
		return ready.exec(printed)?.[1] ?? `never ready; it said: ${printed}`;
	};
	const stopPlayground = async (signal: NodeJS.Signals) => {
		start.kill(signal);
		while (start.exitCode === null && start.signalCode === null) await sleep(50);
	};
	/** As the start prints it: with the sandbox's address if that is not the usual one. */
	const printedCommand = () =>
		/npm run deliver -- callMeBack( --sandbox \S+)?$/m.exec(printed)?.[0] ?? 'false';
	const exitCodeOf = async (command: string) =>
		await promisify(exec)(command, { cwd: root }).then(
			() => 0,
			({ code }: { code: number }) => code,
		);
	const pidOf = (name: string) => Number(readFileSync(join(folder, `${name}.pid`), 'utf8'));

	afterEach(async () => await stopPlayground('SIGTERM'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('shows both examples, and Ctrl-C leaves nothing running', async () => {
		expect(await startPlayground()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		expect(printed).toContain('  Asha Rao        +919876540000   pushed      Place the call\n');
		expect(printed).toContain('Sign in as demo@example.com with the password Truecaller1\n');
		expect(printed).toMatch(
			/Call back: Asha Rao, \+919876543210; task for Meera Nair\n.* 12:00–12:30 in India \(.* 06:30–07:00 UTC\)\n/,
		);
		expect(printed).toMatch(
			/^See your customers' phones, and answer for them: http:\/\/127\.0\.0\.1:\d+\/sandbox$/m,
		);
		expect(printed).toContain("Webhook Key of the sandbox's credential: made-up-webhook-key\n");
		const pids = [pidOf('n8n'), pidOf('sandbox')];
		expect(pids.map(isAlive)).toEqual([true, true]);
		await stopPlayground('SIGINT');
		expect(start.exitCode).toBe(0);
		expect(pids.map(isAlive)).toEqual([false, false]);
		expect(printed).toMatch(
			/\nStopping n8n and the sandbox …\nStopped\. Start again with: npm start\n$/,
		);
	});

	test('lets each event start the second example once, and none with a wrong key', async () => {
		const rest = await signIn(await startPlayground());
		const command = printedCommand();
		expect(await exitCodeOf(`${command} --event-id by-hand`)).toBe(0);
		expect(await exitCodeOf(`${command} --event-id by-hand`)).toBe(0);
		expect(await exitCodeOf(`${command} --key a-wrong-webhook-key`)).toBe(1);
		// The one of the first start, and the one by hand.
		expect(await rest.executionIds(callMeBack)).toHaveLength(2);
	});

	test('leaves alone what the user has changed, and calls nobody a second time', async () => {
		const change = { name: 'My own list' };
		const path = `/workflows/${firstExample}`;
		await (await signIn(await startPlayground())).http.patch(path, change);
		await stopPlayground('SIGINT');
		const rest = await signIn(await startPlayground());
		expect((await rest.http.get<{ data: Workflow }>(path)).data.data.name).toBe('My own list');
		expect(printed).not.toContain('Asha Rao');
		expect(printed).not.toContain('Call back:');
		expect(await rest.executionIds(firstExample)).toHaveLength(1);
		expect(await rest.executionIds(callMeBack)).toHaveLength(2);
	});

	test('is refused while the playground runs already', async () => {
		const editorUrl = await startPlayground();
		const first = start;
		await startPlayground();
		expect(printed).toBe(
			`The playground of this checkout is running already, at ${editorUrl}. Press Ctrl-C where it was started to stop it, or run: kill ${first.pid}\n`,
		);
		expect(start.exitCode).toBe(1);
		start = first;
	});

	test('ends with a word when n8n dies', async () => {
		await startPlayground();
		process.kill(pidOf('n8n'), 'SIGKILL');
		while (start.exitCode === null) await sleep(100);
		expect(start.exitCode).toBe(1);
		expect(printed).toContain(`n8n has stopped by itself. Its log: ${join(folder, 'n8n.log')}\n`);
		expect(isAlive(pidOf('sandbox'))).toBe(false);
	});
});
