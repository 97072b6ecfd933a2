import type { Failure } from '../reading/answer';

/** What the decision about a retry depends on. `attempt` counts from 0; `random` is in [0, 1). */
export type RetryQuestion = {
	readonly failure: Failure;
	readonly attempt: number;
	/** True if a second request changes nothing, as with GET. */
	readonly repeatable: boolean;
	readonly random: number;
};

const MOST_TRIES = 5;
/**
 * After a 429 nothing has happened and there will be room again, so more retries are worth it.
 * Several processes that share an account's rate, as in queue mode, may collide a few times in a
 * row. The time limit of a request can end the retries earlier.
 */
const MOST_TRIES_AFTER_429 = 7;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 4_000;
/** If the server asks for a longer pause than this, the request is not retried. */
const LONGEST_RETRY_AFTER_MS = 120_000;

/**
 * Returns true if a request may be sent again. An unanswered POST may have worked, and Truecaller
 * has no idempotency key. So a POST is repeated only if it cannot have worked: the connection was
 * never made, or the answer was 429.
 */
const mayRepeat = ({ failure, repeatable }: RetryQuestion): boolean => {
	// A proxy or an untrusted certificate will still be there at the next attempt.
	if (failure.obstacle && failure.status !== 429) return false;
	if (failure.kind === 'notSent' || failure.status === 429) return true;
	return repeatable && (failure.kind === 'noAnswer' || (failure.status ?? 0) >= 500);
};

/**
 * Returns the milliseconds until the retry, or undefined for no retry. `Retry-After` takes
 * precedence over our back-off.
 */
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
