import type { Api } from '../../../api/request';
import type { BatchChoice } from '../../../api/waitForBatch';
import { retryUnreachable } from './secondTry';
import type { SentCall } from './sentCall';
import { settleBatches } from './settleBatches';

/** How to follow up on batches: until when, and whether unreachable phones get a second try. */
export type FollowUp = {
	readonly version: BatchChoice;
	readonly maxWaitMs: number;
	readonly retryUnreachable: boolean;
};

/**
 * Waits until each call has its outcome or the time is over. Returns the calls in the order they
 * were sent.
 */
export const followUp = async (
	sent: readonly SentCall[],
	api: Api,
	{ version, maxWaitMs, retryUnreachable: retries }: FollowUp,
): Promise<readonly SentCall[]> => {
	const endsAtMs = Date.now() + maxWaitMs;
	const settled = await settleBatches(sent, api, version, endsAtMs);
	return retries ? await retryUnreachable(settled, api, version, endsAtMs) : settled;
};
