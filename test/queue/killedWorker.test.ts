/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../../playground/queue/cluster';
import type { Rest } from '../../playground/n8n/rest';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import {
	phonesOf,
	publishSheet,
	receiversTaken,
	sharedCluster,
	until,
	untilReady,
	workerOf,
} from './stage';

const phones = phonesOf(11_000);
/** Longer than it takes until the others give a dead worker up: see playground/queue/environment.ts. */
const givenUpMs = 40_000;

describe('a worker that is killed in the middle of a sheet', () => {
	let sandbox: Sandbox;
	let cluster: Cluster;
	let rest: Rest;

	beforeAll(async () => {
		sandbox = await startSandbox();
		// Ten batches are under way at once, so of 22 two or more have not left when the first ten are answered.
		sandbox.control.settings({ latencyMs: 2_000 });
		({ cluster, rest } = await sharedCluster());
	});
	afterAll(async () => await sandbox.close());

	test('sends nothing twice, its execution is marked as failed, nothing unsent is told as sent, and the next sheet goes out', async () => {
		const sheet = await publishSheet(cluster, rest, sandbox, phones);
		const id = await sheet.start();
		await until('some batches are taken', () => receiversTaken(sandbox).length > 0);
		const worker = workerOf(cluster, id);
		const pid = Number(worker?.runningPid());
		process.kill(pid, 'SIGKILL');

		const execution = await rest.execution(id);
		expect(['error', 'crashed']).toContain(execution.status);
		await sleep(givenUpMs);
		const taken = receiversTaken(sandbox);
		expect(taken.length).toBeLessThan(phones.length);
		expect(new Set(taken).size).toBe(taken.length);
		const told = execution
			.items('Personalise Many')
			.map(({ json }) => (json.callRecord as { receiver_number: string }).receiver_number);
		expect(told.filter((phone) => !taken.includes(phone))).toEqual([]);
		expect((await sheet.ids()).length).toBe(1);

		sandbox.control.settings({ latencyMs: 0 });
		await untilReady(cluster);
		expect(worker?.runningPid()).not.toBe(pid);
		const next = await rest.execution(await sheet.start());
		expect(next.status).toBe('success');
		expect(receiversTaken(sandbox).slice(taken.length).sort()).toEqual([...phones].sort());
	});
});
