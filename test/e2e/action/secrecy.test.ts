/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Playground } from '../../../playground/playground';
import type { Rest, Workflow } from '../../../playground/n8n/rest';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { eventually, sitDownAt } from '../editor/editor';
import {
	chain,
	createCredential,
	manualTrigger,
	personaliseCall,
	personaliseMany,
	sharedN8n,
	sharedPlayground,
	sheet,
} from '../n8n';
import { anyStatus, truecallerTrigger, untilLive } from '../trigger/stage';

/** The key that events bring along, found nowhere else in these tests. */
const EVENT_WORD = 'marked-webhook-key-4711';
/** A key that is wrong, as somebody may have typed it who mixed two up. */
const MISTYPED = 'marked-wrong-key-4712-aaaa';

/** A customer for each way that a call can end; the last of them has a digit too few. */
const PHONES = ['+91 98765 40000', '+91 98765 40001', '+91 98765 40004', '+91 98765 4000'];
/** How a log or an error could show them. The last four digits alone may be shown. */
const wholeNumbers = (text: string): string[] =>
	text.replace(/[\s-]/g, '').match(/987654\d+/g) ?? [];

/** Everything that n8n tells a page from now on, by answers and by its push connection. */
function listenTo(page: Page): () => string {
	const told: string[] = [];
	page.on('response', (response) => {
		// A page that is left breaks answers off; those told nobody anything.
		if (response.url().includes('/rest/'))
			void response.text().then(
				(text) => told.push(text),
				() => undefined,
			);
	});
	page.on('websocket', (socket) =>
		socket.on('framereceived', ({ payload }) => void told.push(String(payload))),
	);
	return () => told.join('\n');
}

describe('in a whole run at debug level', () => {
	let sandbox: Sandbox;
	let n8n: Playground;
	let rest: Rest;
	let credentialId: string;
	let loggedBefore: number;

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ n8n } = await sharedN8n());
		const talkative = await sharedPlayground({ N8N_LOG_LEVEL: 'debug' });
		loggedBefore = readFileSync(n8n.logFile, 'utf8').length;
		await talkative.restart();
		rest = await talkative.signIn();
		credentialId = await createCredential(rest, sandbox.url, { webhookSecret: EVENT_WORD });
	});
	afterAll(async () => {
		await n8n.restart();
		await sandbox.close();
	});

	const logged = () => readFileSync(n8n.logFile, 'utf8').slice(loggedBefore);

	/** The token of the moment, as only n8n's owner can see it, at the machine itself. */
	const readToken = async (): Promise<string> => {
		const file = join(n8n.userFolder, 'decrypted.json');
		await n8n.cli('export:credentials', `--id=${credentialId}`, '--decrypted', `--output=${file}`);
		const [credential] = JSON.parse(readFileSync(file, 'utf8')) as Array<{
			data: { accessToken: string };
		}>;
		rmSync(file);
		return credential?.data.accessToken ?? '';
	};
	/** Every token there was; asked for only after a login, because it takes seconds. */
	const tokens = new Set<string>();
	let loginsKnown = -1;
	const secrets = async (): Promise<Array<[name: string, secret: string]>> => {
		const logins = sandbox.control.received('token').length;
		if (logins !== loginsKnown) tokens.add(await readToken());
		loginsKnown = logins;
		return [
			['apiKey', sandbox.keys.full.apiKey],
			['webhookKey', EVENT_WORD],
			['wrongKey', MISTYPED],
			...[...tokens].map((token): [string, string] => ['accessToken', token]),
		];
	};
	/** The names of the secrets that stand in a text. */
	const found = async (text: string) =>
		(await secrets()).filter(([, secret]) => text.includes(secret)).map(([name]) => name);

	/** Everything that n8n stored of an execution. */
	const stored = async (id: string) =>
		(await rest.http.get<{ data: { data: string } }>(`/executions/${id}`)).data.data.data;
	const run = async (workflow: Workflow) => {
		const { id } = await rest.createWorkflow(workflow);
		const execution = await rest.run(id, 'Start');
		const [executionId = ''] = await rest.executionIds(id);
		return { id, execution, text: await stored(executionId) };
	};
	const rows = (phones: string[]) => sheet(phones.map((phone) => ({ phone })));
	const call = (id = credentialId) => personaliseCall(id, '={{ $json.phone }}');

	/** Each stops the run with an error, in the words of the node. */
	const TROUBLES: ReadonlyArray<readonly [title: string, arrange: () => void]> = [
		['a number that cannot be read', () => undefined],
		[
			'a token that is never accepted',
			() => sandbox.control.next({ route: 'realTimeV2', status: 401, times: 8 }),
		],
		['a key without access', () => sandbox.control.next({ route: 'realTimeV2', status: 403 })],
		[
			'a redirect',
			() =>
				sandbox.control.next({
					route: 'realTimeV2',
					status: 302,
					headers: { location: 'http://127.0.0.1:9/' },
				}),
		],
		[
			'an address that is not there',
			() => sandbox.control.next({ route: 'realTimeV2', status: 404 }),
		],
	];

	test('the markers are where they belong: in the items, and at Truecaller', async () => {
		const { execution, text } = await run(
			chain('Good', manualTrigger, ...rows(PHONES.slice(0, 3)), call()),
		);
		expect(execution.items('Personalise Call').map(({ json }) => json.outcome)).toEqual([
			'pushed',
			'cannotShow',
			'tryAgain',
		]);
		expect(wholeNumbers(text)).toContain('9876540000');
		expect(await found(text)).toEqual([]);
		const [token = ''] = tokens;
		expect(token.length).toBeGreaterThan(30);
		expect(await found(`Bearer ${token}, ?key=${EVENT_WORD}`)).toEqual([
			'webhookKey',
			'accessToken',
		]);
	});

	test.each(TROUBLES)(
		'%s is told without a secret and without a whole number',
		async (title, arrange) => {
			arrange();
			const phones = title.includes('number') ? PHONES : PHONES.slice(0, 3);
			const { execution, text } = await run(chain(title, manualTrigger, ...rows(phones), call()));
			expect(execution.status).toBe('error');
			expect(
				wholeNumbers(JSON.stringify([execution.error, execution.nodeError('Personalise Call')])),
			).toEqual([]);
			expect(await found(text)).toEqual([]);
		},
	);

	test('a lost connection and a batch that fails are told so too', async () => {
		sandbox.control.next({ route: 'realTimeV2', connection: 'resetAfterBody' });
		const lost = await run(chain('Lost', manualTrigger, ...rows(PHONES.slice(0, 1)), call()));
		sandbox.control.next({ route: 'batchV3', status: 403 });
		const batch = await run(
			chain('Batch', manualTrigger, ...rows(PHONES.slice(0, 3)), personaliseMany(credentialId)),
		);
		expect(batch.execution.status).toBe('error');
		expect(wholeNumbers(JSON.stringify(batch.execution.error))).toEqual([]);
		expect(await found(lost.text + batch.text)).toEqual([]);
	});

	test('a wrong key is refused without being repeated', async () => {
		const wrong = await createCredential(rest, sandbox.url, { apiKey: MISTYPED });
		const { execution, text } = await run(
			chain('Wrong key', manualTrigger, ...rows(PHONES), call(wrong)),
		);
		expect(execution.status).toBe('error');
		expect(await found(text)).toEqual([]);
	});

	test('events leave no key behind, whether it was right or wrong', async () => {
		const trigger = truecallerTrigger(credentialId);
		const workflow = await rest.createWorkflow(chain('Trigger', trigger));
		await rest.publish(workflow);
		const address = `${n8n.editorUrl}/webhook/${String(trigger.webhookId)}/webhook`;
		await untilLive(address);
		await sandbox.control.deliver({ url: `${address}?key=${EVENT_WORD}` });
		expect((await anyStatus.post(`${address}?key=${MISTYPED}`, { event_id: '1' })).status).toBe(
			401,
		);
		const [executionId = '', ...others] = await rest.executionIds(workflow.id);
		expect(others).toEqual([]);
		await rest.execution(executionId);
		const text = await stored(executionId);
		expect(text).toContain('callMeBack');
		expect(await found(text)).toEqual([]);
	});

	test('the editor gets to see no secret, not even in the form of the credential', async () => {
		const { id } = await rest.createWorkflow(
			chain('Looked at', manualTrigger, ...rows(PHONES), call()),
		);
		const seat = await sitDownAt(n8n);
		const seen = listenTo(seat.page);
		try {
			await seat.openWorkflow(id);
			await seat.byId('execute-workflow-button').click();
			await eventually(async () => expect((await rest.executionIds(id)).length).toBe(1));
			await seat.openNode('Personalise Call');
			await seat.byId('node-error-message').waitFor();
			expect(wholeNumbers(await seat.byId('node-error-message').innerText())).toEqual([]);
			await seat.page.goto(`${n8n.editorUrl}/home/credentials/${credentialId}`);
			await seat.field('apiKey').waitFor();
		} finally {
			await seat.close();
		}
		const text = seen();
		expect(text).toContain(sandbox.keys.full.keyId);
		expect(text).toContain("'Receiver Number' is too short");
		expect(await found(text)).toEqual([]);
	});

	test('the log of all this says much, and nothing of that', async () => {
		const log = logged();
		expect(log.match(/debug/g)?.length ?? 0).toBeGreaterThan(50);
		expect(await found(log)).toEqual([]);
		expect(wholeNumbers(log)).toEqual([]);
	});
});
