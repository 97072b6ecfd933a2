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

/** Several access tokens side by side, each with its own rate limits. Lane 0 is n8n's token and n8n's way. */
export type Lanes = {
	readonly count: number;
	readonly rateLimiterOf: (name: PaceName) => RateLimiter;
	readonly send: (options: IHttpRequestOptions, lane: number) => Promise<Reply>;
	/** Says why one token alone was used; undefined where that is not so. */
	readonly hint: () => string | undefined;
};

/** Calls wait for the pace when they wait longer than two of them start apart. */
const BUSY_MS = 5;
/** While a lane may open, a call that waits looks for it this often. */
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

/** Opens the lanes of a credential for one run of a node. What they know of tokens and limits is shared by the process. */
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
