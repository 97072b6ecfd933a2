import { sleep } from 'n8n-workflow';
import type { IHttpRequestOptions } from 'n8n-workflow';

import type { ModelClock } from '../simulation/clock';
import { DEMO_KEYS } from '../simulation/demo/account';
import type { WireRequest } from '../simulation/routes/route';
import { answer } from '../simulation/simulate';
import { createWorld } from '../simulation/world';
import type { Account } from './access/account';
import { ENDPOINTS, toUrl } from './facts/endpoints';
import { isObject, readAnswer } from './reading/answer';
import type { Reply } from './reading/answer';

/** Sends one request, over HTTP or to the simulation. Never throws. */
export type Transport = (options: IHttpRequestOptions) => Promise<Reply>;

const KEY = DEMO_KEYS.full;

/**
 * The account of the simulation. It has no Base URL, so a request is only a path, and it has its
 * own rate limit.
 */
export const SIMULATED_ACCOUNT: Account = {
	baseUrl: '',
	clientAccountId: KEY.clientAccountId,
	hasToken: true,
};

/** A realistic network latency. */
const LATENCY_MS = 40;

const UNKNOWN_BATCH = {
	message: 'This simulation does not know the batch',
	todo: 'A simulated batch is kept in the memory of one n8n process and forgotten when that process restarts. In queue mode, send the batch and ask for its status in the same execution. Or send the batch again.',
};

/** Returns all values as text, because the query of a URL can hold only text. */
const toQuery = (query: IHttpRequestOptions['qs'] = {}): WireRequest['query'] =>
	Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));

const toWireRequest = ({ method, url, qs, body, headers }: IHttpRequestOptions): WireRequest => ({
	method: method ?? 'GET',
	path: url,
	query: toQuery(qs),
	contentType: 'application/json',
	accept: String(headers?.Accept ?? ''),
	// Serialising the body reports to the rate limiter that the request is sent.
	bodyText: body === undefined ? '' : JSON.stringify(body),
});

/**
 * Adds the cause that the model cannot know: a batch may belong to another process, which has its
 * own simulation.
 */
const withWords = (reply: Reply, { method, path }: WireRequest): Reply =>
	!reply.ok &&
	reply.failure.status === 404 &&
	method === 'GET' &&
	path.endsWith('/dynamic_call_records')
		? { ok: false, failure: { ...reply.failure, words: UNKNOWN_BATCH } }
		: reply;

/** Creates a separate simulation, and logs in to it whenever its access token expires. */
export const createSimulation = (clock: ModelClock): Transport => {
	const world = createWorld(clock);
	let token: string | undefined;

	const ask = (request: WireRequest): Reply => {
		const given = answer(world, request);
		if (given.status === null) return { ok: false, failure: { kind: 'noAnswer' } };
		const { status, body, retryAfterMs } = given;
		const retryAfter = retryAfterMs === undefined ? undefined : retryAfterMs / 1_000;
		// As JSON, so that callers cannot change the objects of the model.
		return readAnswer(status, JSON.stringify(body), retryAfter, clock.nowMs());
	};

	const logIn = (): void => {
		const reply = ask({
			method: ENDPOINTS.login.method,
			path: toUrl(ENDPOINTS.login, '', KEY.clientAccountId),
			query: {},
			publicAccess: 'allow',
			contentType: 'application/json',
			bodyText: JSON.stringify({ key_id: KEY.keyId, api_key: KEY.apiKey }),
		});
		const issued = reply.ok && isObject(reply.body) ? reply.body.token : undefined;
		token = typeof issued === 'string' ? issued : undefined;
	};

	return async (options) => {
		await sleep(LATENCY_MS);
		const request = toWireRequest(options);
		if (token === undefined) logIn();
		let reply = ask({ ...request, token });
		if (!reply.ok && reply.failure.status === 401) {
			logIn();
			reply = ask({ ...request, token });
		}
		return withWords(reply, request);
	};
};

/** One simulation per process: its executions see the same numbers and batches, until a restart. */
export const sendSimulated: Transport = createSimulation({ nowMs: () => Date.now() });
