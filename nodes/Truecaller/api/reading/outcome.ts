import { ACCOUNT_SLUGS, readVerdict } from './answer';
import type { Failure, Reply, Verdict } from './answer';

/** What became of one call record. The words are stored in users' workflows: they never change. */
export type Outcome = 'pushed' | 'cannotShow' | 'tryAgain' | 'refused' | 'unknown';

/** Why, where the outcome alone does not say it. */
export type Reason =
	| 'notTruecallerUser'
	| 'osNotSupported'
	| 'appVersionNotSupported'
	| 'failedToPush'
	| 'rateLimited'
	| 'notSent'
	| 'invalidInput'
	| 'noAnswer'
	| 'serverFault'
	| 'missing';

/** The outcome of a record, what to do next in one sentence, and Truecaller's own words or null. */
export type CallOutcome = {
	readonly outcome: Outcome;
	readonly reason: Reason | null;
	readonly advice: string;
	readonly message: string | null;
};

/** `short` completes "3 of 500 calls were not pushed: 2 …". */
type Meaning = { readonly outcome: Outcome; readonly short: string; readonly advice: string };

/** One row per reason: [S] call-personalisation-errors for the first four, our own for the rest. */
const MEANINGS: Readonly<Record<Reason, Meaning>> = {
	notTruecallerUser: {
		outcome: 'cannotShow',
		short: 'not on Truecaller',
		advice:
			'Place the call as usual; this person does not use Truecaller and sees no name or reason',
	},
	osNotSupported: {
		outcome: 'cannotShow',
		short: 'not on Android',
		advice: 'Place the call as usual; only Android phones show the name and reason',
	},
	appVersionNotSupported: {
		outcome: 'cannotShow',
		short: 'with an old app',
		advice:
			'Place the call as usual; the Truecaller app of this person is too old to show the name and reason',
	},
	failedToPush: {
		outcome: 'tryAgain',
		short: 'unreachable',
		advice: 'Try once more in a minute, or place the call as usual; the phone could not be reached',
	},
	rateLimited: {
		outcome: 'tryAgain',
		short: 'over the limit',
		advice: 'Try again in a minute; Truecaller took no more calls from this account',
	},
	notSent: {
		outcome: 'tryAgain',
		short: 'not sent',
		advice:
			'Try again, or place the call as usual; Truecaller could not be reached and nothing was sent',
	},
	invalidInput: {
		outcome: 'refused',
		short: 'refused',
		advice: 'Correct what Truecaller names in the message, then try again',
	},
	noAnswer: {
		outcome: 'unknown',
		short: 'without an answer',
		advice:
			'Place the call as usual; Truecaller did not answer, so the name and reason may or may not show',
	},
	serverFault: {
		outcome: 'unknown',
		short: 'lost in a fault of Truecaller',
		advice:
			'Place the call as usual; Truecaller had a fault, so the name and reason may or may not show',
	},
	missing: {
		outcome: 'unknown',
		short: 'not reported',
		advice:
			'Place the call as usual; Truecaller did not report on this call, so the name and reason may or may not show',
	},
};

/** The reason in two or three words, for a count of calls. */
export const shortReason = (reason: unknown): string =>
	Object.entries(MEANINGS).find(([known]) => known === reason)?.[1].short ?? 'unclear';

const PUSHED_ADVICE = 'Place the call';
const UNKNOWN_ADVICE =
	'Place the call as usual, and read the message; the name and reason may or may not show';

/**
 * The wordings seen or plausible, most telling first. [S] prints titles only, [F] (Verified Campaigns)
 * sentences; case, punctuation and underscores are taken out before they are compared.
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

/** Reads a reason out of Truecaller's words; undefined for words we do not know. */
export const readReason = ({ message = '', slug = '', field }: Verdict): Reason | undefined => {
	const words = plain(`${message} ${slug}`);
	const known = WORDINGS.find(([wording]) => wording.test(words))?.[1];
	return known ?? (field === undefined ? undefined : 'invalidInput');
};

export const toOutcome = (
	reason: Reason | undefined,
	message: string | undefined,
): CallOutcome => ({
	outcome: reason ? MEANINGS[reason].outcome : 'unknown',
	reason: reason ?? null,
	advice: reason ? MEANINGS[reason].advice : UNKNOWN_ADVICE,
	message: message ?? null,
});

const readRefusal = (failure: Failure): CallOutcome | undefined => {
	const { kind, status = 0, slug = '', said } = failure;
	if (kind === 'notSent' || kind === 'noAnswer') return toOutcome(kind, said);
	const isOfAccount = status === 401 || status === 403 || ACCOUNT_SLUGS.has(slug);
	if (kind !== 'answered' || isOfAccount || (status >= 300 && status < 400)) return undefined;
	if (status === 429) return toOutcome('rateLimited', said);
	const verdict = readVerdict(failure.body);
	const reason = readReason(verdict);
	// An address that is not there answers 404 too, and says nothing of the record.
	if (status === 404 && verdict.status === undefined && reason === undefined) return undefined;
	return toOutcome(reason ?? (status >= 500 ? 'serverFault' : undefined), said);
};

/**
 * What the answer to one call record means, or undefined where the call itself is at fault (a refused
 * login, a lasting 401, 403, a wrong address). Pushed is only what is answered 2xx *and* with success.
 */
export const readOutcome = (reply: Reply): CallOutcome | undefined => {
	if (!reply.ok) return readRefusal(reply.failure);
	const verdict = readVerdict(reply.body);
	if (verdict.status === 'success')
		return {
			outcome: 'pushed',
			reason: null,
			advice: PUSHED_ADVICE,
			message: verdict.message ?? null,
		};
	if (verdict.status === undefined && verdict.message === undefined)
		return toOutcome('noAnswer', undefined);
	return toOutcome(readReason(verdict), verdict.message);
};
