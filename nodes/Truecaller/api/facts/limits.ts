/**
 * Every number of the service, once, with its unit in the name and its source above it.
 * Tags ([S], [D3], …) are the confidence marks explained in docs/api-notes.md. Where the
 * vendor's pages disagree, the value here is the one that is safe for the user.
 */
export const LIMITS = {
	/** [S] getting-started/authentication: ten tokens are all there are … */
	loginsPerWindow: 10,
	/** [S] … in thirty minutes */
	loginWindowMs: 30 * 60_000,
	/** [D3][D4] generate-access-token: a token is valid for sixty minutes */
	tokenLifeMs: 60 * 60_000,
	/** Ours: tokens that one process may use side by side ([D1] counts with ten); the other two are for restarts and other programs */
	parallelTokensMost: 8,
	/** Ours: logins of a window that further tokens leave to n8n's own */
	loginsLeftFree: 2,

	/** [D1][D3][D4] call-personalisation-real-time-v2: requests per token … */
	realTimeCallsPerWindow: 100,
	/** … in one second */
	realTimeWindowMs: 1_000,
	/** Ours: calls under way at once. At 100 a second this keeps up with answers that take two seconds. */
	realTimeCallsAtOnce: 200,
	/** [D3][D4b] call-personalisation-batch-v2 and -v3: requests per token … */
	batchCallsPerWindow: 60,
	/** … in one minute */
	batchWindowMs: 60_000,
	/** [S] one batch takes at most this many records */
	recordsPerBatch: 500,

	/** Ours: batches under way at once; what the pace lets through is less. */
	batchesAtOnce: 20,

	/** [S] ends_at may be at most this long after starts_at */
	callWindowMs: 24 * 60 * 60_000,
	/** Ours: a call that starts later than in two years has a mistake in its year */
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

	/** [D1] details-of-dynamic-label: the page size when none is asked for */
	labelsPerPage: 1_000,

	/** [D3][D4] list-number, [D3] delist-number: numbers in one request */
	numbersPerCall: 10_000,

	/** [I] rows that we ask for at once where no page size is documented (feature sets, numbers) */
	rowsPerPage: 100,

	/** Ours: the fewest characters of a Webhook Key. It stands in a URL, where only its length protects it. */
	webhookKeyMinLength: 16,
	/** [S] automatic-retries: the last repeat of an event comes 78.6 hours after the first; twice that is kept in mind */
	eventsKeptMs: 7 * 24 * 60 * 60_000,
	/** Ours: events kept in mind per process, about 100 bytes each */
	eventsKeptMost: 200_000,
	/** Ours: an event that n8n has not answered by then is taken again, because a loss is worse than a duplicate */
	eventUndecidedMs: 24 * 60 * 60_000,
	/** Ours: a Webhook Key that was right is taken as right this long, before the credential is read again */
	keyKnownMs: 5_000,
	/** Ours: the same reading refuses a wrong key this long, because each reading costs n8n as much as an event */
	keyRefusedMs: 1_000,
	/** Ours: a repeat waits this long for the fate of the first. [S] webhook-timeouts: Truecaller waits 20 s, [D4] says "20,00" ms */
	repeatWaitMs: 10_000,

	/** ITU-T E.164: a number has at most this many digits, country code included */
	phoneDigitsMax: 15,
	/** [I] the shortest number that any sample or rule lets through */
	phoneDigitsMin: 8,
} as const;
