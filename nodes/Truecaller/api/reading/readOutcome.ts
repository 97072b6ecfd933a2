import { ACCOUNT_SLUGS, readVerdict } from './answer';
import type { Failure, Obstacle, Reply, Verdict } from './answer';
import { isOfWindow, tellClock } from './clock';
import { OBSTACLES } from './obstacles';
import { toOutcome, toPushed } from './outcome';
import type { CallOutcome, Reason } from './outcome';

/**
 * Known and plausible wordings, most specific first. [S] prints only titles, [F] (Verified
 * Campaigns) sentences. Case, punctuation and underscores are removed before the comparison.
 */
const WORDINGS: ReadonlyArray<readonly [RegExp, Reason]> = [
	[/not (a )?(registered )?truecaller user|no truecaller account/, 'notTruecallerUser'],
	[/app version|version (is )?(not supported|too old|unsupported)/, 'appVersionNotSupported'],
	[/\bos\b.*(not supported|unsupported)|unsupported os|operating system/, 'osNotSupported'],
	[
		/failed to push|push failed|could not (be )?push|(device|receiver|phone) (is )?(unreachable|not reachable)/,
		'failedToPush',
	],
	[/invalid (input|receiver|caller|number|request)|body is invalid/, 'invalidInput'],
	[/internal (system|server) error/, 'serverFault'],
];

const plain = (words: string): string =>
	words
		.toLowerCase()
		.replace(/['’]/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/** Reads the reason from Truecaller's words. Returns undefined for unknown words. */
export const readReason = ({ message = '', slug = '', field }: Verdict): Reason | undefined => {
	const words = plain(`${message} ${slug}`);
	const known = WORDINGS.find(([wording]) => wording.test(words))?.[1];
	return known ?? (field === undefined ? undefined : 'invalidInput');
};

/**
 * Returns the outcome for a call that an obstacle kept from Truecaller. A retry would meet the same
 * obstacle.
 */
const toOutcomeBehind = (obstacle: Obstacle): CallOutcome => {
	const { message } = OBSTACLES[obstacle];
	const cause = `${message.charAt(0).toLowerCase()}${message.slice(1)}`;
	const advice = `Place the call as usual; nothing was sent, because ${cause}`;
	return { ...toOutcome('notSent', undefined), advice };
};

const readRefusal = (failure: Failure): CallOutcome | undefined => {
	const { kind, status = 0, slug = '', said } = failure;
	if (failure.obstacle) return toOutcomeBehind(failure.obstacle);
	if (kind === 'notSent' || kind === 'noAnswer') return toOutcome(kind, said);
	const isOfAccount = status === 401 || status === 403 || ACCOUNT_SLUGS.has(slug);
	if (kind !== 'answered' || isOfAccount || (status >= 300 && status < 400)) return undefined;
	if (status === 429) return toOutcome('rateLimited', said);
	const verdict = readVerdict(failure.body);
	const reason = readReason(verdict);
	// A wrong address answers 404, too, and says nothing about the record.
	if (status === 404 && verdict.status === undefined && reason === undefined) return undefined;
	return toOutcome(reason ?? (status >= 500 ? 'serverFault' : undefined), said);
};

const readAnswered = (reply: Reply): CallOutcome | undefined => {
	if (!reply.ok) return readRefusal(reply.failure);
	const verdict = readVerdict(reply.body);
	if (verdict.status === 'success') return toPushed(verdict.message);
	if (verdict.status === undefined && verdict.message === undefined)
		return toOutcome('noAnswer', undefined);
	return toOutcome(readReason(verdict), verdict.message);
};

/**
 * Returns the outcome of one call record. Returns undefined if the request itself is at fault (a
 * refused login, a lasting 401, 403, a wrong address). `pushed` needs a 2xx *and* the status
 * success.
 */
export const readOutcome = (reply: Reply): CallOutcome | undefined => {
	const found = readAnswered(reply);
	const { clockAheadMs } = reply;
	if (found?.outcome !== 'refused' || clockAheadMs === undefined) return found;
	// The window was valid by the clock of n8n, so a wrong clock may be the cause.
	const verdict = readVerdict(reply.ok ? reply.body : reply.failure.body);
	if (!isOfWindow(verdict)) return found;
	return { ...found, advice: `Correct the time first: ${tellClock(clockAheadMs)}` };
};
