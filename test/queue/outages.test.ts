/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../../playground/queue/cluster';
import type { Rest } from '../../playground/n8n/rest';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import {
	phonesOf,
	pidsOf,
	publishSheet,
	receiversTaken,
	sharedCluster,
	until,
	untilReady,
	type Production,
} from './stage';

/** Ten batches at once, and three after them. */
const phones = phonesOf(6_500);

describe('while a sheet is sent', () => {
	let sandbox: Sandbox;
	let cluster: Cluster;
	let rest: Rest;
	let sheet: Production;

	beforeAll(async () => ({ cluster, rest } = await sharedCluster()));
	beforeEach(async () => {
		await untilReady(cluster);
		sandbox = await startSandbox();
		sandbox.control.settings({ latencyMs: 3_000 });
		sheet = await publishSheet(cluster, rest, sandbox, phones);
	});
	afterEach(async () => await sandbox.close());

	/** Starts the sheet, and goes on as soon as its batches are under way. */
	const startSheet = async (): Promise<string> => {
		const id = await sheet.start();
		await until('the worker has logged in', () => sandbox.control.received('token').length > 0);
		return id;
	};

	const expectNothingTwice = () => {
		const taken = receiversTaken(sandbox);
		expect(new Set(taken).size).toBe(taken.length);
	};

	const expectNextSheetToGoOut = async () => {
		const before = receiversTaken(sandbox).length;
		sandbox.control.settings({ latencyMs: 0 });
		const { status } = await rest.execution(await sheet.start());
		expect(status).toBe('success');
		expect(receiversTaken(sandbox).slice(before).sort()).toEqual([...phones].sort());
	};

	test('Redis is away for 5 seconds: no process ends, and every call goes out once', async () => {
		const pids = pidsOf(cluster.n8ns);
		const id = await startSheet();
		await cluster.redis.stop();
		await sleep(5_000);
		await cluster.redis.start();
		const { status } = await rest.execution(id);
		expect(status).toBe('success');
		expect(receiversTaken(sandbox).sort()).toEqual([...phones].sort());
		expect(pidsOf(cluster.n8ns)).toEqual(pids);
		await expectNextSheetToGoOut();
	});

	test('Redis is away for 20 seconds: the processes end and are started again, and nothing goes out twice', async () => {
		const pids = pidsOf(cluster.n8ns);
		const id = await startSheet();
		await cluster.redis.stop();
		await sleep(20_000);
		await cluster.redis.start();
		await untilReady(cluster);
		for (const [index, pid] of pidsOf(cluster.n8ns).entries()) expect(pid).not.toBe(pids[index]);
		rest = await cluster.signIn();
		const execution = await rest.execution(id);
		const whole = receiversTaken(sandbox).length === phones.length;
		expect(execution.status).toMatch(whole ? /^(success|crashed|error)$/ : /^(crashed|error)$/);
		expectNothingTwice();
		await expectNextSheetToGoOut();
		expect((await sheet.ids()).length).toBe(2);
	});

	test('PostgreSQL is started anew: nothing goes out twice, and what is told as sent was sent', async () => {
		const id = await startSheet();
		await cluster.postgres.restart();
		await untilReady(cluster);
		const execution = await rest.execution(id);
		const told = execution
			.items('Personalise Many')
			.map(({ json }) => (json.callRecord as { receiver_number: string }).receiver_number);
		const taken = receiversTaken(sandbox);
		expect(told.filter((phone) => !taken.includes(phone))).toEqual([]);
		if (execution.status === 'success') expect(told).toEqual(phones);
		expectNothingTwice();
		await expectNextSheetToGoOut();
	});
});
