/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { setSendTestStage } from '../support/sendTest';
import type { SendTestStage } from '../support/sendTest';

let stage: SendTestStage;
beforeEach(async () => {
	stage = await setSendTestStage();
});
afterEach(async () => await stage.close());

const JSON_TYPE = { 'Content-Type': 'application/json' };
const TOO_LONG =
	"The answer is longer than 64 KB and was not read to its end, so nobody can say whether Truecaller would count the event as delivered. Check that 'Webhook URL' is the one of a Truecaller Trigger.";

/** Answers without an end, until the other side hangs up. Returns how many bytes went out until then. */
const sendWithoutEnd = async (response: ServerResponse): Promise<number> => {
	let sent = 0;
	const pieces = Readable.from(
		(function* () {
			for (; sent < 1_000_000_000; sent += 65_536) yield Buffer.alloc(65_536, 'x');
		})(),
	);
	await pipeline(pieces, response).catch(() => undefined);
	return sent;
};

describe('the answer to a test event', () => {
	it('is read up to a limit while it arrives, so that no server can fill the memory', async () => {
		let sent: Promise<number> | undefined;
		const webhookUrl = await stage.serve((_request, response) => {
			response.writeHead(200, JSON_TYPE);
			sent = sendWithoutEnd(response);
		});
		expect(await stage.firstRow(stage.send({ webhookUrl }))).toMatchObject({
			taken: false,
			status: 200,
			answer: 'x'.repeat(500),
			advice: TOO_LONG,
		});
		expect(await sent).toBeLessThan(20_000_000);
	});

	it('is read up to the same limit when it was compressed', async () => {
		const body = gzipSync(Buffer.alloc(50_000_000, '1'));
		const webhookUrl = await stage.serve((_request, response) => {
			response.writeHead(200, { ...JSON_TYPE, 'Content-Encoding': 'gzip' }).end(body);
		});
		expect(await stage.firstRow(stage.send({ webhookUrl }))).toMatchObject({
			taken: false,
			advice: TOO_LONG,
		});
	});

	it.each([
		['no body', 204, ''],
		['another status', 500, '{"message":"no"}'],
		['a body in many scripts', 200, '{"said":"नमस्ते – שלום"}'],
	])('is given as it came with %s', async (_what, status, body) => {
		const webhookUrl = await stage.serve((_request, response) => {
			response.writeHead(status, JSON_TYPE).end(body);
		});
		expect(await stage.firstRow(stage.send({ webhookUrl }))).toMatchObject({
			taken: status === 200,
			status,
			answer: body,
		});
	});

	it('is none that can be read where the connection breaks in the middle', async () => {
		const webhookUrl = await stage.serve((_request, response) => {
			response.writeHead(200, { ...JSON_TYPE, 'Content-Length': '100' }).write('{"status":');
			void sleep(50).then(() => response.destroy());
		});
		const row = await stage.firstRow(stage.send({ webhookUrl }));
		expect(row).toMatchObject({ taken: false, status: null, answer: '' });
		expect(row.advice).toMatch(/^The connection ended without an answer that can be read\./);
	});
});
