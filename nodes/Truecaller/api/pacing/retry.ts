import type { Failure } from '../reading/answer';

/** What one more try depends on. `attempt` counts from 0; `random` is in [0, 1). */
export type RetryQuestion = {
	readonly failure: Failure;
	readonly attempt: number;
	/** True if a second request changes nothing (GET). */
	readonly repeatable: boolean;
	readonly random: number;
};

const MOST_TRIES = 5;
/**
 * A 429 says that nothing happened and that there will be room again, so it is worth more tries: several processes
 * that share an account's rate, as in queue mode, can run into each other a few times in a row. The time limit of a call still ends it earlier.
 */
const MOST_TRIES_AFTER_429 = 7;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 4_000;
/** A server that asks for a longer pause than this gets no further try from us. */
const LONGEST_RETRY_AFTER_MS = 120_000;

/**
 * Returns whether a request may be sent again. An unanswered POST may have worked, and Truecaller has no
 * idempotency key. So a POST is repeated only if it cannot have worked: the connection was never made, or the
 * answer was 429.
 */
const mayRepeat = ({ failure, repeatable }: RetryQuestion): boolean => {
	// A proxy or a certificate stays in the way.
	if (failure.obstacle && failure.status !== 429) return false;
	if (failure.kind === 'notSent' || failure.status === 429) return true;
	return repeatable && (failure.kind === 'noAnswer' || (failure.status ?? 0) >= 500);
};

/** Milliseconds until the next try, or undefined for no further try. `Retry-After` outranks our guess. */
export const retryWaitMs = (question: RetryQuestion): number | undefined => {
	const { failure, attempt, random } = question;
	const mostTries = failure.status === 429 ? MOST_TRIES_AFTER_429 : MOST_TRIES;
	if (attempt + 1 >= mostTries || !mayRepeat(question)) return undefined;
	if (failure.retryAfterMs !== undefined) {
		return failure.retryAfterMs <= LONGEST_RETRY_AFTER_MS ? failure.retryAfterMs : undefined;
	}
	const guess = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
	return guess * (0.5 + random / 2);
};
