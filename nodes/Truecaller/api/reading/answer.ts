/**
 * Reads whatever comes back from Truecaller. Every dialect the vendor has printed (docs/api-notes.md)
 * becomes one shape here, and nothing further in looks at raw bodies again.
 */

import { findObstacle } from './between';
import { readClockAheadMs } from './clock';
import { readRetryAfterMs } from './retryAfter';

/** What happened, and what to do about it, for people who do not code. */
export type Words = { readonly message: string; readonly todo: string };

/** How a request went wrong: `answered` with a refusal, or one of the ways to get no answer at all. */
export type FailureKind = 'answered' | 'notSent' | 'noAnswer' | 'login' | 'cancelled' | 'setUp';

/** What kept a request from Truecaller, where it is known. */
export type Obstacle = 'proxy' | 'stranger' | 'certificate' | 'allowedDomains';

/** One failed request, flat. `said` is Truecaller's own message; `words` are set where ours are known already. */
export type Failure = {
	readonly kind: FailureKind;
	readonly status?: number;
	readonly slug?: string;
	readonly field?: string;
	readonly said?: string;
	readonly retryAfterMs?: number;
	readonly words?: Words;
	readonly obstacle?: Obstacle;
	/** The body as it came, for endpoints that print a verdict in a refusal. */
	readonly body?: unknown;
};

/**
 * What a request comes to. `body` is parsed JSON and still unknown to everything but its reader. `clockAheadMs` is set
 * where Truecaller's answer shows that the clock of n8n is off.
 */
export type Reply = { readonly clockAheadMs?: number } & (
	| { readonly ok: true; readonly status?: number; readonly body: unknown }
	| { readonly ok: false; readonly failure: Failure }
);

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

/** An answer as it came: `body` is undefined where the text is no JSON. */
type Answered = Pick<
	Parameters<typeof findObstacle>[0],
	'status' | 'bodyText' | 'body' | 'headers'
>;

/** Reads a refusal, which is not always Truecaller's. */
const readRefusal = (answer: Answered, nowMs: number): Failure => {
	const { status, body, headers } = answer;
	const verdict = readVerdict(body);
	const { slug, field, message: said } = verdict;
	const retryAfterMs = readRetryAfterMs(headers['retry-after'], nowMs);
	const obstacle = findObstacle({ ...answer, verdict });
	if (obstacle) return { kind: 'notSent', status, retryAfterMs, obstacle };
	return { kind: 'answered', status, slug, field, said, retryAfterMs, body };
};

/** An answer with a status and a body as text becomes a reply. Success of the *record* is judged later. */
export const readAnswer = (
	status: number,
	bodyText: unknown,
	headers: unknown,
	nowMs: number,
): Reply => {
	// Also where the status is no number at all.
	if (!(status > 0)) return { ok: false, failure: { kind: 'noAnswer' } };
	const body = readJson(bodyText);
	const fields = isObject(headers) ? headers : {};
	const aheadMs = readClockAheadMs(fields, nowMs);
	const clock = aheadMs === undefined ? {} : { clockAheadMs: aheadMs };
	if (status >= 200 && status < 300) {
		if (body === undefined || body === null)
			return { ok: false, failure: { kind: 'noAnswer', status } };
		return { ok: true, status, body, ...clock };
	}
	const failure = readRefusal({ status, bodyText, body, headers: fields }, nowMs);
	// A proxy has a clock of its own.
	return failure.kind === 'answered' ? { ok: false, failure, ...clock } : { ok: false, failure };
};

/** Reads a full response of n8n's HTTP helper as a reply. */
export const readResponse = (response: unknown, nowMs: number): Reply => {
	const { statusCode, body, headers } = isObject(response) ? response : {};
	return readAnswer(Number(statusCode ?? 0), body, headers, nowMs);
};
