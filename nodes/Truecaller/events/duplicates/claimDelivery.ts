import { LIMITS } from '../../api/limits';
import type { Claim, Claims } from './claims';

/** What is asked of the answer to a delivery: how it went out, or that nobody is there any more to get it. */
export type Reply = {
	readonly statusCode: number;
	readonly closed: boolean;
	readonly once: (event: 'finish' | 'close', listener: () => void) => unknown;
};

/** A claim, or `gone`: the sender hung up and will come again, so this delivery starts nothing. */
export type Turn = Claim | { readonly kind: 'gone' };

/** A waiting repeat looks this often. */
const LOOK_EVERY_MS = 50;

/** An event was taken when its sender was told so: n8n answers after it has stored or queued the execution. */
const settleBy = (reply: Reply, settle: (wasTaken: boolean) => void): void => {
	reply.once('finish', () => settle(reply.statusCode >= 200 && reply.statusCode < 300));
	reply.once('close', () => settle(false));
};

/**
 * Claims an event for one delivery of it. While the fate of an earlier one is open, waits for it: if that one
 * was not taken, this one is the first now.
 */
export const takeTurn = async (
	claims: Claims,
	id: string,
	reply: Reply,
	sleep: (ms: number) => Promise<void>,
): Promise<Turn> => {
	const untilMs = claims.now() + LIMITS.repeatWaitMs;
	for (;;) {
		if (reply.closed) return { kind: 'gone' };
		const claim = claims.claim(id);
		// At once, without waiting for anything between claim and listening.
		if (claim.kind === 'first') settleBy(reply, claim.settle);
		if (claim.kind !== 'undecided' || claims.now() >= untilMs) return claim;
		await sleep(LOOK_EVERY_MS);
	}
};
