/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import {
	openCluster,
	type Cluster,
	type ClusterN8n,
	type ClusterPlan,
} from '../../playground/queue/cluster';
import type { Rest, Workflow, WorkflowNode } from '../../playground/n8n/rest';
import type { Sandbox } from '../../sandbox/server';
import { chain, createCredential, personaliseMany, sheet, webhook } from '../e2e/n8n';

const pollMs = 100;
const patienceMs = 120_000;

/** The processes that run.mjs started for all tests, and a user of their editor. */
export async function sharedCluster(): Promise<{ cluster: Cluster; rest: Rest }> {
	const plan = process.env.QUEUE_CLUSTER;
	if (!plan) throw new Error('Start these tests with: npm run test:queue');
	const cluster = await openCluster(JSON.parse(plan) as ClusterPlan);
	return { cluster, rest: await cluster.signIn() };
}

export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
	const end = Date.now() + patienceMs;
	while (!(await isSo())) {
		if (Date.now() > end) throw new Error(`${what}: not so after ${patienceMs / 1_000} seconds`);
		await sleep(pollMs);
	}
}

const http = axios.create({ proxy: false, timeout: 60_000, validateStatus: () => true });

/** All processes run and are connected, as far as each knows. */
export async function untilReady({ n8ns }: Cluster): Promise<void> {
	const isReady = async ({ url }: ClusterN8n) =>
		await http.get(`${url}/healthz/readiness`).then(
			({ status }) => status === 200,
			() => false,
		);
	await until('every process of n8n is ready', async () =>
		(await Promise.all(n8ns.map(isReady))).every(Boolean),
	);
}

export const pidsOf = (n8ns: readonly ClusterN8n[]): Array<number | undefined> =>
	n8ns.map(({ runningPid }) => runningPid());

/** Which worker has, or had, an execution in hand. */
export const workerOf = ({ workers }: Cluster, executionId: string): ClusterN8n | undefined =>
	workers.find(({ logFile }) =>
		readFileSync(logFile, 'utf8').includes(`Worker started execution ${executionId} `),
	);

/** A webhook process hears of a published workflow a moment later. Asked so that nothing starts. */
export async function untilListening({ webhooks }: Cluster, path: string): Promise<void> {
	const isHeard = async ({ url }: ClusterN8n) =>
		!String((await http.get<{ message?: string }>(`${url}/webhook/${path}`)).data.message).includes(
			'is not registered.',
		);
	await until(`all webhook processes listen at ${path}`, async () =>
		(await Promise.all(webhooks.map(isHeard))).every(Boolean),
	);
}

export type Production = Awaited<ReturnType<typeof publish>>;

/** A published workflow and its production URL at each webhook process. */
export async function publish(cluster: Cluster, rest: Rest, workflow: Workflow, path: string) {
	const created = await rest.createWorkflow(workflow);
	await rest.publish(created);
	const urls = cluster.webhooks.map(({ url }) => `${url}/webhook/${path}`);
	const ids = async () => await rest.executionIds(created.id);
	return {
		workflowId: created.id,
		urls,
		ids,
		/** Starts an execution, and says which it is without waiting for its end. */
		start: async (): Promise<string> => {
			const before = await ids();
			const answer = http.post(urls[0] ?? '', {});
			// A workflow that answers with its last node does so much later; nobody waits for that.
			answer.catch(() => undefined);
			await until('the execution is stored', async () => (await ids()).length > before.length);
			return (await ids()).find((id) => !before.includes(id)) ?? '';
		},
		/** Starts one and waits for the answer of its last node. */
		ask: async <T>(body: object, through = 0): Promise<T> =>
			(await http.post<T>(urls[through] ?? '', body)).data,
	};
}

const answeringAtOnce = (path: string): WorkflowNode => {
	const node = webhook(path);
	return { ...node, parameters: { ...node.parameters, responseMode: 'onReceived' } };
};

/** A workflow that sends a sheet of so many customers in batches of 500. */
export async function publishSheet(
	cluster: Cluster,
	rest: Rest,
	sandbox: Sandbox,
	phones: readonly string[],
): Promise<Production> {
	const path = `sheet-${Date.now()}`;
	const rows = phones.map((phone) => ({ phone }));
	const workflow = chain(
		'Sheet',
		answeringAtOnce(path),
		...sheet(rows),
		personaliseMany(await createCredential(rest, sandbox.url)),
	);
	const sheetWorkflow = await publish(cluster, rest, workflow, path);
	await sleep(1_000);
	return sheetWorkflow;
}

export const phonesOf = (count: number): string[] =>
	Array.from({ length: count }, (_, index) => `+91987${1_000_000 + index * 10}`);

type Batch = { call_records: Array<{ receiver_number: string }> };

/** Every receiver of every batch that the sandbox took. */
export const receiversTaken = (sandbox: Sandbox): string[] =>
	sandbox.control
		.received('batchV3')
		.filter(({ status }) => status === 200)
		.flatMap(({ body }) =>
			(body as Batch).call_records.map(({ receiver_number }) => receiver_number),
		);
