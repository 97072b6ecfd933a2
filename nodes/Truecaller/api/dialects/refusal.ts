import { VERDICT_STATUS } from '../facts/words';
import { ACCOUNT_SLUGS, isObject, readVerdict } from '../reading/answer';
import type { Reply, Verdict } from '../reading/answer';
import type { Reason } from '../reading/outcome';
import { readReason } from '../reading/readOutcome';
import { readWord } from '../reading/words';

/** A refusal that may be about the form of a request. `text`: field and message together. */
export type Refusal = {
	readonly status: number;
	readonly field: string;
	readonly text: string;
	/** True if the answer has an envelope that judges the content, so the route exists. */
	readonly isVerdict: boolean;
};

/** Statuses that are not about the form: token, access, time-out, rate limit. */
const NOT_OF_THE_FORM: ReadonlySet<number> = new Set([401, 403, 407, 408, 429]);

/** Reasons that Truecaller gives only after it accepted the form of a record. */
const AFTER_THE_FORM: ReadonlySet<Reason | undefined> = new Set<Reason>([
	'notTruecallerUser',
	'osNotSupported',
	'appVersionNotSupported',
	'failedToPush',
	'serverFault',
]);

const toRefusal = (status: number, verdict: Verdict): Refusal => ({
	status,
	field: verdict.field ?? '',
	text: `${verdict.field ?? ''} ${verdict.message ?? ''}`.trim(),
	isVerdict: verdict.status !== undefined || verdict.field !== undefined,
});

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/**
 * [I] Returns true if publish or delist refused the form of all numbers, in a list of the answer.
 */
const refusesAllNumbers = (body: unknown): boolean => {
	if (!isObject(body) || !isList(body.invalid_numbers) || body.invalid_numbers.length === 0)
		return false;
	const others = Object.entries(body).filter(([name]) => name !== 'invalid_numbers');
	return others.every(
		([name, value]) => !name.endsWith('_numbers') || !isList(value) || value.length === 0,
	);
};

const ALL_NUMBERS: Verdict = { field: 'phone_numbers', message: 'invalid_numbers' };

/**
 * Returns true for the lists in the answer of a publish or delist. Their status is "failed" if no
 * number was accepted.
 */
const hasNumberLists = (body: unknown): boolean =>
	isObject(body) &&
	Object.entries(body).some(([name, value]) => /_numbers$/.test(name) && isList(value));

/**
 * Reads a success status whose body holds an error (docs/api-notes.md, C17) or a list of refused
 * numbers.
 */
const readInSuccess = (status: number, body: unknown): Refusal | undefined => {
	if (refusesAllNumbers(body)) return toRefusal(status, ALL_NUMBERS);
	if (hasNumberLists(body)) return undefined;
	const verdict = readVerdict(body);
	const isError =
		verdict.slug !== undefined || readWord(VERDICT_STATUS, verdict.status) === 'error';
	return isError ? toRefusal(status, verdict) : undefined;
};

/**
 * Reads a refusal that may be about the form. Returns undefined for a success, a missing answer and
 * other refusals.
 */
export const readRefusal = (reply: Reply): Refusal | undefined => {
	const body = reply.ok ? reply.body : reply.failure.body;
	const status = (reply.ok ? reply.status : reply.failure.status) ?? 200;
	const verdict = readVerdict(body);
	if (ACCOUNT_SLUGS.has(verdict.slug ?? '') || AFTER_THE_FORM.has(readReason(verdict)))
		return undefined;
	if (reply.ok) return readInSuccess(status, body);
	const { kind, obstacle } = reply.failure;
	const isOfTheRequest = kind === 'answered' && status >= 400 && status < 500;
	if (!isOfTheRequest || obstacle !== undefined || NOT_OF_THE_FORM.has(status)) return undefined;
	return toRefusal(status, refusesAllNumbers(body) ? ALL_NUMBERS : verdict);
};

/** Returns true if the answer shows that Truecaller understood the form of the request. */
export const isTaken = (reply: Reply): boolean => {
	const body = reply.ok ? reply.body : reply.failure.body;
	if (hasNumberLists(body)) return !refusesAllNumbers(body);
	const verdict = readVerdict(body);
	if (ACCOUNT_SLUGS.has(verdict.slug ?? '')) return false;
	if (reply.ok && readInSuccess(200, body) === undefined) return true;
	const reason = readReason(verdict);
	return reason !== 'serverFault' && AFTER_THE_FORM.has(reason);
};
