import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import type { Reply } from './reading/answer';
import { exposureOf, READABLE, UNENCRYPTED } from './access/baseUrl';
import { requestWithToken, CREDENTIAL } from './http';
import type { ApiContext } from './http';
import { DEFAULT_BASE_URL, toUrl } from './facts/endpoints';
import type { Endpoint } from './facts/endpoints';
import { rateLimiterOf } from './pacing/rateLimiter';
import type { Sleep } from './pacing/rateLimiter';
import { reportingDeparture } from './pacing/departure';
import { problem } from './problems';
import type { Read } from './problems';
import { retryWaitMs } from './pacing/retry';
import { createSleep, within } from './pacing/sleep';
import { createUnknownWordNotes } from './unknownWordHint';

/** What one call carries beside its endpoint. */
export type RequestContent = {
	readonly query?: IDataObject;
	/** For the paths that name a feature set. */
	readonly featureSetId?: string;
	/** Made when the call's turn comes, because "now" may be part of it. Repeats send the same. */
	readonly body?: (nowMs: number) => IDataObject;
	/** Milliseconds from the call's turn until its outcome has to be known; login and repeats included. */
	readonly timeLimitMs?: number;
};

/** The one door to Truecaller. `send` never throws: a failure is a value like any other. */
export type Api = {
	readonly send: (endpoint: Endpoint, call?: RequestContent) => Promise<Reply>;
	/** Sleeps, and answers whether the time passed in full: false when the execution was stopped. */
	readonly sleep: Sleep;
	readonly isCancelled: () => boolean;
	/** What the user should know of the way that calls take, though they can be made. */
	readonly warning?: string;
	/** Names the words of this run's answers that this version does not know; undefined where there are none. */
	readonly unknownWordHint?: () => string | undefined;
};

/** Long enough for a slow answer, short enough that a stalled socket does not hang the node. */
const REQUEST_TIMEOUT_MS = 60_000;
/** Somebody looks at a list that is loading: an error in words after this is better than an answer after minutes. */
const PICKER_TIME_LIMIT_MS = 15_000;
const CANCELLED: Reply = { ok: false, failure: { kind: 'cancelled' } };

type Account = {
	readonly baseUrl: string;
	readonly clientAccountId: string;
	readonly hasToken: boolean;
};

const readAccount = async (context: ApiContext): Promise<Read<Account>> => {
	try {
		const { baseUrl, clientAccountId, accessToken } = await context.getCredentials(CREDENTIAL);
		const account = {
			baseUrl: String(baseUrl ?? '').trim() || DEFAULT_BASE_URL,
			clientAccountId: String(clientAccountId ?? '').trim(),
			hasToken: String(accessToken ?? '') !== '',
		};
		// The token may be there already, so that no login stands in the way.
		if (exposureOf(account.baseUrl) === 'internet')
			return { ok: false, problem: problem(UNENCRYPTED.message, UNENCRYPTED.todo) };
		return { ok: true, value: account };
	} catch (error) {
		const message = error instanceof Error ? error.message : 'The credential cannot be read';
		return { ok: false, problem: problem(message, 'Choose a Truecaller credential in this node.') };
	}
};

const toOptions = (
	endpoint: Endpoint,
	account: Account,
	{ query, featureSetId }: RequestContent,
): IHttpRequestOptions => ({
	method: endpoint.method,
	url: toUrl(endpoint, account.baseUrl, account.clientAccountId, featureSetId),
	headers: {
		Accept: 'application/json',
		...(endpoint.method === 'POST' ? { 'Content-Type': 'application/json' } : {}),
	},
	...(query ? { qs: query } : {}),
	// As text, so that an answer that is no JSON can be told from one that is.
	encoding: 'text',
	returnFullResponse: true,
	// n8n would carry the token along to another host.
	disableFollowRedirect: true,
	timeout: REQUEST_TIMEOUT_MS,
});

const rateLimiterFor = (endpoint: Endpoint, { baseUrl, clientAccountId }: Account) =>
	endpoint.pace && rateLimiterOf(`${baseUrl} ${clientAccountId}`, endpoint.pace);

/** Makes one call in its turn, and again where that is safe, until it has an outcome. */
const createSender = (context: ApiContext, account: Account, isCancelled: () => boolean) => {
	const sleepOn = createSleep(isCancelled);
	/** Once nothing gets through at all, the rest of the run is not kept waiting for repeats. */
	let isUnreachable = false;

	const tryOnce = async (options: IHttpRequestOptions, endsAtMs: number): Promise<Reply> => {
		const leftMs = endsAtMs - Date.now();
		const timeout = Math.max(1, Math.min(REQUEST_TIMEOUT_MS, leftMs));
		const reply = await within(leftMs, requestWithToken(context, { ...options, timeout }));
		isUnreachable &&= !reply.ok && reply.failure.kind === 'notSent';
		return reply;
	};

	return async (endpoint: Endpoint, call: RequestContent): Promise<Reply> => {
		const gate = rateLimiterFor(endpoint, account);
		const options = toOptions(endpoint, account, call);
		let endsAtMs = Infinity;
		let last: Reply = CANCELLED;
		let content: IDataObject | undefined;
		// A repeat whose turn comes after the time limit is not made: nobody waits for its outcome.
		const sleepInTime: Sleep = async (ms) => Date.now() + ms < endsAtMs && (await sleepOn(ms));
		for (let attempt = 0; ; attempt++) {
			const turn = await gate?.nextSlot(sleepInTime);
			if (gate && !turn) return isCancelled() ? CANCELLED : last;
			if (attempt === 0) {
				endsAtMs = Date.now() + (call.timeLimitMs ?? Infinity);
				content = call.body?.(Date.now());
			}
			options.body = content && turn ? reportingDeparture(content, turn) : content;
			const reply = (last = await tryOnce(options, endsAtMs));
			if (reply.ok) return reply;
			if (isCancelled()) return CANCELLED;
			const { failure } = reply;
			if (failure.status === 429) turn?.refused();
			const waitMs = retryWaitMs({
				failure,
				attempt,
				repeatable: endpoint.repeatable,
				random: Math.random(),
			});
			const isHopeless = isUnreachable && failure.kind === 'notSent';
			if (waitMs === undefined || isHopeless || Date.now() + waitMs > endsAtMs) {
				isUnreachable = failure.kind === 'notSent';
				return reply;
			}
			if (!(await sleepOn(waitMs))) return CANCELLED;
		}
	};
};

/** Opens the door for one run of a node: within the pace of the account, repeating only what is safe to repeat. */
export const createApi = async (context: ApiContext): Promise<Read<Api>> => {
	const account = await readAccount(context);
	if (!account.ok) return account;
	const isCancelled = () =>
		'getExecutionCancelSignal' in context && context.getExecutionCancelSignal()?.aborted === true;
	const sendPaced = createSender(context, account.value, isCancelled);
	/** Without a token the first call of a run goes alone, so that the login is asked for once. */
	let first: Promise<unknown> | undefined = account.value.hasToken ? Promise.resolve() : undefined;

	const unknownWords = createUnknownWordNotes();
	const timeLimitMs = 'getExecutionCancelSignal' in context ? Infinity : PICKER_TIME_LIMIT_MS;
	const send: Api['send'] = async (endpoint, call = {}) => {
		if (first) await first;
		const reply = sendPaced(endpoint, { timeLimitMs, ...call });
		first ??= reply;
		unknownWords.note(endpoint, await reply);
		return await reply;
	};
	const warning = exposureOf(account.value.baseUrl) === 'privateNetwork' ? READABLE : undefined;
	const sleep = createSleep(isCancelled);
	const { hint: unknownWordHint } = unknownWords;
	return { ok: true, value: { send, isCancelled, sleep, warning, unknownWordHint } };
};
