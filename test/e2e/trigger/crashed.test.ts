/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess } from '../../../playground/system/processes';
import { callMeBack } from '../../support/events';
import type { Playground } from '../../../playground/playground';
import type { Rest, WorkflowNode } from '../../../playground/n8n/rest';
import { webhookKey } from '../../../playground/n8n/seed';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { chain, createCredential, sharedN8n } from '../n8n';
import { anyStatus, truecallerTrigger, untilLive } from './stage';

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

describe('events answered at once, whose executions are cut off by a kill', () => {
	let sandbox: Sandbox;
	let n8n: Playground;
	let rest: Rest;

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ n8n, rest } = await sharedN8n());
	});
	afterAll(async () => await sandbox.close());

	test('are marked as crashed, and start the Error Workflow when n8n is up again', async () => {
		const watch = await rest.createWorkflow(
			chain('Crashed', node('Error Trigger', 'errorTrigger', 1, {})),
		);
		await rest.publish(watch).catch(() => undefined);
		const trigger = truecallerTrigger(await createCredential(rest, sandbox.url));
		const pause = node('Pause', 'wait', 1.1, { amount: 30, unit: 'seconds' });
		const workflow = await rest.createWorkflow({
			...chain('Cut off', trigger, pause),
			settings: { errorWorkflow: watch.id },
		});
		await rest.publish(workflow);
		const address = `${n8n.editorUrl}/webhook/${String(trigger.webhookId)}/webhook`;
		await untilLive(address);
		const statuses = await Promise.all(
			['a', 'b', 'c'].map(async (event_id) => {
				const event = callMeBack({}, { event_id });
				return (await anyStatus.post(`${address}?key=${webhookKey}`, event)).status;
			}),
		);
		expect(statuses).toEqual([200, 200, 200]);
		await sleep(1_000);
		const pid = n8n.runningPid();
		if (pid === undefined) throw new Error('n8n does not run');
		await endProcess(pid, 'SIGKILL');
		await n8n.restart();
		rest = await n8n.signIn();
		const cut = await rest.executionIds(workflow.id);
		const ended = await Promise.all(cut.map(async (id) => await rest.execution(id)));
		expect(ended.map(({ status }) => status)).toEqual(['crashed', 'crashed', 'crashed']);
		const told = async () => await rest.executionIds(watch.id);
		const until = Date.now() + 20_000;
		while ((await told()).length < cut.length && Date.now() < until) await sleep(200);
		const reports = await Promise.all((await told()).map(async (id) => await rest.execution(id)));
		const named = reports.flatMap(({ items }) =>
			items('Error Trigger').map(({ json }) => {
				const { id, error } = json.execution as { id: string; error: { name: string } };
				return [error.name, id];
			}),
		);
		expect(named.sort()).toEqual(cut.map((id) => ['WorkflowCrashedError', id]).sort());
	});
});
