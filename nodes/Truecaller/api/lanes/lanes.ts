import type { IHttpRequestOptions } from 'n8n-workflow';

import { laneTokensOf } from '../access/governor';
import { digestOf } from '../access/key';
import type { Parallel } from '../access/parallel';
import { requestWithToken } from '../http';
import type { ApiContext } from '../http';
import { createLimiterOf, elapsedMs } from '../pacing/rateLimiter';
import type { PaceName, RateLimiter } from '../pacing/rateLimiter';
import type { Reply } from '../reading/answer';
import { laneAccountOf } from './laneAccount';
import type { Settled } from './laneAccount';
import { createLaneSource } from './laneSource';
import { createLaneLogin, createLaneTransport } from './laneTransport';
import { createOpenings } from './openings';
import type { Openings } from './openings';
import { explainOneLane } from './oneLaneHint';

/**
 * Several access tokens in parallel, each with its own rate limits. Lane 0 is n8n's own token, sent
 * through n8n's credential.
 */
export type Lanes = {
	readonly count: number;
	readonly rateLimiterOf: (name: PaceName) => RateLimiter;
	readonly send: (options: IHttpRequestOptions, lane: number) => Promise<Reply>;
	/** Returns why only one token was used, or undefined if several were. */
	readonly hint: () => string | undefined;
};

/**
 * A wait longer than the time between two spaced requests means that the rate limit holds requests
 * back.
 */
const BUSY_MS = 5;
/** While another lane may open, a waiting request checks for it at this interval. */
const GLANCE_MS = 50;

const openings = new Map<string, Openings>();
const rateLimiters = new Map<string, RateLimiter>();

const known = <T>(values: Map<string, T>, name: string, create: () => T): T => {
	const value = values.get(name) ?? create();
	values.set(name, value);
	return value;
};

const isTaken = (reply: Reply): boolean =>
	reply.ok || (reply.failure.kind === 'answered' && reply.failure.status !== 429);

/**
 * Opens the lanes of a credential for one run of a node. All runs in this process share their
 * tokens and limits.
 */
export const openLanes = (context: ApiContext, name: string, parallel: Parallel): Lanes => {
	const { count, key } = parallel;
	const digest = digestOf(key);
	const account = laneAccountOf(name);
	const tokens = laneTokensOf(key);
	const doors = known(openings, digest, () => createOpenings(tokens, account));
	const login = createLaneLogin(context, parallel);
	let isPaced = false;
	const sendOnLane = createLaneTransport(context, parallel, tokens);

	const createShared = (pace: PaceName): RateLimiter => {
		const note = (settled: Settled) => account.note(pace, settled);
		const paces = account.pacesOf(pace).slice(0, count);
		return createLimiterOf(createLaneSource({ paces, isOpen: doors.isOpen, note }, elapsedMs));
	};

	return {
		count,
		rateLimiterOf: (pace) => {
			isPaced = true;
			const shared = known(rateLimiters, `${digest} ${count} ${pace}`, () => createShared(pace));
			return {
				nextSlot: async (sleep, isRepeat) =>
					await shared.nextSlot(async (ms) => {
						if (ms <= BUSY_MS) return await sleep(ms);
						doors.openMore(count, login);
						return await sleep(doors.isOpening() ? Math.min(ms, GLANCE_MS) : ms);
					}, isRepeat),
			};
		},
		send: async (options, lane) => {
			if (lane === 0) return await requestWithToken(context, options);
			const reply = await sendOnLane(options, lane);
			if (isTaken(reply) && doors.noteTaken(lane)) doors.openMore(count, login);
			return reply;
		},
		hint: () => (isPaced ? explainOneLane(account.oneLane()) : undefined),
	};
};
