/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess } from '../../../playground/system/processes';
import { callMeBack } from '../../support/events';
import type { Playground } from '../../../playground/playground';
import type { Rest, WorkflowNode } from '../../../playground/n8n/rest';
import { webhookKey } from '../../../playground/n8n/seed';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { openJourney, type Journey, type JourneyCopy } from '../examples/journey';
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

const slackAt = 'POST slack.com/api/chat.postMessage';

describe('events answered at once, whose executions are cut off by a kill', () => {
	let journey: Journey;
	/** The example, as the Error Workflow of others. */
	let watch: JourneyCopy;
	let sandbox: Sandbox;
	let n8n: Playground;
	let rest: Rest;

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ n8n, rest } = await sharedN8n());
		journey = await openJourney('crashed-executions', { [slackAt]: { ok: true, message: {} } });
		watch = await journey.create();
		// n8n 1 starts an Error Workflow without this, and refuses it.
		await watch.publish().catch(() => undefined);
	});
	afterEach(() => journey.forget());
	afterAll(async () => {
		await journey.close();
		await sandbox.close();
	});

	const publish = async (last: WorkflowNode) => {
		const trigger = truecallerTrigger(await createCredential(rest, sandbox.url));
		const workflow = await rest.createWorkflow({
			...chain('Watched', trigger, last),
			settings: { errorWorkflow: watch.id },
		});
		await rest.publish(workflow);
		const address = `${n8n.editorUrl}/webhook/${String(trigger.webhookId)}/webhook`;
		await untilLive(address);
		return { id: workflow.id, url: `${address}?key=${webhookKey}` };
	};
	const deliver = async (url: string, event_id: string) =>
		(await anyStatus.post(url, callMeBack({}, { event_id }))).status;
	const said = () => journey.parties.calls(slackAt).map(({ body }) => String(body.text));
	const untilSaid = async (count: number) => {
		const until = Date.now() + 20_000;
		while (said().length < count && Date.now() < until) await sleep(200);
	};

	test('are marked as crashed, and start the Error Workflow when n8n is up again', async () => {
		const { id, url } = await publish(node('Pause', 'wait', 1.1, { amount: 30, unit: 'seconds' }));
		const statuses = await Promise.all(
			['a', 'b', 'c'].map(async (event_id) => await deliver(url, event_id)),
		);
		expect(statuses).toEqual([200, 200, 200]);
		await sleep(1_000);
		const pid = n8n.runningPid();
		if (pid === undefined) throw new Error('n8n does not run');
		await endProcess(pid, 'SIGKILL');
		await n8n.restart();
		rest = await n8n.signIn();
		const cut = await rest.executionIds(id);
		const ended = await Promise.all(cut.map(async (each) => await rest.execution(each)));
		expect(ended.map(({ status }) => status)).toEqual(['crashed', 'crashed', 'crashed']);
		await untilSaid(cut.length);
		expect(said().sort()).toEqual(
			cut
				.map(
					(each) =>
						`:warning: n8n was ended while *Watched* ran, and execution ${each} was cut off. To run it again with the same event, open it and press *Retry*: ${n8n.editorUrl}/workflow/${id}/executions/${each}`,
				)
				.sort(),
		);
	});

	test('are told from an ordinary error, which has a message of its own', async () => {
		const { url } = await publish(node('Fail', 'stopAndError', 1, { errorMessage: 'No owner' }));
		expect(await deliver(url, 'd')).toBe(200);
		await untilSaid(1);
		expect(said()).toEqual([
			expect.stringMatching(/^:x: \*Watched\* failed at Fail: No owner http\S+\/executions\/\d+$/),
		]);
	});
});
