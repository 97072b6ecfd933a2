/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Certificate } from './certificate';

/** One request that n8n made to somebody else than Truecaller. */
export type Call = {
	/** `POST slack.com/api/chat.postMessage` */
	to: string;
	query: Record<string, string>;
	body: Record<string, unknown>;
	authorization: string | undefined;
};
type Reply = object | ((call: Call) => object);
/** What is answered, by method, host and path; `*` stands for one part of a path. */
export type Replies = Record<string, Reply>;

/** An answer that is none of 200. */
export class Refusal {
	constructor(
		readonly status: number,
		readonly body: object = { message: 'Not today' },
	) {}
}

export type ThirdParties = Awaited<ReturnType<typeof startThirdParties>>;

/**
 * HubSpot, Slack and all the others on this machine. n8n takes it for its proxy and the certificate for good,
 * so that their own nodes run as they are, with nothing pinned, and nothing leaves the machine.
 */
export async function startThirdParties(
	{ port, keyFile, certificateFile }: { port: number } & Certificate,
	usual: Replies,
) {
	const calls: Call[] = [];
	const unplanned: string[] = [];
	let replies = usual;
	const app = fastify({
		https: { key: readFileSync(keyFile), cert: readFileSync(certificateFile) },
	});
	app.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		async (_: FastifyRequest, text: string) => Object.fromEntries(new URLSearchParams(text)),
	);
	app.all('*', async (request, answer) => {
		const call = readCall(request);
		calls.push(call);
		const [, reply] =
			Object.entries(replies)
				.reverse()
				.find(([to]) => fits(to, call)) ?? [];
		if (!reply) unplanned.push(call.to);
		const body =
			typeof reply === 'function'
				? (reply as (call: Call) => object)(call)
				: (reply ?? new Refusal(404));
		return await (body instanceof Refusal
			? answer.status(body.status).send(body.body)
			: answer.send(body));
	});
	const close = await listen(app, port);
	return {
		/** All calls, or those to one address. */
		calls: (to?: string) => calls.filter((call) => to === undefined || fits(to, call)),
		unplanned,
		/** Other answers than the usual, until `reset`. */
		reply: (others: Replies) => (replies = { ...replies, ...others }),
		reset: () => {
			replies = usual;
			calls.length = unplanned.length = 0;
		},
		close,
	};
}

function readCall({ method, host, url, query, body, headers }: FastifyRequest): Call {
	const to = `${method} ${host}${url.split('?')[0]}`;
	return {
		to,
		query: query as Call['query'],
		body: (body ?? {}) as Call['body'],
		authorization: headers.authorization,
	};
}

function fits(to: string, call: Call): boolean {
	const [wanted, made] = [to.split('/'), call.to.split('/')];
	return (
		wanted.length === made.length &&
		wanted.every((part, index) => part === '*' || part === made[index])
	);
}

/** A proxy that connects every name to ourselves. */
async function listen(app: FastifyInstance, port: number): Promise<() => Promise<void>> {
	await app.ready();
	const open = new Set<Duplex>();
	const proxy = createServer().on('connect', (_request, socket) => {
		open.add(socket.once('close', () => open.delete(socket)).on('error', () => undefined));
		socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
		app.server.emit('connection', socket);
	});
	await new Promise<void>((resolve) => proxy.listen(port, '127.0.0.1', resolve));
	return async () => {
		for (const socket of open) socket.destroy();
		await new Promise((resolve) => proxy.close(resolve));
		await app.close();
	};
}
