/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { readFileSync } from 'node:fs';
import type { Playground } from '../../../playground/playground';
import type { Rest } from '../../../playground/n8n/rest';
import { webhookKey } from '../../../playground/n8n/seed';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { isInDatabase, refuseInserts } from '../action/database';
import { chain, createCredential, sharedN8n, sharedPlayground } from '../n8n';
import {
	anyStatus,
	postAtOnce,
	publishTrigger,
	truecallerTrigger,
	untilLive,
	type PublishedTrigger,
} from './stage';

const json = { headers: { 'Content-Type': 'application/json' } };
/** Keeps axios from turning other bodies into JSON text. */
const asItIs = { ...json, transformRequest: [(body: string) => body] };
const xml = { headers: { 'Content-Type': 'application/xml' } };

describe('trigger errors', () => {
	let sandbox: Sandbox;
	let n8n: Playground;
	let rest: Rest;
	let trigger: PublishedTrigger;

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ n8n, rest } = await sharedN8n());
		trigger = await publishTrigger(n8n, rest, sandbox);
	});
	afterAll(async () => await sandbox.close());

	const eventBody = (eventId: string) =>
		JSON.stringify({
			event_id: eventId,
			event_type: 'cmb',
			cmb_payload: { client_number: '919876543210', is_interested: true },
		});

	test.each([
		[
			'a body of more than 16 MB',
			async (url: string) =>
				await anyStatus.post(
					url,
					`{"event_id":"large","filler":"${'x'.repeat(17 * 1024 * 1024)}"}`,
					json,
				),
			500,
		],
		[
			'broken JSON, which n8n itself answers',
			async (url: string) => await anyStatus.post(url, '{"event_id":', asItIs),
			422,
		],
		['XML', async (url: string) => await anyStatus.post(url, '<event/>', xml), 400],
		['a list', async (url: string) => await anyStatus.post(url, '[]', json), 400],
		['no body', async (url: string) => await anyStatus.post(url), 400],
		['GET', async (url: string) => await anyStatus.get(url), 404],
	])('answers %s, and starts nothing', async (_title, send, status) => {
		expect(
			await trigger.startedBy(async () => expect((await send(trigger.url)).status).toBe(status)),
		).toBe(0);
		expect(await trigger.startedBy(async () => await trigger.deliver())).toBe(1);
	});

	test.each([
		[
			'',
			'Anybody could send events to this workflow: enter a Webhook Key in the Truecaller API credential',
		],
		[
			'too-short',
			'The Webhook Key in the Truecaller API credential cannot be used: it needs at least 16 characters',
		],
	])('refuses to publish with the Webhook Key "%s", and says why', async (webhookSecret, words) => {
		const node = truecallerTrigger(await createCredential(rest, sandbox.url, { webhookSecret }));
		const workflow = await rest.createWorkflow(chain('No key', node));
		await expect(rest.publish(workflow)).rejects.toThrow(words);
		const answer = await anyStatus.post(
			`${n8n.editorUrl}/webhook/${String(node.webhookId)}/webhook?key=${webhookSecret}`,
			{},
		);
		expect(answer.status).toBe(404);
	});

	test('does not accept an event whose execution the database cannot store, and starts its repeat once', async () => {
		const mend = await refuseInserts(
			n8n.userFolder,
			'execution_entity',
			`NEW.workflowId = '${trigger.workflowId}'`,
		);
		const body = eventBody('the-disk-is-full');
		let answers: string[] = [];
		const twoAtOnce = async () => void (answers = await postAtOnce(trigger.url, body, 2));
		try {
			expect(await trigger.startedBy(twoAtOnce)).toBe(0);
			expect(answers.map((answer) => answer.slice(0, 3))).toEqual(['500', '500']);
		} finally {
			await mend();
		}
		expect(await trigger.startedBy(twoAtOnce)).toBe(1);
		expect(answers).toEqual(['200 {"status":"ok"}', '200 {"status":"ok"}']);
		expect(await trigger.startedBy(twoAtOnce)).toBe(0);
	});

	test('keeps the Webhook Key out of stored executions and of the log, also at debug level', async () => {
		const talkative = await sharedPlayground({ N8N_LOG_LEVEL: 'debug' });
		const before = readFileSync(n8n.logFile, 'utf8').length;
		await talkative.restart();
		rest = await n8n.signIn();
		await untilLive(trigger.address);
		await trigger.deliver();
		await trigger.deliver({ fields: { event_id: 'with-header' } });
		await anyStatus.post(trigger.address, eventBody('in-a-header'), {
			headers: { ...json.headers, 'X-Webhook-Key': webhookKey },
		});
		await trigger.deliver({ key: `${webhookKey}-and-more` });
		await anyStatus.post(trigger.url, '{"event_id":', asItIs);
		await anyStatus.get(trigger.url);
		for (const id of await trigger.executionIds()) {
			const { data } = await rest.http.get<unknown>(`/executions/${id}`);
			expect(JSON.stringify(data)).toContain('callMeBack');
			expect(JSON.stringify(data)).not.toContain(webhookKey);
		}
		const log = readFileSync(n8n.logFile, 'utf8').slice(before);
		expect(log).toMatch(/Workflow execution started/i);
		expect(log.split('\n').filter((line) => line.includes(webhookKey))).toEqual([]);
		await n8n.restart();
		expect(isInDatabase(n8n.userFolder, trigger.workflowId)).toBe(true);
		expect(isInDatabase(n8n.userFolder, webhookKey)).toBe(false);
	});
});
