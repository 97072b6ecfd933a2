/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test, never shipped */

import type { Cluster } from '../../playground/queue/cluster';
import type { Rest } from '../../playground/n8n/rest';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { chain, createCredential, personaliseCall, sheet, webhook } from '../e2e/n8n';
import {
	phonesOf,
	pidsOf,
	publish,
	sharedCluster,
	until,
	untilListening,
	untilReady,
	workerOf,
	type Production,
} from './stage';

type Row = { outcome: string };

describe('two workers', () => {
	let sandbox: Sandbox;
	let cluster: Cluster;
	let rest: Rest;

	beforeAll(async () => ({ cluster, rest } = await sharedCluster()));
	beforeEach(async () => void (sandbox = await startSandbox()));
	afterEach(async () => await sandbox.close());

	const logins = () => sandbox.control.received('token').length;
	const workersOf = async (production: Production) =>
		new Set((await production.ids()).map((id) => workerOf(cluster, id)?.name)).size;

	const publishCall = async (path: string) => {
		const call = personaliseCall(
			await createCredential(rest, sandbox.url),
			'={{ $json.body.phone }}',
		);
		const production = await publish(cluster, rest, chain('Call', webhook(path), call), path);
		await untilListening(cluster, path);
		return production;
	};

	/** Calls side by side, through both webhook processes in turns. */
	const outcomes = async (production: Production, phones: string[]) =>
		(
			await Promise.all(
				phones.map(async (phone, index) => await production.ask<Row>({ phone }, index % 2)),
			)
		).map(({ outcome }) => outcome);

	test('live on one login, whichever of them has the work', async () => {
		const production = await publishCall(`login-${Date.now()}`);
		expect(await outcomes(production, phonesOf(1))).toEqual(['pushed']);
		const phones = phonesOf(30);
		expect(await outcomes(production, phones)).toEqual(phones.map(() => 'pushed'));
		expect(await workersOf(production)).toBe(2);
		expect(logins()).toBe(1);
	});

	test('log in once each at most when 30 executions find that the token has ended', async () => {
		sandbox.control.settings({ loginDelayMs: 1_500 });
		const production = await publishCall(`storm-${Date.now()}`);
		expect(await outcomes(production, phonesOf(1))).toEqual(['pushed']);
		// A process takes a token that it fetched within the last minute for a good one.
		const pids = pidsOf(cluster.workers);
		for (const pid of pids) process.kill(Number(pid), 'SIGTERM');
		await until('the workers are started again', () =>
			pidsOf(cluster.workers).every((pid) => pid !== undefined && !pids.includes(pid)),
		);
		await untilReady(cluster);
		sandbox.control.expireTokens();
		const phones = phonesOf(30);
		expect(await outcomes(production, phones)).toEqual(phones.map(() => 'pushed'));
		expect(await workersOf(production)).toBe(2);
		expect(sandbox.control.counts().realTimeV2?.['401']).toBeGreaterThan(1);
		expect(logins()).toBeGreaterThan(1);
		expect(logins()).toBeLessThanOrEqual(1 + cluster.workers.length);
	});

	test('share the pace of the account: told to slow down, both do, and every call goes out once', async () => {
		// Each alone keeps 100 a second. Together they must come down to what Truecaller lets through.
		sandbox.control.settings({ limits: { realTimeCallsPerWindow: 100, realTimeWindowMs: 1_000 } });
		const path = `pace-${Date.now()}`;
		const phones = phonesOf(1_200);
		const call = personaliseCall(await createCredential(rest, sandbox.url), '={{ $json.phone }}');
		const production = await publish(
			cluster,
			rest,
			chain('Pace', webhook(path), ...sheet(phones.map((phone) => ({ phone }))), call),
			path,
		);
		await untilListening(cluster, path);
		// Which worker takes an execution is chance: go on until both are at it.
		const started: string[] = [];
		while (started.length < 2 || (await workersOf(production)) < 2) {
			if (started.length === 8) throw new Error('One worker took all eight executions');
			started.push(await production.start());
		}
		const executions = await Promise.all(started.map(async (id) => await rest.execution(id)));
		expect(executions.map(({ status }) => status)).toEqual(started.map(() => 'success'));
		for (const execution of executions)
			expect(execution.items('Personalise Call').map(({ json }) => json.outcome)).toEqual(
				phones.map(() => 'pushed'),
			);
		const counts = sandbox.control.counts().realTimeV2;
		expect(counts?.['200']).toBe(phones.length * started.length);
		expect(counts?.['429']).toBeGreaterThan(0);
		expect(counts?.['429']).toBeLessThan(phones.length * started.length * 0.1);
	});
});
