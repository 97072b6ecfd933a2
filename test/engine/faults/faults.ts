import type { Interruption } from '../../../sandbox/memory/interruptions';
import type { Fault } from './expected/cells';

/** What differs from route to route: answers that only look like one. */
export type Oddities = { readonly errorInside: unknown; readonly wrongTypes: unknown };

/** What the sandbox is told to do, and how often. A refused connection is no order: nobody listens. */
export type Order = Pick<Interruption, 'status' | 'body' | 'headers' | 'connection'> & {
	readonly times: number;
};

const ALWAYS = 1_000;
const ONCE = 1;

const html = { 'content-type': 'text/html' };
const json = { 'content-type': 'application/json; charset=utf-8' };
const after = (seconds: number) => ({ 'retry-after': String(seconds) });

/** How each fault is made, `elsewhere` being the other host that a redirect leads to. */
export const toOrder = (
	fault: Fault,
	{ errorInside, wrongTypes }: Oddities,
	elsewhere: string,
): Order | undefined => {
	const orders: Readonly<Record<Fault, Order | undefined>> = {
		'the connection is refused': undefined,
		'reset before the body was read': { connection: 'resetBeforeBody', times: ALWAYS },
		'reset after the body was read': { connection: 'resetAfterBody', times: ALWAYS },
		'reset once': { connection: 'resetAfterBody', times: ONCE },
		'no answer in time': { connection: 'hang', times: ALWAYS },
		'401 once': { status: 401, times: ONCE },
		'401 always': { status: 401, times: ALWAYS },
		'403': { status: 403, times: ALWAYS },
		'404': { status: 404, times: ALWAYS },
		'429 once': { status: 429, times: ONCE },
		'429 once, with a Retry-After of a second': { status: 429, headers: after(1), times: ONCE },
		'429 with a Retry-After of an hour': { status: 429, headers: after(3_600), times: ALWAYS },
		'429 always': { status: 429, times: ALWAYS },
		'500 always': { status: 500, times: ALWAYS },
		'500 once': { status: 500, times: ONCE },
		'502 with an HTML page': {
			status: 502,
			body: '<html><h1>Bad gateway</h1></html>',
			headers: html,
			times: ALWAYS,
		},
		'200 with an error inside': { status: 200, body: errorInside, times: ALWAYS },
		'an answer that breaks off': { connection: 'cutOff', times: ALWAYS },
		'cut-off JSON': {
			status: 200,
			body: '{"status_info":{"status":"succ',
			headers: json,
			times: ALWAYS,
		},
		'an empty body': { status: 200, body: '', headers: json, times: ALWAYS },
		'wrong types': { status: 200, body: wrongTypes, times: ALWAYS },
		'a redirect to another host': {
			status: 307,
			headers: { location: `${elsewhere}/elsewhere` },
			times: ALWAYS,
		},
	};
	return orders[fault];
};
