import type { Endpoint } from '../../../api/facts/endpoints';
import type { Reply } from '../../../api/reading/answer';
import type { Api } from '../../../api/request';

/** One request that was made, repeats included, and what it came to. */
export type ObservedRequest = {
	readonly endpoint: Endpoint;
	readonly reply: Reply;
	readonly durationMs: number;
};

/** An `Api` that records its requests in the order of their answers. */
export type Observed = { readonly api: Api; readonly requests: readonly ObservedRequest[] };

/** Somebody waits for the result: each request has this long, its login and repeats included. */
const TIME_LIMIT_MS = 30_000;

/** Notes each request and limits its time, without changing what it comes to. */
export const observe = (api: Api): Observed => {
	const requests: ObservedRequest[] = [];
	const send: Api['send'] = async (endpoint, content = {}) => {
		const startedAtMs = Date.now();
		const reply = await api.send(endpoint, { timeLimitMs: TIME_LIMIT_MS, ...content });
		requests.push({ endpoint, reply, durationMs: Date.now() - startedAtMs });
		return reply;
	};
	return { api: { ...api, send }, requests };
};
