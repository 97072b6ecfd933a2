import { openCluster, planCluster, type Cluster } from '../../playground/queue/cluster';
import type { Mode } from './modes';
import { countFinished, cpuMsOf, installBare, publishAll, variablesOf, type BenchN8n } from './n8n';
import { pathOf } from './workflows';

/** The same in queue mode: a webhook process takes the events, two workers run them, on Redis and PostgreSQL. */
export async function startQueue(mode: Mode, folder: string): Promise<BenchN8n> {
	const cluster = await openCluster(await planCluster(folder, { variables: variablesOf(mode) }));
	await cluster.installPack();
	for (const { userFolder } of cluster.n8ns) installBare(userFolder);
	const stop = async () => {
		await cluster.stop();
		cluster.postgres.forget();
	};
	const started = startAll(cluster);
	await started.catch(stop);
	const { rest, ids } = await started;
	const [receiver = cluster.main] = cluster.webhooks;
	return {
		urlOf: (subject) => receiver.url + pathOf(subject),
		finished: async (subject) => await countFinished(rest, ids[subject]),
		cpuMs: () => cluster.n8ns.reduce((sum, { runningPid }) => sum + cpuMsOf(runningPid()), 0),
		stop,
	};
}

async function startAll(cluster: Cluster) {
	await cluster.startStores();
	await cluster.startN8ns();
	const rest = await cluster.signIn();
	return { rest, ids: await publishAll(rest) };
}
