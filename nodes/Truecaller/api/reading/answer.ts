/**
 * Reads the answers of Truecaller. Every documented dialect (docs/api-notes.md) becomes one shape
 * here, so no other code reads raw bodies.
 */

import { findObstacle } from './between';
import { readClockAheadMs } from './clock';
import { readRetryAfterMs } from './retryAfter';

/** What happened and how to fix it, for people who do not code. */
export type Words = { readonly message: string; readonly todo: string };

/** How a request failed: `answered` with a refusal, or one of the ways to get no answer. */
export type FailureKind = 'answered' | 'notSent' | 'noAnswer' | 'login' | 'cancelled' | 'setUp';

/** What kept a request from reaching Truecaller, if known. */
export type Obstacle = 'proxy' | 'stranger' | 'certificate' | 'allowedDomains';

/** One failed request. `said`: Truecaller's own message; `words`: ours, if known already. */
export type Failure = {
	readonly kind: FailureKind;
	readonly status?: number;
	readonly slug?: string;
	readonly field?: string;
	readonly said?: string;
	readonly retryAfterMs?: number;
	readonly words?: Words;
	readonly obstacle?: Obstacle;
	/** The body as it came. Some endpoints put the result of a record in a refusal. */
	readonly body?: unknown;
};

/**
 * The result of a request. `body` is parsed JSON that its reader still has to check. `clockAheadMs`
 * is set if Truecaller's answer shows that n8n's clock is off.
 */
export type Reply = { readonly clockAheadMs?: number } & (
	| { readonly ok: true; readonly status?: number; readonly body: unknown }
	| { readonly ok: false; readonly failure: Failure }
);

/**
 * The result in any of Truecaller's envelopes: E1 (slug), E2 (status_info, statusInfo, flat), E3
 * (message only).
 */
export type Verdict = {
	readonly status?: string;
	readonly slug?: string;
	readonly field?: string;
	readonly message?: string;
};

/**
 * [D3] Slugs that are about the token or the key, not the record. Their HTTP status is not
 * documented.
 */
export const ACCOUNT_SLUGS: ReadonlySet<string> = new Set([
	'authorization-error',
	'forbidden-error',
]);

/** Returns true for a JSON object; false for arrays, null and other values. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const textOrNothing = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

/** Flattens a body into a verdict. Leaves out fields that are missing or of the wrong type. */
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
 * Reads a success status whose body lacks what was asked for. Returns a refusal if it contains
 * Truecaller's error (docs/api-notes.md, C17), or else an unreadable answer.
 */
export const readUnfit = (body: unknown): Failure => {
	const { slug, field, message } = readVerdict(body);
	if (slug === undefined && message === undefined) return { kind: 'noAnswer' };
	return { kind: 'answered', status: 200, slug, field, said: message, body };
};

/** Parses a body. Returns undefined if it is not JSON: a proxy's HTML page, a truncated answer. */
export const readJson = (body: unknown): unknown => {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
};

/** An answer as it came; `body` is undefined if the text is not JSON. */
type Answered = Omit<Parameters<typeof findObstacle>[0], 'verdict'>;

/** Reads a refusal, which may come from another server than Truecaller. */
const readRefusal = (answer: Answered, nowMs: number): Failure => {
	const { status, body, headers } = answer;
	const verdict = readVerdict(body);
	const { slug, field, message: said } = verdict;
	const retryAfterMs = readRetryAfterMs(headers['retry-after'], nowMs);
	const obstacle = findObstacle({ ...answer, verdict });
	if (obstacle) return { kind: 'notSent', status, retryAfterMs, obstacle };
	return { kind: 'answered', status, slug, field, said, retryAfterMs, body };
};

/** Turns a status and a body text into a reply. Whether the *record* succeeded is judged later. */
export const readAnswer = (
	status: number,
	bodyText: unknown,
	headers: unknown,
	nowMs: number,
): Reply => {
	// Written this way round so that a status that is not a number returns here, too.
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
	// If a proxy answered, the time is from the proxy's clock.
	return failure.kind === 'answered' ? { ok: false, failure, ...clock } : { ok: false, failure };
};

/** Turns a full response of n8n's HTTP helper into a reply. */
export const readResponse = (response: unknown, nowMs: number): Reply => {
	const { statusCode, body, headers } = isObject(response) ? response : {};
	return readAnswer(Number(statusCode ?? 0), body, headers, nowMs);
};
