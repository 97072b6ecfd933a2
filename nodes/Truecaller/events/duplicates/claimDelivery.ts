import { LIMITS } from '../../api/facts/limits';
import type { Claim, Claims } from './claims';

/** The parts of n8n's response to a delivery that tell whether n8n accepted it. */
export type PendingResponse = {
	readonly statusCode: number;
	/** True once n8n has answered, even if nobody is there any more to read it. */
	readonly writableEnded: boolean;
	/** True once the connection is closed, by either side. */
	readonly closed: boolean;
	readonly once: (event: 'close', listener: () => void) => unknown;
};

/** A claim, or `gone`: the sender hung up before its turn and will come again, so this delivery starts nothing. */
export type DeliveryClaim = Claim | { readonly kind: 'gone' };

/** How often a waiting repeat checks whether the first delivery was accepted. */
const LOOK_EVERY_MS = 50;

/** Returns whether n8n accepted the event: it answers 2xx after it has stored or queued the execution. */
const fateOf = ({ writableEnded, statusCode }: PendingResponse): boolean | undefined =>
	writableEnded ? statusCode >= 200 && statusCode < 300 : undefined;

/**
 * Claims an event for one delivery of it. Waits while an earlier delivery is undecided. If n8n did not accept that one,
 * this delivery becomes the first.
 */
export const claimDelivery = async (
	claims: Claims,
	id: string,
	response: PendingResponse,
	sleep: (ms: number) => Promise<void>,
): Promise<DeliveryClaim> => {
	const untilMs = claims.now() + LIMITS.repeatWaitMs;
	for (;;) {
		if (response.closed) return { kind: 'gone' };
		const claim = claims.claim(id, () => fateOf(response));
		if (claim.kind === 'first') response.once('close', claim.settle);
		if (claim.kind !== 'undecided' || claims.now() >= untilMs) return claim;
		await sleep(LOOK_EVERY_MS);
	}
};
