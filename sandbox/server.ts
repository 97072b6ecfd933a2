import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';

import { createControl } from './control/control';
import type { SandboxControl } from './control/control';
import { addControlPlane } from './plane/routes';
import { DEMO_KEYS } from '../nodes/Truecaller/simulation/demo/account';
import type { DemoKeys } from '../nodes/Truecaller/simulation/demo/account';
import { unknownRoute } from '../nodes/Truecaller/simulation/refusals';
import { addWire } from './wire/serve';
import { readAddress } from './webhooks/address';
import { createPostOffice } from './webhooks/postOffice';
import { WEBHOOK_KEY } from './webhooks/webhookKey';
import { createSandboxWorld } from './world';

export type SandboxOptions = {
	/** The default, 0, takes a free port. */
	port?: number;
	/** Loopback by default, because the control plane needs no key. */
	host?: string;
	/** The address of the page's link to n8n; without it, there is no link. */
	editorUrl?: string;
};

/** A running simulation of Truecaller over HTTP. */
export type Sandbox = {
	/** The Base URL, without a slash at the end. */
	url: string;
	/** The page that shows what happens here. */
	pageUrl: string;
	keys: DemoKeys;
	/** The key in the events' `?key=`; the credential needs it as its Webhook Key. */
	webhookKey: string;
	control: SandboxControl;
	/** Ends open connections, hanging ones included, and deliveries that wait. */
	close(): Promise<void>;
};

/** 10,000 numbers in one request take 150 kB, and so do 500 records. */
const LARGEST_BODY_BYTES = 5_000_000;

function createServer(): FastifyInstance {
	const server = Fastify({
		logger: false,
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		bodyLimit: LARGEST_BODY_BYTES,
		// A path that cannot be decoded does not reach a route.
		frameworkErrors: (_error, { raw }, reply) => {
			const { status, body } = unknownRoute(raw.method ?? '', raw.url ?? '');
			reply.hijack();
			reply.raw.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
			reply.raw.end(JSON.stringify(body));
		},
	});
	server.removeAllContentTypeParsers();
	// The routes parse the text themselves: they check the token before the body, and each has its
	// own envelope.
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
		done(null, body),
	);
	return server;
}

function readEditorUrl(text: string | undefined): string | null {
	if (text === undefined) return null;
	if (readAddress(text)) return text;
	throw new Error(`"${text}" is no http or https address of an editor`);
}

/** Starts a separate sandbox; several can run in parallel. */
export async function startSandbox({
	port = 0,
	host = '127.0.0.1',
	editorUrl,
}: SandboxOptions = {}): Promise<Sandbox> {
	const world = createSandboxWorld();
	const office = createPostOffice(world);
	const control = createControl(world, office);
	const server = createServer();
	addWire(server, world);
	addControlPlane(server, { world, office, control }, { editorUrl: readEditorUrl(editorUrl) });
	const url = await server.listen({ port, host });
	const close = async () => {
		office.end();
		await server.close();
	};
	return {
		url,
		pageUrl: `${url}/sandbox`,
		keys: DEMO_KEYS,
		webhookKey: WEBHOOK_KEY,
		control,
		close,
	};
}
