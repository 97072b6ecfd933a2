import { VERDICT_STATUS } from '../facts/words';
import { ACCOUNT_SLUGS, isObject, readVerdict } from '../reading/answer';
import type { Reply, Verdict } from '../reading/answer';
import type { Reason } from '../reading/outcome';
import { readReason } from '../reading/readOutcome';
import { readWord } from '../reading/words';

/** What Truecaller says in a refusal that may be about the form of a request. `text`: field and message together. */
export type Refusal = {
	readonly status: number;
	readonly field: string;
	readonly text: string;
	/** The answer has an envelope that judges the content, so its route exists. */
	readonly isVerdict: boolean;
};

/** Statuses that say nothing of the form: the token, the access, a time-out, the rate limit. */
const NOT_OF_THE_FORM: ReadonlySet<number> = new Set([401, 403, 407, 408, 429]);

/** Reasons that come after a record was taken on: its form was good. */
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

/** [I] Publish and delist refuse the form of numbers in a list of their answer, and accept none of them. */
const refusesAllNumbers = (body: unknown): boolean => {
	if (!isObject(body) || !isList(body.invalid_numbers) || body.invalid_numbers.length === 0)
		return false;
	const others = Object.entries(body).filter(([name]) => name !== 'invalid_numbers');
	return others.every(
		([name, value]) => !name.endsWith('_numbers') || !isList(value) || value.length === 0,
	);
};

const ALL_NUMBERS: Verdict = { field: 'phone_numbers', message: 'invalid_numbers' };

/** True for the lists of a publish or delist, which come with the status "failed" where no number was accepted. */
const hasNumberLists = (body: unknown): boolean =>
	isObject(body) &&
	Object.entries(body).some(([name, value]) => /_numbers$/.test(name) && isList(value));

/** Reads a success that holds an error (docs/api-notes.md, C17), or a list of refused numbers. */
const readInSuccess = (status: number, body: unknown): Refusal | undefined => {
	if (refusesAllNumbers(body)) return toRefusal(status, ALL_NUMBERS);
	if (hasNumberLists(body)) return undefined;
	const verdict = readVerdict(body);
	const isError =
		verdict.slug !== undefined || readWord(VERDICT_STATUS, verdict.status) === 'error';
	return isError ? toRefusal(status, verdict) : undefined;
};

/** Reads what may be a refusal of the form; undefined for a success, for no answer, and for every other refusal. */
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

/** True for an answer that shows that Truecaller read the request in the form it was sent in. */
export const isTaken = (reply: Reply): boolean => {
	const body = reply.ok ? reply.body : reply.failure.body;
	if (hasNumberLists(body)) return !refusesAllNumbers(body);
	const verdict = readVerdict(body);
	if (ACCOUNT_SLUGS.has(verdict.slug ?? '')) return false;
	if (reply.ok && readInSuccess(200, body) === undefined) return true;
	const reason = readReason(verdict);
	return reason !== 'serverFault' && AFTER_THE_FORM.has(reason);
};
