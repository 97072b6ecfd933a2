import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { readAccount } from './access/account';
import type { Account } from './access/account';
import { exposureOf, READABLE } from './access/baseUrl';
import { createDialects } from './dialects/dialects';
import type { Dialects } from './dialects/dialects';
import type { PlainContent, SendPlain, Speak } from './dialects/speech';
import { toUrl } from './facts/endpoints';
import type { Endpoint } from './facts/endpoints';
import { requestWithToken } from './http';
import type { ApiContext } from './http';
import { openLanes } from './lanes/lanes';
import type { Lanes } from './lanes/lanes';
import { rateLimiterOf } from './pacing/rateLimiter';
import type { Sleep } from './pacing/rateLimiter';
import { createSender } from './pacing/sender';
import { createSleep } from './pacing/sleep';
import type { Read } from './problems';
import { createRunNotes } from './runNotes';
import type { RunNotes } from './runNotes';
import { SIMULATED_ACCOUNT, sendSimulated } from './simulated';

/** The only way to send requests to Truecaller. `send` returns failures as values: it never throws. */
export type Api = {
	/**
	 * Returns the reply with the body that was sent. A request refused only for its form is sent
	 * again.
	 */
	readonly send: Speak;
	/** Sleeps. Resolves to true if the time passed in full, false if the execution was stopped. */
	readonly sleep: Sleep;
	readonly isCancelled: () => boolean;
	/** A warning for the user about the connection, which works nevertheless. */
	readonly warning?: string;
	/** Number of access tokens used in parallel; 1 if absent. */
	readonly lanes?: number;
	/** The forms of requests that the account accepts. */
	readonly dialects?: Dialects;
	/**
	 * Returns hints for after the run: unknown words, a wrong clock, fewer tokens, another dialect.
	 */
	readonly hintsAfterRun?: () => ReadonlyArray<string | undefined>;
};

/** The user waits for a list to load: an early error message is better than a late answer. */
const PICKER_TIME_LIMIT_MS = 15_000;

const toOptions = (
	endpoint: Endpoint,
	{ baseUrl, clientAccountId }: Account,
	{ query, headers }: Pick<PlainContent, 'query' | 'headers'>,
): IHttpRequestOptions => ({
	method: endpoint.method,
	url: toUrl(endpoint, baseUrl, clientAccountId),
	headers: {
		Accept: 'application/json',
		...(endpoint.method === 'POST' ? { 'Content-Type': 'application/json' } : {}),
		...headers,
	},
	...(query ? { qs: query } : {}),
	// As text, so that an answer that is not JSON can be recognised.
	encoding: 'text',
	returnFullResponse: true,
	// With redirects, n8n would send the token to another host.
	disableFollowRedirect: true,
});

/** Returns the name under which this process remembers an account. */
const nameOf = ({ baseUrl, clientAccountId }: Account): string => `${baseUrl} ${clientAccountId}`;

/**
 * Returns true if Connect To is the simulation. Workflows saved before this field existed lack it.
 */
export const isSimulated = (context: ApiContext): boolean => {
	const connectTo =
		'getCurrentNodeParameter' in context
			? context.getCurrentNodeParameter('connectTo')
			: context.getNodeParameter('connectTo', 0, 'truecaller');
	return connectTo === 'simulation';
};

/** Creates the `send` of a run, which keeps to the rate limit and repeats only if that is safe. */
const createSend = (
	context: ApiContext,
	{ account, lanes }: { readonly account: Account; readonly lanes: Lanes | undefined },
	isCancelled: () => boolean,
	notes: RunNotes,
): SendPlain => {
	const transport: Lanes['send'] = isSimulated(context)
		? sendSimulated
		: (lanes?.send ?? (async (options) => await requestWithToken(context, options)));
	const sendPaced = createSender(isCancelled);
	const usualLimitMs = 'getExecutionCancelSignal' in context ? Infinity : PICKER_TIME_LIMIT_MS;
	/** Without a token, the first request of a run goes alone, so that only one login is made. */
	let first: Promise<unknown> | undefined = account.hasToken ? Promise.resolve() : undefined;

	return async <Body extends IDataObject>(
		endpoint: Endpoint,
		{ query, headers, body, timeLimitMs = usualLimitMs }: PlainContent<Body>,
	) => {
		if (first) await first;
		const options = toOptions(endpoint, account, { query, headers });
		const reply = sendPaced<Body>({
			send: async (content, timeout, lane) =>
				await transport({ ...options, timeout, body: content }, lane),
			repeatable: endpoint.repeatable,
			rateLimiter:
				endpoint.pace &&
				(lanes?.rateLimiterOf(endpoint.pace) ?? rateLimiterOf(nameOf(account), endpoint.pace)),
			body,
			timeLimitMs,
		});
		first ??= reply;
		notes.note(endpoint, await reply);
		return await reply;
	};
};

/** Creates the `Api` for one run of a node, or returns the problem with its credential. */
export const createApi = async (context: ApiContext): Promise<Read<Api>> => {
	const account: Read<Account> = isSimulated(context)
		? { ok: true, value: SIMULATED_ACCOUNT }
		: await readAccount(context);
	if (!account.ok) return account;
	const isCancelled = () =>
		'getExecutionCancelSignal' in context && context.getExecutionCancelSignal()?.aborted === true;
	const notes = createRunNotes();
	const { parallel } = account.value;
	const lanes = parallel && openLanes(context, nameOf(account.value), parallel);
	const send = createSend(context, { account: account.value, lanes }, isCancelled, notes);
	const { speak, dialects } = createDialects(nameOf(account.value), send);
	return {
		ok: true,
		value: {
			send: speak,
			isCancelled,
			sleep: createSleep(isCancelled),
			warning: exposureOf(account.value.baseUrl) === 'privateNetwork' ? READABLE : undefined,
			lanes: lanes?.count,
			dialects,
			hintsAfterRun: () => [...notes.hints(), lanes?.hint(), dialects.hint()],
		},
	};
};
