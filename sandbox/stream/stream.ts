/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the sandbox is a Node program for development, never shipped */
import { randomUUID } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import { helloOf } from './hello';
import type { Look } from './hello';
import { createListener } from './listener';
import type { Listener, Sources } from './listener';

/** Short enough to look immediate, long enough to combine events that come together. */
const TELL_EVERY_MS = 200;
/** How soon a browser reconnects after a lost connection. */
const RETRY_MS = 1_000;

const STREAM_HEADERS = {
	'content-type': 'text/event-stream; charset=utf-8',
	'cache-control': 'no-store',
	'x-accel-buffering': 'no',
};

/**
 * Adds `GET /events`: sends every open page what happens in the sandbox. Does no work while none is
 * open.
 */
export function addStream(plane: FastifyInstance, sources: Sources, look: Look): void {
	const listeners = new Set<Listener>();
	const hello = helloOf(randomUUID(), look);
	let timer: NodeJS.Timeout | undefined;

	const stopIfAlone = () => {
		if (listeners.size > 0) return;
		clearInterval(timer);
		timer = undefined;
	};
	const tellAll = () => {
		for (const listener of listeners) listener.tell();
	};
	plane.get('/events', (_request, reply) => {
		reply.hijack();
		reply.raw.writeHead(200, STREAM_HEADERS);
		reply.raw.write(`retry: ${RETRY_MS}\n\n`);
		const listener = createListener(reply.raw, sources);
		listeners.add(listener);
		reply.raw.on('close', () => {
			listeners.delete(listener);
			stopIfAlone();
		});
		listener.send('hello', hello);
		listener.tell();
		timer ??= setInterval(tellAll, TELL_EVERY_MS).unref();
	});
	plane.addHook('onClose', (_instance, done) => {
		for (const listener of listeners) listener.end();
		clearInterval(timer);
		done();
	});
}
