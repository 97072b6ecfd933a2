import type { Cluster } from '../../playground/queue/cluster';
import type { Rest, WorkflowNode } from '../../playground/n8n/rest';
import { batchStatus, chain, personaliseMany, webhook } from '../e2e/n8n';
import { publish, sharedCluster, untilListening, workerOf } from './stage';

const UNKNOWN = 'This simulation does not know the batch';
const phone = '+91 98765 43210';

/** Without a credential, in the simulation. */
const simulated = (node: WorkflowNode, parameters: object = {}): WorkflowNode => ({
	...node,
	credentials: undefined,
	onError: 'continueRegularOutput',
	parameters: { connectTo: 'simulation', ...node.parameters, ...parameters },
});

describe('the simulation with two workers', () => {
	let cluster: Cluster;
	let rest: Rest;
	beforeAll(async () => ({ cluster, rest } = await sharedCluster()));

	const production = async (path: string, ...nodes: WorkflowNode[]) => {
		const published = await publish(cluster, rest, chain(path, webhook(path), ...nodes), path);
		await untilListening(cluster, path);
		return published;
	};
	const sendBatch = simulated(personaliseMany('none'), { receiverNumber: phone });

	test('knows a batch in the execution that sent it', async () => {
		const wait = { options: { waitUntilFinished: true } };
		const both = await production(
			`simulated-both-${Date.now()}`,
			sendBatch,
			simulated(batchStatus('none'), wait),
		);
		for (let through = 0; through < 2; through++)
			expect(await both.ask({}, through)).toMatchObject({ outcome: 'pushed', simulated: true });
	});

	test('says in another execution that another process has the batch, if so', async () => {
		const send = await production(`simulated-send-${Date.now()}`, sendBatch);
		const { batchId } = await send.ask<{ batchId: string }>({});
		const [sentBy = ''] = await send.ids();
		const status = await production(
			`simulated-status-${Date.now()}`,
			simulated(batchStatus('none'), { batchId }),
		);
		const isSameWorker = (id: string) => workerOf(cluster, id) === workerOf(cluster, sentBy);
		// Which worker takes an execution is chance: go on until both have had one.
		const seen = new Map<boolean, string>();
		for (let tries = 0; seen.size < 2 && tries < 40; tries++) {
			await status.ask({}, tries % 2);
			for (const id of await status.ids()) seen.set(isSameWorker(id), id);
		}
		const rowOf = async (id = '') => (await rest.execution(id)).items('Get Status')[0]?.json;
		expect(await rowOf(seen.get(true))).toMatchObject({ batchId, simulated: true });
		expect(await rowOf(seen.get(false))).toMatchObject({
			error: UNKNOWN,
			details: {
				batchId,
				advice:
					'A simulated batch is kept in the memory of one n8n process and forgotten when that process restarts. In queue mode, send the batch and ask for its status in the same execution. Or send the batch again.',
				simulated: true,
			},
		});
	});
});
