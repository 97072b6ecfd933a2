import type { Playground } from '../../../playground/playground';
import type { Rest } from '../../../playground/n8n/rest';
import { webhookKey } from '../../../playground/n8n/seed';
import { startSandbox } from '../../../sandbox/server';
import type { Sandbox } from '../../../sandbox/server';
import { chain, createCredential, manualTrigger, sendTestEvent, sharedN8n } from '../n8n';
import { publishTrigger } from './stage';
import type { PublishedTrigger } from './stage';

describe('a test event in n8n', () => {
	let sandbox: Sandbox;
	let n8n: Playground;
	let rest: Rest;
	let trigger: PublishedTrigger;
	let credentialId: string;

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ n8n, rest } = await sharedN8n());
		trigger = await publishTrigger(n8n, rest, sandbox);
		credentialId = await createCredential(rest, sandbox.url);
	});
	afterAll(async () => await sandbox.close());

	/** Runs another workflow, which sends one event. */
	const send = async (webhookUrl: string, more: object = {}) => {
		const node = sendTestEvent(credentialId, { webhookUrl, ...more });
		const { id } = await rest.createWorkflow(chain('Send a test event', manualTrigger, node));
		const execution = await rest.run(id, 'Start');
		expect(execution.error?.message).toBeUndefined();
		return execution.items(node.name).map(({ json }) => json)[0];
	};

	test('starts a published workflow from another one, with the key of the credential', async () => {
		const options = { eventId: 'sent-by-a-workflow' };
		const started = await trigger.startedBy(async () =>
			expect(await send(trigger.address, { scenario: 'simProblem', options })).toMatchObject({
				eventId: 'sent-by-a-workflow',
				eventType: 'cmb',
				scenario: 'simProblem',
				taken: true,
				status: 200,
				answer: '{"status":"ok"}',
			}),
		);
		expect(started).toBe(1);
		const [item] = await trigger.latestItems();
		expect(item?.json).toMatchObject({
			event_id: 'sent-by-a-workflow',
			callback: { wanted: true, number: '+919812345670', numberSource: 'alternate' },
		});
	});

	test('starts nothing the second time, with a wrong key, or where nobody listens', async () => {
		const options = { eventId: 'sent-by-a-workflow' };
		const test = trigger.address.replace('/webhook/', '/webhook-test/');
		const rows: unknown[] = [];
		const started = await trigger.startedBy(async () => {
			rows.push(await send(trigger.url, { options }));
			rows.push(await send(trigger.address, { webhookKey: `${webhookKey}-and-more` }));
			rows.push(await send(test));
			rows.push(await send(`${n8n.editorUrl}/webhook/nowhere/webhook`));
		});
		expect(started).toBe(0);
		const says = (advice: RegExp) => expect.stringMatching(advice) as string;
		expect(rows).toMatchObject([
			{ taken: true, status: 200 },
			{ taken: false, status: 401, advice: says(/^'Webhook Key' of this node is wrong\./) },
			{ taken: false, status: 404, advice: says(/^Nobody listens at this test URL\./) },
			{ taken: false, status: 404, advice: says(/^n8n knows no published trigger at this URL\./) },
		]);
	});
});
