/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test is a Node program, never shipped */
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

type Arrived = { method: string; url: string; headers: IncomingHttpHeaders; bodyText: string };
type Answer = { status: number; headers?: Record<string, string>; body?: string };

/** A customer's server: notes what arrives, and answers as it is told. */
export type Receiver = {
	/** With a key, as the vendor advises. */
	url: string;
	arrived: Arrived[];
	/** The events, parsed. */
	events(): Array<Record<string, unknown>>;
	/** From now on: an answer, or none at all. */
	answerWith(answer: Answer | 'nothing' | 'cut' | 'half'): void;
	close(): Promise<void>;
};

export const JSON_HEADERS = { 'content-type': 'application/json' };
export const OK: Answer = { status: 200, headers: JSON_HEADERS, body: '{"status":"ok"}' };
export const FAULT: Answer = { status: 500, headers: JSON_HEADERS, body: '{}' };

const LONGEST_WAIT_MS = 5_000;

export async function until(isSo: () => boolean): Promise<void> {
	const startMs = performance.now();
	while (!isSo()) {
		if (performance.now() - startMs > LONGEST_WAIT_MS) throw new Error(`Never: ${isSo.toString()}`);
		await pause(2);
	}
}

async function readText(request: IncomingMessage): Promise<string> {
	let text = '';
	for await (const part of request) text += String(part);
	return text;
}

function give(answer: Parameters<Receiver['answerWith']>[0], response: ServerResponse): void {
	if (answer === 'nothing') return;
	if (answer === 'cut') return void response.destroy();
	if (answer === 'half') return void response.writeHead(200, JSON_HEADERS).write('{"half":');
	response.writeHead(answer.status, answer.headers).end(answer.body);
}

export async function openReceiver(): Promise<Receiver> {
	let answer: Parameters<Receiver['answerWith']>[0] = OK;
	const arrived: Arrived[] = [];
	const server = createServer(async (request, response) => {
		const { method = '', url = '', headers } = request;
		arrived.push({ method, url, headers, bodyText: await readText(request) });
		give(answer, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/tcbiz-webhook?key=secret`,
		arrived,
		events: () => arrived.map(({ bodyText }) => JSON.parse(bodyText)),
		answerWith: (next) => {
			answer = next;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
