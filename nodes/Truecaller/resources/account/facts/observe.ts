import type { Endpoint } from '../../../api/facts/endpoints';
import type { Reply } from '../../../api/reading/answer';
import type { Api } from '../../../api/request';

/** One request, retries included, with its result. */
export type ObservedRequest = {
	readonly endpoint: Endpoint;
	readonly reply: Reply;
	readonly durationMs: number;
};

/** An `Api` that records its requests in the order of their answers. */
export type Observed = { readonly api: Api; readonly requests: readonly ObservedRequest[] };

/** Time limit of each request, its login and retries included: the user is waiting. */
const TIME_LIMIT_MS = 30_000;

/** Returns an `Api` that records each request and limits its time. The results stay the same. */
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
