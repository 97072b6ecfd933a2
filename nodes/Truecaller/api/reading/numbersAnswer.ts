import type { WireNumberBuckets } from '../facts/wire';
import { isObject } from './answer';
import { digitsOf } from './digits';

/** What Truecaller did with one number. Users' workflows store these words: never change them. */
export type NumberResult =
	| 'accepted'
	| 'alreadyThere'
	| 'notThere'
	| 'stillProcessing'
	| 'inOtherFeatureSet'
	| 'ownedByOther'
	| 'otherPhoneType'
	| 'invalid'
	| 'limitReached'
	| 'notMentioned';

/** Listing and delisting get the same lists back, but two of the lists differ in meaning. */
export type NumberCall = 'list' | 'delist';

type Lists = ReadonlyArray<readonly [list: keyof WireNumberBuckets, result: NumberResult]>;

/**
 * [I] inferred from the names of the lists and the two samples of delist; the documentation
 * explains none (§3.2).
 */
const BOTH: Lists = [
	['processing_numbers', 'stillProcessing'],
	['other_feature_set_numbers', 'inOtherFeatureSet'],
	['others_numbers', 'ownedByOther'],
	['other_phonetype_numbers', 'otherPhoneType'],
	['invalid_numbers', 'invalid'],
];
const LISTS: Readonly<Record<NumberCall, Lists>> = {
	list: [
		...BOTH,
		['existing_numbers', 'alreadyThere'],
		['new_numbers', 'accepted'],
		['migrated_numbers', 'accepted'],
		['updated_numbers', 'accepted'],
		['delisted_numbers', 'accepted'],
	],
	delist: [...BOTH, ['new_numbers', 'notThere'], ['existing_numbers', 'accepted']],
};

/**
 * The next step for each result, in one sentence. `list` and `delist` differ where the result alone
 * is not enough.
 */
export const ADVICE: Readonly<Record<NumberResult, string>> = {
	accepted: 'Truecaller is working on it; look with Get Many in a minute',
	alreadyThere: 'Nothing to do; the number is listed in this feature set',
	notThere: 'Nothing to do; the number is not in this feature set',
	stillProcessing:
		'Try again in a few minutes; an earlier listing or delisting of this number is still running, and Truecaller ignores a new one until then',
	inOtherFeatureSet:
		'Delist the number from its other feature set first, or choose that feature set',
	ownedByOther: 'Ask cs@truecaller.com; the number belongs to another Truecaller account',
	otherPhoneType: 'Ask cs@truecaller.com; Truecaller knows the number as another type of number',
	invalid: 'Correct the number',
	limitReached:
		'Delist numbers that are not needed, or choose another feature set; a feature set holds at most 10,000',
	notMentioned: 'Look with Get Many; Truecaller did not say what it did with this number',
};

/** The answer to one request: the result of each number, and the status of the whole. */
export type NumbersAnswer = {
	readonly status: string;
	readonly resultOf: (number: string) => NumberResult;
};

/**
 * Reads the lists of an answer. Any list may be missing, and numbers may have a `+`. Relies on
 * `status`, because the HTTP status of a refusal is not documented. Returns undefined for any other
 * body.
 */
export const readNumbersAnswer = (call: NumberCall, body: unknown): NumbersAnswer | undefined => {
	if (!isObject(body) || typeof body.status !== 'string') return undefined;
	const results = new Map<string, NumberResult>();
	let found = false;
	// Beware: the lists of accepted numbers come last, so a number in two lists counts as accepted.
	for (const [list, result] of LISTS[call]) {
		const numbers: unknown = body[list];
		if (!Array.isArray(numbers)) continue;
		found = true;
		for (const number of numbers) results.set(digitsOf(number), result);
	}
	if (!found) return undefined;
	return {
		status: body.status.toLowerCase(),
		resultOf: (number) => results.get(digitsOf(number)) ?? 'notMentioned',
	};
};
