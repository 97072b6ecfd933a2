/**
 * Every number of the service, with its unit in its name and its source above it. Tags ([S], [D3],
 * …) are the confidence marks of docs/api-notes.md. Where Truecaller's pages disagree, the value is
 * the safe one for the user.
 */
export const LIMITS = {
	/** [S] getting-started/authentication: 10 tokens … */
	loginsPerWindow: 10,
	/** [S] … in 30 minutes */
	loginWindowMs: 30 * 60_000,
	/** [D3][D4] generate-access-token: a token is valid for 60 minutes */
	tokenLifeMs: 60 * 60_000,
	/**
	 * Ours: tokens that one process may use in parallel ([D1] counts with 10). The other 2 are for
	 * restarts and other programs.
	 */
	parallelTokensMost: 8,
	/** Ours: logins in a window that stay reserved for n8n's own token */
	loginsLeftFree: 2,

	/** [D1][D3][D4] call-personalisation-real-time-v2: requests per token … */
	realTimeCallsPerWindow: 100,
	/** … in one second */
	realTimeWindowMs: 1_000,
	/**
	 * Ours: requests in flight at once. At 100 per second this allows answers that take 2 seconds.
	 */
	realTimeCallsAtOnce: 200,
	/** [D3][D4b] call-personalisation-batch-v2 and -v3: requests per token … */
	batchCallsPerWindow: 60,
	/** … in one minute */
	batchWindowMs: 60_000,
	/** [S] one batch takes at most this many records */
	recordsPerBatch: 500,

	/** Ours: batches in flight at once; the rate limit allows fewer. */
	batchesAtOnce: 20,

	/** [S] ends_at may be at most this long after starts_at */
	callWindowMs: 24 * 60 * 60_000,
	/** Ours: a call that starts more than 2 years ahead has a mistake in its year */
	callWindowAheadMs: 2 * 366 * 24 * 60 * 60_000,
	/** [D3][D4] dynamic_call_reason; the "3–10" of some old pages is a misprint (docs/api-notes.md, C3) */
	callReasonMinLength: 10,
	callReasonMaxLength: 100,
	/** [D1–D4] dynamic_label_name */
	labelNameMinLength: 3,
	labelNameMaxLength: 40,
	/** [F] features/call-reason guidelines: never in a call reason */
	callReasonForbidden: '!@#$%^&*()_+/',
	/** [F] same page: allowed inside, but not as the first or the last character */
	callReasonNotAtEdge: '.,-',

	/** [D1] details-of-dynamic-label: the default page size */
	labelsPerPage: 1_000,

	/** [D3][D4] list-number, [D3] delist-number: numbers in one request */
	numbersPerCall: 10_000,

	/** [I] page size to ask for where none is documented (feature sets, numbers) */
	rowsPerPage: 100,

	/**
	 * Ours: minimum length of a Webhook Key. It is part of a URL, where only its length protects it.
	 */
	webhookKeyMinLength: 16,
	/**
	 * [S] automatic-retries: the last retry of an event comes 78.6 hours after the first; events are
	 * remembered for twice that time
	 */
	eventsKeptMs: 7 * 24 * 60 * 60_000,
	/** Ours: events remembered per process, about 100 bytes each */
	eventsKeptMost: 200_000,
	/**
	 * Ours: an event still unanswered by n8n after this time is accepted again, because a loss is
	 * worse than a duplicate
	 */
	eventUndecidedMs: 24 * 60 * 60_000,
	/** Ours: time until the credential is read again after a correct Webhook Key */
	keyKnownMs: 5_000,
	/**
	 * Ours: time until the credential is read again after a wrong key. Each reading costs n8n as much
	 * as an event.
	 */
	keyRefusedMs: 1_000,
	/**
	 * Ours: time that a repeated event waits for the result of the first. [S] webhook-timeouts:
	 * Truecaller waits 20 s, [D4] says "20,00" ms
	 */
	repeatWaitMs: 10_000,

	/** ITU-T E.164: a number has at most this many digits, country code included */
	phoneDigitsMax: 15,
	/** [I] the shortest number that any sample or rule allows */
	phoneDigitsMin: 8,
} as const;
