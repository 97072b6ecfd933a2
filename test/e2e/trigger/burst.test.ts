/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { setTimeout as sleep } from 'node:timers/promises';
import { callMeBack } from '../../support/events';
import type { Playground } from '../../../playground/playground';
import type { Rest } from '../../../playground/n8n/rest';
import { webhookKey } from '../../../playground/n8n/seed';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { chain, createCredential, sharedPlayground, sharedWishes } from '../n8n';
import { anyStatus, truecallerTrigger, untilLive } from './stage';

const EVENTS = 50;
/** So many executions run at once; all others wait in n8n, which answers their senders only when they start. */
const LIMIT = 5;
const GIVE_UP_MS = 1_000;

describe('a burst that n8n answers later than the sender waits', () => {
	let sandbox: Sandbox;
	let n8n: Playground;
	let rest: Rest;

	beforeAll(async () => {
		sandbox = await startSandbox();
		n8n = await sharedPlayground({ N8N_CONCURRENCY_PRODUCTION_LIMIT: String(LIMIT) });
		await n8n.restart();
		rest = await n8n.signIn();
	});
	afterAll(async () => {
		await sandbox.close();
		await (await sharedPlayground()).restart();
	});

	test('of 50 events none runs twice after it is delivered again, and none is lost', async () => {
		const trigger = truecallerTrigger(await createCredential(rest, sandbox.url));
		const pause = {
			id: 'pause',
			name: 'Pause',
			type: 'n8n-nodes-base.wait',
			typeVersion: 1.1,
			position: [0, 0] as [number, number],
			parameters: { amount: 1, unit: 'seconds' },
		};
		const workflow = await rest.createWorkflow(chain('Burst', trigger, pause));
		await rest.publish(workflow);
		const address = `${n8n.editorUrl}/webhook/${String(trigger.webhookId)}/webhook`;
		await untilLive(address);
		const ids = Array.from({ length: EVENTS }, (_none, index) => `burst-${index}`);
		let givenUp = 0;
		const deliver = async (event_id: string, timeout: number): Promise<number> => {
			const event = callMeBack({}, { event_id });
			return await anyStatus.post(`${address}?key=${webhookKey}`, event, { timeout }).then(
				({ status }) => status,
				() => (givenUp += 1) && 0,
			);
		};
		/** As Truecaller does: again and again until it is taken. */
		const deliverUntilTaken = async (id: string) => {
			let timeout = GIVE_UP_MS;
			while ((await deliver(id, timeout)) !== 200) {
				timeout = 20_000;
				await sleep(500);
			}
		};
		await Promise.all(ids.map(deliverUntilTaken));
		// n8n 1 answers before an execution waits for its turn, so nobody gives up.
		if (!sharedWishes().version?.startsWith('1.')) expect(givenUp).toBeGreaterThan(EVENTS / 2);
		// n8n 1 lists an execution only once it has had its turn.
		const until = Date.now() + 60_000;
		const listed = async () => await rest.executionIds(workflow.id);
		while ((await listed()).length < EVENTS && Date.now() < until) await sleep(500);
		const executions = await Promise.all(
			(await listed()).map(async (id) => await rest.execution(id)),
		);
		const ran = executions.flatMap(({ items }) =>
			items('Truecaller Trigger').map(({ json }) => json.event_id),
		);
		expect(executions.map(({ status }) => status)).toEqual(ids.map(() => 'success'));
		expect(ran.sort()).toEqual([...ids].sort());
	});
});
