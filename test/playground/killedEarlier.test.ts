/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holderOf, holdLock } from '../../playground/system/lock';
import { choosePort, freePort } from '../../playground/system/ports';
import { endProcess, isAlive, startOf } from '../../playground/system/processes';
import { occupy, scratch } from '../support/start';

const { folder, clear } = scratch();
afterEach(clear);

const lockOf = (holder: string) => {
	const lock = join(folder('lock'), 'lock');
	mkdirSync(lock);
	writeFileSync(join(lock, 'pid'), holder);
	return lock;
};

describe('a lock that a killed start left behind', () => {
	it('is taken over when its holder is gone', () => {
		const lock = lockOf('4194303 77');
		expect(holdLock(lock)).toBe(true);
		expect(holderOf(lock)?.pid).toBe(process.pid);
	});

	it('is taken over when another program got the number of its holder, as after a restart of the machine', () => {
		expect(holdLock(lockOf(`${process.pid} 1`))).toBe(true);
	});

	it('is respected while its holder lives', () => {
		const lock = lockOf(`${process.pid} ${startOf(process.pid)}`);
		expect(holdLock(lock)).toBe(false);
		expect(holdLock(lockOf(String(process.pid)))).toBe(false);
		expect(readFileSync(join(lock, 'pid'), 'utf8')).toBe(`${process.pid} ${startOf(process.pid)}`);
	});

	it('is no lock where nothing can be written: that is said, and not waited for', () => {
		expect(() => holdLock('/dev/null/playground/lock')).toThrow(/ENOTDIR/);
	});
});

describe('a process that has ended and that nobody has asked about', () => {
	it('counts as ended, so that nobody waits for it', async () => {
		const careless = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 30'], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		const [line] = (await once(careless.stdout, 'data')) as [Buffer];
		const pid = Number(line.toString());
		const stateOf = () => / \((.*)\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[2];
		while (stateOf() !== 'Z') await new Promise((resolve) => setTimeout(resolve, 20));
		expect(isAlive(pid)).toBe(false);
		await endProcess(pid);
		careless.kill('SIGKILL');
	});

	it('counts as ended only when its port is free again', async () => {
		const { port, free } = await occupy();
		free();
		const program = `require("net").createServer().listen(${port}, "127.0.0.1", () => console.log("ready"))`;
		for (let round = 1; round <= 10; round += 1) {
			const killed = spawn(process.execPath, ['-e', program], {
				stdio: ['ignore', 'pipe', 'inherit'],
			});
			await once(killed.stdout, 'data');
			killed.kill('SIGKILL');
			// Asked without a pause: what is looked for lasts a few milliseconds.
			while (isAlive(Number(killed.pid)));
			expect({ round, port: await freePort(port) }).toEqual({ round, port });
		}
	});
});

describe('a busy port', () => {
	const variable = 'TRUECALLER_TEST_PORT';
	afterEach(() => delete process.env[variable]);
	const printed = async (work: () => Promise<unknown>) => {
		let said = '';
		const write = jest
			.spyOn(process.stdout, 'write')
			.mockImplementation((text) => (said += String(text)) !== '');
		await work().finally(() => write.mockRestore());
		return said;
	};

	it('is stepped over, and that is said', async () => {
		const { port, free } = await occupy();
		let chosen = 0;
		const said = await printed(
			async () => (chosen = await choosePort({ who: 'n8n', preferred: port, variable })),
		);
		expect(chosen).toBeGreaterThan(0);
		expect(chosen).not.toBe(port);
		expect(said).toBe(`Another program uses port ${port}, so n8n takes ${chosen} this time.\n`);
		free();
	});

	it('is refused when the reader has asked for that very one', async () => {
		const { port, free } = await occupy();
		process.env[variable] = String(port);
		await expect(choosePort({ who: 'n8n', preferred: 5678, variable })).rejects.toThrow(
			`Port ${port}, which ${variable} asks for, is not free. End the program that uses it`,
		);
		free();
	});

	it.each(['', ' ', '0', '65536', '80.5', 'abc'])(
		'and a wish of "%s" is a port or is refused',
		async (wish) => {
			process.env[variable] = wish;
			const { port, free } = await occupy();
			free();
			const chosen = choosePort({ who: 'n8n', preferred: port, variable });
			if (wish === '') expect(await chosen).toBe(port);
			else
				await expect(chosen).rejects.toThrow(
					`${variable} is "${wish}", and a port is a number from 1 to 65535.`,
				);
		},
	);
});
