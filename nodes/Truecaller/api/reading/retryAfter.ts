const SECONDS = /^\d+(\.\d+)?$/;
/** Matches only HTTP dates, because Date.parse finds a date in almost any text with a digit. */
const HTTP_DATE = /^[a-z]{3,9}, .*GMT$/i;

/**
 * Reads `Retry-After`, in seconds or as an HTTP date (RFC 9110 §10.2.3). Returns milliseconds from
 * now.
 */
export const readRetryAfterMs = (header: unknown, nowMs: number): number | undefined => {
	const text =
		typeof header === 'string' || typeof header === 'number' ? String(header).trim() : '';
	if (SECONDS.test(text)) return Number(text) * 1_000;
	const waitMs = HTTP_DATE.test(text) ? Date.parse(text) - nowMs : NaN;
	return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined;
};
