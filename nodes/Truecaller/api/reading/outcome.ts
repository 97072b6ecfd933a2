/** The outcome of one call record. Users' workflows store these words: never change them. */
export type Outcome = 'pushed' | 'cannotShow' | 'tryAgain' | 'refused' | 'unknown';

/** The reason, if the outcome alone does not tell it. */
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

/** The outcome of a record, the next step in one sentence, and Truecaller's own words or null. */
export type CallOutcome = {
	readonly outcome: Outcome;
	readonly reason: Reason | null;
	readonly advice: string;
	readonly message: string | null;
};

/**
 * One row per reason: the first four from [S] call-personalisation-errors, the rest our own.
 * `short` completes "3 of 500 calls were not pushed: 2 …".
 */
const MEANINGS: Readonly<
	Record<Reason, Pick<CallOutcome, 'advice' | 'outcome'> & { readonly short: string }>
> = {
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

/** Returns a reason in two or three words, for a count of calls. */
export const shortReason = (reason: unknown): string =>
	Object.entries(MEANINGS).find(([known]) => known === reason)?.[1].short ?? 'unclear';

const UNKNOWN_ADVICE =
	'Place the call as usual, and read the message; the name and reason may or may not show';

/** Returns the outcome of a reason; undefined stands for an unknown wording. */
export const toOutcome = (
	reason: Reason | undefined,
	message: string | undefined,
): CallOutcome => ({
	outcome: reason ? MEANINGS[reason].outcome : 'unknown',
	reason: reason ?? null,
	advice: reason ? MEANINGS[reason].advice : UNKNOWN_ADVICE,
	message: message ?? null,
});

/** Returns the outcome of a call that Truecaller pushed. */
export const toPushed = (message: string | undefined): CallOutcome => ({
	outcome: 'pushed',
	reason: null,
	advice: 'Place the call',
	message: message ?? null,
});
