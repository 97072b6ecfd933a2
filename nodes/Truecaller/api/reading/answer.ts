/**
 * Reads whatever comes back from Truecaller. Every dialect the vendor has printed (docs/api-notes.md)
 * becomes one shape here, and nothing further in looks at raw bodies again.
 */

/** How a call went wrong: `answered` with a refusal, or one of the ways to get no answer at all. */
export type FailureKind = 'answered' | 'notSent' | 'noAnswer' | 'login' | 'cancelled' | 'setUp';

/** One failed call, flat. `said` are Truecaller's own words; `words` are set where ours are known already. */
export type Failure = {
	readonly kind: FailureKind;
	readonly status?: number;
	readonly slug?: string;
	readonly field?: string;
	readonly said?: string;
	readonly retryAfterMs?: number;
	readonly words?: { readonly message: string; readonly todo: string };
	/** The body as it came, for endpoints that print a verdict in a refusal. */
	readonly body?: unknown;
};

/** What a call comes to. `body` is parsed JSON and still unknown to everything but its reader. */
export type Reply =
	| { readonly ok: true; readonly status?: number; readonly body: unknown }
	| { readonly ok: false; readonly failure: Failure };

/** A verdict in any of the vendor's envelopes: E1 (slug), E2 (status_info, statusInfo, flat), E3 (message only). */
export type Verdict = {
	readonly status?: string;
	readonly slug?: string;
	readonly field?: string;
	readonly message?: string;
};

/** [D3] Slugs that judge the token or the key, not the record; their HTTP status is not documented. */
export const ACCOUNT_SLUGS: ReadonlySet<string> = new Set([
	'authorization-error',
	'forbidden-error',
]);

/** True for a JSON object; false for arrays, null and everything else. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const textOrNothing = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

/** Flattens a body into a verdict; fields that are missing or of the wrong type are left out. */
export const readVerdict = (body: unknown): Verdict => {
	if (!isObject(body)) return {};
	const nested = body.status_info ?? body.statusInfo;
	const source = isObject(nested) ? nested : body;
	return {
		status: textOrNothing(source.status)?.toLowerCase(),
		slug: textOrNothing(source.slug),
		field: textOrNothing(source.field),
		message: textOrNothing(source.message),
	};
};

/**
 * A success by its HTTP status that does not hold what was asked for: a refusal where Truecaller has words for it
 * (docs/api-notes.md, C17), and otherwise an answer that cannot be read.
 */
export const readUnfit = (body: unknown): Failure => {
	const { slug, field, message } = readVerdict(body);
	if (slug === undefined && message === undefined) return { kind: 'noAnswer' };
	return { kind: 'answered', status: 200, slug, field, said: message, body };
};

/** A body that is no JSON (an HTML page of a proxy, a cut-off answer) reads as undefined. */
export const readJson = (body: unknown): unknown => {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
};

const SECONDS = /^\d+(\.\d+)?$/;
/** What else looks like a date is none: Date.parse finds one in almost any text with a digit in it. */
const HTTP_DATE = /^[a-z]{3,9}, .*GMT$/i;

/** `Retry-After` in seconds or as an HTTP date (RFC 9110 §10.2.3), as milliseconds from now. */
export const readRetryAfterMs = (header: unknown, nowMs: number): number | undefined => {
	const text =
		typeof header === 'string' || typeof header === 'number' ? String(header).trim() : '';
	if (SECONDS.test(text)) return Number(text) * 1_000;
	const waitMs = HTTP_DATE.test(text) ? Date.parse(text) - nowMs : NaN;
	return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined;
};

/** An answer with a status and a body as text becomes a reply. Success of the *record* is judged later. */
export const readAnswer = (
	status: number,
	bodyText: unknown,
	retryAfter: unknown,
	nowMs: number,
): Reply => {
	const body = readJson(bodyText);
	// Also where the status is no number at all.
	if (!(status > 0)) return { ok: false, failure: { kind: 'noAnswer' } };
	if (status >= 200 && status < 300) {
		if (body === undefined || body === null)
			return { ok: false, failure: { kind: 'noAnswer', status } };
		return { ok: true, status, body };
	}
	const { slug, field, message } = readVerdict(body);
	const retryAfterMs = readRetryAfterMs(retryAfter, nowMs);
	return {
		ok: false,
		failure: { kind: 'answered', status, slug, field, said: message, retryAfterMs, body },
	};
};
