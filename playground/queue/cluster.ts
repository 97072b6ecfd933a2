/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { installN8n } from '../n8n/install';
import { openN8n } from '../n8n/process';
import { installPack } from '../n8n/pack';
import { anyFreePort } from '../system/ports';
import { signIn } from '../n8n/rest';
import { addresses, queueVariables } from './environment';
import { openPostgres } from './postgres';
import { findPrograms } from './programs';
import { openRedis } from './redis';

type Role = 'main' | 'worker' | 'webhook';
type Member = { name: string; role: Role; port: number; brokerPort: number };

/**
 * The processes and their ports as plain data, so that another process can open the same cluster.
 * The main process comes first.
 */
export type ClusterPlan = {
	folder: string;
	redisPort: number;
	postgresPort: number;
	members: [Member, ...Member[]];
	variables?: NodeJS.ProcessEnv;
};

export type Cluster = Awaited<ReturnType<typeof openCluster>>;

export const commands: Record<Role, string[]> = {
	main: ['start'],
	worker: ['worker', '--concurrency=10'],
	webhook: ['webhook'],
};

type Wishes = {
	webhooks?: number;
	editorPort?: number;
	webhookPort?: number;
	variables?: NodeJS.ProcessEnv;
};

/**
 * Plans one main process, two workers and one webhook process, or more. Takes free ports, unless
 * told otherwise.
 */
export async function planCluster(
	folder: string,
	{ webhooks = 1, editorPort, webhookPort, variables }: Wishes = {},
): Promise<ClusterPlan> {
	const member = async (role: Role, name: string, port?: number): Promise<Member> => ({
		name,
		role,
		port: port ?? (await anyFreePort()),
		brokerPort: await anyFreePort(),
	});
	const members: ClusterPlan['members'] = [await member('main', 'main', editorPort)];
	for (const count of [1, 2]) members.push(await member('worker', `worker-${count}`));
	for (let count = 1; count <= webhooks; count++)
		members.push(
			await member('webhook', `webhook-${count}`, count === 1 ? webhookPort : undefined),
		);
	return {
		folder,
		redisPort: await anyFreePort(),
		postgresPort: await anyFreePort(),
		members,
		variables,
	};
}

/** Returns the processes of a plan, running or not. */
export async function openCluster(plan: ClusterPlan) {
	mkdirSync(plan.folder, { recursive: true });
	const [installFolder, programs] = [await installN8n(), await findPrograms()];
	const redis = openRedis(programs.redisServer, plan.folder, plan.redisPort);
	const postgres = await openPostgres(programs, plan.folder, plan.postgresPort);
	const [main, ...others] = openMembers(plan, installFolder);
	const n8ns = [main, ...others];
	return {
		redis,
		postgres,
		main,
		n8ns,
		workers: others.filter(({ role }) => role === 'worker'),
		webhooks: others.filter(({ role }) => role === 'webhook'),
		/** Each process loads its own copy of the nodes. */
		installPack: async () => {
			for (const { userFolder } of n8ns) await installPack(userFolder);
		},
		startStores: async () => {
			await postgres.prepare();
			await Promise.all([redis.start(), postgres.start()]);
		},
		/** The main process creates the tables, so it starts first. */
		startN8ns: async () => {
			await main.start();
			await Promise.all(others.map(async (each) => await each.start()));
		},
		stop: async () => {
			await Promise.all(n8ns.map(async (each) => await each.stop()));
			await Promise.all([redis.stop(), postgres.stop()]);
		},
		signIn: async () => await signIn(main.url),
	};
}

function openMembers(plan: ClusterPlan, installFolder: string): [ClusterN8n, ...ClusterN8n[]] {
	const [main, ...others] = plan.members;
	return [
		openMember(plan, main, installFolder),
		...others.map((member) => openMember(plan, member, installFolder)),
	];
}

export type ClusterN8n = ReturnType<typeof openMember>;

function openMember(plan: ClusterPlan, member: Member, installFolder: string) {
	const { name, role, port: editorPort, brokerPort } = member;
	const userFolder = join(plan.folder, name);
	mkdirSync(userFolder, { recursive: true });
	const place = {
		installFolder,
		userFolder,
		editorPort,
		brokerPort,
		variables: variablesOf(plan, member),
	};
	const { editorUrl: url, ...n8n } = openN8n(place, { name, command: commands[role] });
	return { ...n8n, role, url, userFolder };
}

function variablesOf(plan: ClusterPlan, { port }: Member): NodeJS.ProcessEnv {
	const webhook = plan.members.find(({ role }) => role === 'webhook');
	return {
		...queueVariables,
		...addresses(plan.redisPort, plan.postgresPort),
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		N8N_WEBHOOK_URL: `http://127.0.0.1:${webhook?.port ?? port}/`,
		...plan.variables,
	};
}
