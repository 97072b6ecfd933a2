/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import axios from 'axios';
import type { Playground } from '../../../playground/playground';
import type { Item } from '../../../playground/n8n/execution';
import type { Rest, WorkflowNode } from '../../../playground/n8n/rest';
import { webhookKey } from '../../../playground/n8n/seed';
import type { EventOrder } from '../../../sandbox/webhooks/order';
import type { Sandbox } from '../../../sandbox/server';
import { chain, createCredential } from '../n8n';

export const anyStatus = axios.create({
	proxy: false,
	validateStatus: () => true,
	maxBodyLength: Infinity,
});

export const truecallerTrigger = (credentialId: string, parameters: object = {}): WorkflowNode => ({
	id: randomUUID(),
	name: 'Truecaller Trigger',
	type: 'n8n-nodes-truecaller.truecallerTrigger',
	typeVersion: 2,
	position: [0, 0],
	parameters: {
		events: ['callMeBack', 'userFeedback'],
		options: { timezone: 'Asia/Kolkata' },
		...parameters,
	},
	webhookId: randomUUID(),
	credentials: { truecallerApi: { id: credentialId, name: 'Truecaller sandbox' } },
});

export type PublishedTrigger = Awaited<ReturnType<typeof publishTrigger>>;

/** A workflow of the trigger alone, which takes events at its production URL. */
export async function publishTrigger(
	n8n: Playground,
	rest: Rest,
	sandbox: Sandbox,
	parameters: object = {},
) {
	const trigger = truecallerTrigger(await createCredential(rest, sandbox.url), parameters);
	const workflow = await rest.createWorkflow(chain('Trigger', trigger));
	await rest.publish(workflow);
	const address = `${n8n.editorUrl}/webhook/${String(trigger.webhookId)}/webhook`;
	const url = `${address}?key=${webhookKey}`;
	const executionIds = async () => await rest.executionIds(workflow.id);
	return {
		workflowId: workflow.id,
		address,
		url,
		executionIds,
		/** One event, delivered as the sandbox does it, and how that ended. */
		deliver: async (order: EventOrder = {}) =>
			(await sandbox.control.deliver({ url, ...order }))[0],
		/** How many executions this starts. n8n stores them before it answers. */
		startedBy: async (work: () => Promise<unknown>) => {
			const before = (await executionIds()).length;
			await work();
			return (await executionIds()).length - before;
		},
		/** What left the trigger in its latest execution. */
		latestItems: async (): Promise<Item[]> => {
			const latest = Math.max(...(await executionIds()).map(Number));
			return (await rest.execution(String(latest))).items(trigger.name);
		},
	};
}

/** A restarted n8n says that it is ready a moment before its webhooks are. Asked without the key, so that nothing starts. */
export async function untilLive(address: string): Promise<void> {
	while ((await anyStatus.post(address, {})).status === 404);
}

/** Posts the same body over so many connections. All wait with the last byte until each has sent the others. */
export async function postAtOnce(url: string, body: string, count: number): Promise<string[]> {
	const { hostname, port, pathname, search } = new URL(url);
	const head = [
		`POST ${pathname}${search} HTTP/1.1`,
		`Host: ${hostname}`,
		'Content-Type: application/json',
		`Content-Length: ${Buffer.byteLength(body)}`,
		'Connection: close',
	];
	const request = Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
	const sockets = await Promise.all(
		Array.from(
			{ length: count },
			async () => await begin(hostname, Number(port), request.subarray(0, -1)),
		),
	);
	return await Promise.all(
		sockets.map(async (socket) => await finish(socket, request.subarray(-1))),
	);
}

async function begin(host: string, port: number, bytes: Uint8Array): Promise<Socket> {
	const socket = connect(port, host).setNoDelay();
	return await new Promise((resolve, reject) => {
		socket.once('error', reject);
		socket.write(bytes, () => resolve(socket));
	});
}

/** The status and the body of the answer. */
async function finish(socket: Socket, lastByte: Uint8Array): Promise<string> {
	let answer = '';
	socket.setEncoding('utf8').on('data', (text) => (answer += String(text)));
	socket.write(lastByte);
	await new Promise((resolve) => socket.once('close', resolve));
	return `${answer.slice(9, 12)} ${answer.slice(answer.indexOf('\r\n\r\n') + 4)}`;
}
