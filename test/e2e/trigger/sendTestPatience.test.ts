/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rest } from '../../../playground/n8n/rest';
import { chain, manualTrigger, sendTestEvent, sharedN8n } from '../n8n';

const head = { 'Content-Type': 'application/json' };
const AGAIN =
	'Truecaller would deliver the event again. Set Respond in the trigger to At Once, or make its workflow faster.';

/** Servers that a trigger may seem to be, by their path. */
const answers: Readonly<Record<string, RequestListener>> = {
	'/late': (_request, response) => {
		void sleep(21_000).then(() => response.writeHead(200, head).end('{"status":"ok"}'));
	},
	'/silent': () => undefined,
	'/unfinished': (_request, response) => {
		response.writeHead(200, head).write('{"status":');
	},
	'/long': (_request, response) => {
		response.writeHead(200, head).end(JSON.stringify('x'.repeat(1_000_000)));
	},
};

describe('a test event that has to wait for its answer', () => {
	let rest: Rest;
	let server: Server;

	beforeAll(async () => {
		({ rest } = await sharedN8n());
		server = createServer((request, response) =>
			answers[String(request.url)]?.(request, response),
		).listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
	});
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});

	const send = async (path: string) => {
		const webhookUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
		const node = sendTestEvent('none', { connectTo: 'simulation', webhookUrl });
		const { id } = await rest.createWorkflow(
			chain(`Send to ${path}`, manualTrigger, { ...node, credentials: undefined }),
		);
		return (await rest.run(id, 'Start')).items(node.name)[0]?.json;
	};

	test('waits 25 seconds, and calls what took longer than 20 too late', async () => {
		const [late, silent, unfinished, long] = await Promise.all(Object.keys(answers).map(send));
		expect(late).toMatchObject({
			taken: false,
			status: 200,
			answer: '{"status":"ok"}',
			advice: `The answer came after more than 20 seconds, which is too late. ${AGAIN}`,
		});
		for (const row of [silent, unfinished]) {
			expect(row).toMatchObject({
				taken: false,
				status: null,
				advice: `No answer came in time. ${AGAIN}`,
			});
			expect(Math.round(Number(row?.durationMs) / 1_000)).toBe(25);
		}
		expect(long).toMatchObject({ taken: false, status: 200 });
		expect(long?.advice).toMatch(/^The answer is longer than 64 KB and was not read to its end/);
	});
});
