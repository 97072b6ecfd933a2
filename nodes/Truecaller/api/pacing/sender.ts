import type { IDataObject } from 'n8n-workflow';

import type { Reply } from '../reading/answer';
import { reportingDeparture } from './departure';
import type { RateLimiter, Sleep, Slot } from './rateLimiter';
import { retryWaitMs } from './retry';
import { createSleep, within } from './sleep';

/** A request that waits for its slot in the rate limit. */
export type PacedRequest<Body extends IDataObject = IDataObject> = {
	/** Sends the request once, with the token of the lane that its slot belongs to. */
	readonly send: (body: IDataObject | undefined, timeoutMs: number, lane: number) => Promise<Reply>;
	readonly repeatable: boolean;
	readonly rateLimiter: RateLimiter | undefined;
	/**
	 * Builds the body in the first slot, because the body may contain the current time. Retries send
	 * the same body.
	 */
	readonly body?: (nowMs: number) => Body;
	/**
	 * Milliseconds from the first slot until the result must be known, login and retries included.
	 */
	readonly timeLimitMs: number;
};

/** A reply with the body of its request; the body is undefined if the request never got a slot. */
export type SentReply<Body extends IDataObject = IDataObject> = Reply & { readonly sent?: Body };

/** Enough for a slow answer, but a stalled connection does not block the node for long. */
const REQUEST_TIMEOUT_MS = 60_000;
const CANCELLED: Reply = { ok: false, failure: { kind: 'cancelled' } };
/**
 * Reply if a lane has lost its token: nothing was sent, and the request needs a slot of another
 * lane.
 */
export const LANE_LOST: Reply = { ok: false, failure: { kind: 'notSent' } };
/** Slot for requests without a rate limit. */
const NOTHING = () => undefined;
const UNLIMITED: Slot = { lane: 0, departed: NOTHING, refused: NOTHING, taken: NOTHING };

/** What stays the same in all attempts of one request. */
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

/**
 * Creates the sender of one run. It sends each request in its slot, and retries it where that is
 * safe, until it has a result.
 */
export const createSender = (isCancelled: () => boolean) => {
	const sleep = createSleep(isCancelled);
	/**
	 * Once Truecaller cannot be reached at all, the remaining requests of the run are not retried.
	 */
	let isUnreachable = false;

	const nextSlot = async (
		request: PacedRequest,
		endsAtMs: number,
		isRepeat: boolean,
	): Promise<Slot | undefined> => {
		if (!request.rateLimiter) return UNLIMITED;
		// A retry whose slot comes after the time limit is not sent: its result would be too late.
		const sleepInTime: Sleep = async (ms) => Date.now() + ms < endsAtMs && (await sleep(ms));
		return await request.rateLimiter.nextSlot(sleepInTime, isRepeat);
	};

	/** Returns the milliseconds until the next attempt, or undefined if the reply is final. */
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

	/**
	 * Sends in a slot. If its lane has lost its token, sends in another slot; lane 0 always has a
	 * token.
	 */
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
