import { randomUUID } from 'node:crypto';
import type { Playground } from '../../../playground/playground';
import { endProcess } from '../../../playground/system/processes';
import type { Rest, WorkflowNode } from '../../../playground/n8n/rest';
import { webhookKey } from '../../../playground/n8n/seed';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { chain, createCredential, sharedN8n } from '../n8n';
import { anyStatus, truecallerTrigger, untilLive } from './stage';

const SECRET = 'what the workflow knows';

const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: object,
): WorkflowNode => ({
	id: randomUUID(),
	name,
	type: `n8n-nodes-base.${type}`,
	typeVersion,
	position: [0, 0],
	parameters: { ...parameters },
});
const answer = node('Answer', 'set', 3.4, {
	mode: 'raw',
	jsonOutput: JSON.stringify({ secret: SECRET }),
	options: {},
});
const fail = node('Fail', 'stopAndError', 1, { errorMessage: SECRET });
const pause = (seconds: number) => node('Pause', 'wait', 1.1, { amount: seconds, unit: 'seconds' });

describe('an event that n8n answers when the workflow has finished', () => {
	let sandbox: Sandbox;
	let n8n: Playground;
	let rest: Rest;

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ n8n, rest } = await sharedN8n());
	});
	afterAll(async () => await sandbox.close());

	const publish = async (...nodes: WorkflowNode[]) => {
		const credentialId = await createCredential(rest, sandbox.url);
		const trigger = truecallerTrigger(credentialId, { responseMode: 'lastNode' });
		const workflow = await rest.createWorkflow(chain('At the end', trigger, ...nodes));
		await rest.publish(workflow);
		const address = `${n8n.editorUrl}/webhook/${String(trigger.webhookId)}/webhook`;
		const deliver = async (event_id: string) => {
			const event = { event_id, event_type: 'cmb', cmb_payload: { is_interested: true } };
			const url = `${address}?key=${webhookKey}`;
			const { status, data } = await anyStatus.post<unknown>(url, event).catch(() => NOBODY);
			return { status, data };
		};
		/** Waits until each execution has ended. */
		const executions = async () => {
			const ids = await rest.executionIds(workflow.id);
			return await Promise.all(ids.map(async (id) => await rest.execution(id)));
		};
		const statuses = async () => (await executions()).map(({ status }) => status);
		const finishedIds = async () =>
			(await executions())
				.filter(({ status }) => status === 'success')
				.flatMap(({ items }) => items('Truecaller Trigger').map(({ json }) => json.event_id));
		const count = async () => (await rest.executionIds(workflow.id)).length;
		return { address, deliver, count, statuses, finishedIds };
	};
	const NOBODY = { status: 0, data: '' as unknown };

	test('is told as taken, and nothing that the workflow put out', async () => {
		const { deliver, statuses } = await publish(answer);
		expect(await deliver('good')).toEqual({ status: 200, data: { status: 'ok' } });
		expect(await deliver('good')).toEqual({ status: 200, data: { status: 'ok' } });
		expect(await statuses()).toEqual(['success']);
	});

	test('is not told as taken when the workflow fails, and runs again with its repeat', async () => {
		const { deliver, statuses } = await publish(fail);
		const notTaken = {
			status: 500,
			data: { status: 'error', message: 'The workflow did not finish without an error' },
		};
		expect([await deliver('bad'), await deliver('bad')]).toEqual([notTaken, notTaken]);
		expect(await statuses()).toEqual(['error', 'error']);
	});

	test('is answered only after the last node, and a repeat meanwhile starts nothing', async () => {
		const { deliver, statuses } = await publish(pause(3), answer);
		const startMs = Date.now();
		const answers = await Promise.all([deliver('slow'), deliver('slow')]);
		expect(Date.now() - startMs).toBeGreaterThan(2_900);
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect(await statuses()).toEqual(['success']);
	});

	test('is told as taken when the workflow waits so long that n8n stores it', async () => {
		const { deliver, count } = await publish(pause(70), answer);
		const startMs = Date.now();
		expect(await deliver('stored')).toEqual({ status: 200, data: { status: 'ok' } });
		expect(Date.now() - startMs).toBeLessThan(30_000);
		expect(await deliver('stored')).toEqual({ status: 200, data: { status: 'ok' } });
		expect(await count()).toBe(1);
	});

	test('survives a kill: of those told as taken none is missing, and the others finish with their repeat', async () => {
		const { address, deliver, count, finishedIds } = await publish(pause(8), answer);
		const ids = Array.from({ length: 10 }, (_none, index) => `killed-${index}`);
		const first = ids.map(async (id) => await deliver(id));
		while ((await count()) < ids.length);
		await endProcess(n8n.runningPid() ?? 0, 'SIGKILL');
		const taken = (await Promise.all(first)).filter(({ status }) => status === 200);
		expect(taken).toEqual([]);
		await n8n.restart();
		rest = await n8n.signIn();
		await untilLive(address);
		const second = await Promise.all(ids.map(async (id) => await deliver(id)));
		expect(second.map(({ status }) => status)).toEqual(ids.map(() => 200));
		// n8n itself may run some of them again: at least once is what is promised.
		expect([...new Set(await finishedIds())].sort()).toEqual(ids);
	});
});
