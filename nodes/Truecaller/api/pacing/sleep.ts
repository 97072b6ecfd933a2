import { sleep } from 'n8n-workflow';

import type { Reply } from '../reading/answer';
import type { Sleep } from './rateLimiter';

/** Maximum time that a stopped execution keeps sleeping. */
const SLICE_MS = 200;
/** Node.js fires a timer with a longer delay at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const TIME_IS_UP: Reply = { ok: false, failure: { kind: 'noAnswer' } };

/** Sleeps in slices, because no sleep of n8n ends when the execution is stopped. */
export const createSleep =
	(isCancelled: () => boolean): Sleep =>
	async (ms) => {
		const until = Date.now() + ms;
		for (let left = ms; left > 0 && !isCancelled(); left = until - Date.now())
			await sleep(Math.min(left, SLICE_MS));
		return !isCancelled();
	};

/**
 * Resolves with `work`, or with a time-out once the limit has passed. A later result of `work` is
 * ignored.
 */
export const within = async (limitMs: number, work: Promise<Reply>): Promise<Reply> => {
	if (limitMs > LONGEST_TIMER_MS) return await work;
	const signal = AbortSignal.timeout(Math.max(1, Math.ceil(limitMs)));
	const timeIsUp = new Promise<Reply>((resolve) =>
		signal.addEventListener('abort', () => resolve(TIME_IS_UP), { once: true }),
	);
	return await Promise.race([work, timeIsUp]);
};
