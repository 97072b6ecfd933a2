/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox is a Node program for development, never shipped */
import type { IncomingHttpHeaders } from 'node:http';

import type { Connection } from '../control/interruptions';
import type { Answer, Fault } from '../refusals';
import type { World } from '../world';

/** A wire request, freed of the HTTP framework. */
export type Call = {
	readonly clientAccountId: string;
	/** From the path of number management; otherwise empty. */
	readonly featureSetId: string;
	readonly headers: IncomingHttpHeaders;
	readonly query: Readonly<Record<string, unknown>>;
	readonly bodyText: string;
};

/** Instead of an answer: what happens to the connection. */
export type Broken = { readonly connection: Connection };

/** One row of the wire surface: HTTP in, HTTP out, the judging is done in `rules/`. */
export type Route = {
	readonly name: string;
	readonly method: 'GET' | 'POST';
	/** For `missingRoutes`; a route without one has no versions. */
	readonly version?: 'v1' | 'v2' | 'v3';
	readonly path: string;
	readonly answer: (call: Call, world: World) => Answer | Broken;
	/** A wait of this route alone, on top of `latencyMs`. */
	readonly delayMs?: (world: World) => number;
};

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * The body as an object, or its fault. [S] Content-Type is required on every POST; that its lack
 * is refused, as 400 in the envelope of the route, is [I].
 */
export function readBody({
	headers,
	bodyText,
}: Call): { ok: true; body: Fields } | { ok: false; fault: Fault } {
	if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) {
		return { ok: false, fault: { text: 'Content-Type must be application/json' } };
	}
	const body = parse(bodyText);
	return isObject(body)
		? { ok: true, body }
		: { ok: false, fault: { text: 'body must be a JSON object' } };
}
