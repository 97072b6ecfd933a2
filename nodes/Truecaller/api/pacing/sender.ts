import type { IDataObject } from 'n8n-workflow';

import type { Reply } from '../reading/answer';
import { reportingDeparture } from './departure';
import type { RateLimiter, Sleep, Slot } from './rateLimiter';
import { retryWaitMs } from './retry';
import { createSleep, within } from './sleep';

/** A request that waits for its slot. */
export type PacedRequest<Body extends IDataObject = IDataObject> = {
	/** Sends the request once, with the token of the lane whose slot it has. */
	readonly send: (body: IDataObject | undefined, timeoutMs: number, lane: number) => Promise<Reply>;
	readonly repeatable: boolean;
	readonly rateLimiter: RateLimiter | undefined;
	/** Made in the first slot, because "now" may be part of it. Repeats send the same. */
	readonly body?: (nowMs: number) => Body;
	/** Milliseconds from the first slot until the outcome has to be known; login and repeats included. */
	readonly timeLimitMs: number;
};

/** A reply, and the body of the request: undefined where the request never had a slot. */
export type SentReply<Body extends IDataObject = IDataObject> = Reply & { readonly sent?: Body };

/** Long enough for a slow answer, short enough that a stalled socket does not hang the node. */
const REQUEST_TIMEOUT_MS = 60_000;
const CANCELLED: Reply = { ok: false, failure: { kind: 'cancelled' } };
/** The reply where a lane has lost its token: nothing happened, and the request needs the slot of another lane. */
export const LANE_LOST: Reply = { ok: false, failure: { kind: 'notSent' } };
/** The slot of a request that no rate limit counts. */
const NOTHING = () => undefined;
const UNLIMITED: Slot = { lane: 0, departed: NOTHING, refused: NOTHING, taken: NOTHING };

/** What stays the same over all tries of one request. */
type Started<Body extends IDataObject = IDataObject> = PacedRequest<Body> & {
	readonly content?: Body;
	readonly endsAtMs: number;
};

const start = <Body extends IDataObject>(request: PacedRequest<Body>): Started<Body> => ({
	...request,
	content: request.body?.(Date.now()),
	endsAtMs: Date.now() + request.timeLimitMs,
});

const sendOnce = async ({ send, content, endsAtMs }: Started, slot: Slot): Promise<Reply> => {
	const leftMs = endsAtMs - Date.now();
	const timeoutMs = Math.max(1, Math.min(REQUEST_TIMEOUT_MS, leftMs));
	const body = content && reportingDeparture(content, slot);
	const reply = await within(leftMs, send(body, timeoutMs, slot.lane));
	if (!reply.ok && reply.failure.status === 429) slot.refused();
	else if (reply.ok || reply.failure.kind === 'answered') slot.taken();
	return reply;
};

/** Sends each request in its slot, and again where that is safe, until it has an outcome. One for each run. */
export const createSender = (isCancelled: () => boolean) => {
	const sleep = createSleep(isCancelled);
	/** Once nothing gets through at all, the rest of the run is not kept waiting for repeats. */
	let isUnreachable = false;

	const nextSlot = async (
		request: PacedRequest,
		endsAtMs: number,
		isRepeat: boolean,
	): Promise<Slot | undefined> => {
		if (!request.rateLimiter) return UNLIMITED;
		// A repeat whose slot comes after the time limit is not sent: nobody waits for its outcome.
		const sleepInTime: Sleep = async (ms) => Date.now() + ms < endsAtMs && (await sleep(ms));
		return await request.rateLimiter.nextSlot(sleepInTime, isRepeat);
	};

	/** Milliseconds until the reply is asked for once more; undefined where it is the last. */
	const waitMsAfter = (reply: Reply, attempt: number, request: Started): number | undefined => {
		const isNotSent = !reply.ok && reply.failure.kind === 'notSent';
		if (!isNotSent) isUnreachable = false;
		if (reply.ok) return undefined;
		const { repeatable, endsAtMs } = request;
		const { failure } = reply;
		const waitMs = retryWaitMs({ failure, attempt, repeatable, random: Math.random() });
		const isHopeless = isUnreachable && isNotSent;
		if (waitMs !== undefined && !isHopeless && Date.now() + waitMs <= endsAtMs) return waitMs;
		isUnreachable = isNotSent;
		return undefined;
	};

	/** Sends in a slot; where its lane has no token any more, in that of another: lane 0 always has one. */
	const sendIn = async (request: Started, slot: Slot): Promise<Reply> => {
		const reply = await sendOnce(request, slot);
		if (reply !== LANE_LOST) return reply;
		const other = await nextSlot(request, request.endsAtMs, true);
		return other ? await sendIn(request, other) : reply;
	};

	const sendUntilDone = async (request: Started, firstSlot: Slot): Promise<Reply> => {
		let reply = await sendIn(request, firstSlot);
		for (let attempt = 0; ; attempt++) {
			if (!reply.ok && isCancelled()) return CANCELLED;
			const waitMs = waitMsAfter(reply, attempt, request);
			if (waitMs === undefined) return reply;
			if (!(await sleep(waitMs))) return CANCELLED;
			const slot = await nextSlot(request, request.endsAtMs, true);
			if (!slot) return isCancelled() ? CANCELLED : reply;
			reply = await sendIn(request, slot);
		}
	};

	return async <Body extends IDataObject>(
		request: PacedRequest<Body>,
	): Promise<SentReply<Body>> => {
		const slot = await nextSlot(request, Infinity, false);
		if (!slot) return CANCELLED;
		const started = start(request);
		const reply = await sendUntilDone(started, slot);
		return { ...reply, sent: started.content };
	};
};
