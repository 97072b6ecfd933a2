import { sleep } from 'n8n-workflow';

import type { Reply } from '../reading/answer';
import type { Sleep } from './rateLimiter';

/** A stopped execution sleeps on for this long at most. */
const SLICE_MS = 200;
/** A timer that is to run for longer goes off at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const TIME_IS_UP: Reply = { ok: false, failure: { kind: 'noAnswer' } };

/** Sleeps in slices, because n8n offers no sleep that a stopped execution would end. */
export const createSleep =
	(isCancelled: () => boolean): Sleep =>
	async (ms) => {
		const until = Date.now() + ms;
		for (let left = ms; left > 0 && !isCancelled(); left = until - Date.now())
			await sleep(Math.min(left, SLICE_MS));
		return !isCancelled();
	};

/** Answers for `work` when it takes longer than the limit; what comes of it later is not looked at. */
export const within = async (limitMs: number, work: Promise<Reply>): Promise<Reply> => {
	if (limitMs > LONGEST_TIMER_MS) return await work;
	const signal = AbortSignal.timeout(Math.max(1, Math.ceil(limitMs)));
	const timeIsUp = new Promise<Reply>((resolve) =>
		signal.addEventListener('abort', () => resolve(TIME_IS_UP), { once: true }),
	);
	return await Promise.race([work, timeIsUp]);
};
