/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { Cluster } from '../../playground/queue/cluster';
import type { Rest, WorkflowNode } from '../../playground/n8n/rest';
import { webhookKey } from '../../playground/n8n/seed';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { callMeBack } from '../support/events';
import { chain, createCredential } from '../e2e/n8n';
import { truecallerTrigger } from '../e2e/trigger/stage';
import { publish, sharedCluster, until, untilListening, untilReady, workerOf } from './stage';

const post = axios.create({ proxy: false, validateStatus: () => true });
/** Truecaller waits no longer for an answer. */
const PATIENCE_MS = 20_000;

const pause: WorkflowNode = {
	id: 'pause',
	name: 'Pause',
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	position: [0, 0],
	parameters: { amount: 8, unit: 'seconds' },
};

describe('events that n8n answers when the workflow has finished, in queue mode', () => {
	let sandbox: Sandbox;
	let cluster: Cluster;
	let rest: Rest;

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ cluster, rest } = await sharedCluster());
	});
	afterAll(async () => await sandbox.close());

	test('survive a worker that is killed: of those told as taken none is missing, and the others finish with their repeat', async () => {
		const credentialId = await createCredential(rest, sandbox.url);
		const trigger = truecallerTrigger(credentialId, { responseMode: 'lastNode' });
		const path = `${String(trigger.webhookId)}/webhook`;
		const { urls, ids } = await publish(cluster, rest, chain('At the end', trigger, pause), path);
		await untilListening(cluster, path);
		const deliver = async (event_id: string): Promise<number> => {
			const url = `${urls[0]}?key=${webhookKey}`;
			const event = callMeBack({}, { event_id });
			return await post.post(url, event, { timeout: PATIENCE_MS }).then(
				({ status }) => status,
				() => 0,
			);
		};
		const events = Array.from({ length: 10 }, (_none, index) => `killed-${index}`);
		const first = events.map(deliver);
		const started = async () =>
			(await ids()).flatMap((id) => workerOf(cluster, id)?.runningPid() ?? []);
		await until('all executions are under way', async () => {
			return (await started()).length === events.length;
		});
		const [pid] = await started();
		process.kill(Number(pid), 'SIGKILL');

		const answers = await Promise.all(first);
		const notTaken = events.filter((_event, index) => answers[index] !== 200);
		process.stdout.write(`\n  answered ${answers.join(' ')}\n`);
		expect(notTaken.length).toBeGreaterThan(0);
		const finished = async () => {
			const all = await Promise.all((await ids()).map(async (id) => await rest.execution(id)));
			return all
				.filter(({ status }) => status === 'success')
				.flatMap(({ items }) => items('Truecaller Trigger').map(({ json }) => json.event_id));
		};
		await untilReady(cluster);
		await Promise.all(
			notTaken.map(async (event) => {
				while ((await deliver(event)) !== 200) await sleep(1_000);
			}),
		);
		// At least once is what is promised; here nobody but Truecaller starts an event again.
		expect((await finished()).sort()).toEqual([...events].sort());
	});
});
