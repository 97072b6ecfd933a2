import type { WireFeatureSet, WireNumberBuckets } from '../../../api/facts/wire';
import type { KnownNumber } from './numbers';

export type Bucket = keyof WireNumberBuckets;
export type Work = 'publish' | 'delist';

/** State of a number, from the view of one feature set. */
type Place =
	| 'free'
	| 'here'
	| 'failedHere'
	| 'inProgress'
	| 'otherFeatureSet'
	| 'otherAccount'
	| 'otherPhoneType';

/** The meaning of the list names is not documented: [I] throughout, §3.2. */
const BUCKETS: Readonly<Record<Work, Readonly<Record<Place, Bucket>>>> = {
	publish: {
		free: 'new_numbers',
		here: 'existing_numbers',
		failedHere: 'new_numbers',
		inProgress: 'processing_numbers',
		otherFeatureSet: 'other_feature_set_numbers',
		otherAccount: 'others_numbers',
		otherPhoneType: 'other_phonetype_numbers',
	},
	delist: {
		free: 'new_numbers',
		here: 'existing_numbers',
		failedHere: 'existing_numbers',
		inProgress: 'processing_numbers',
		otherFeatureSet: 'other_feature_set_numbers',
		otherAccount: 'others_numbers',
		otherPhoneType: 'other_phonetype_numbers',
	},
};

/** States by the last four digits, for numbers that were never listed. */
const MAGIC_PLACES: Readonly<Record<string, Place>> = {
	'9001': 'otherAccount',
	'9002': 'otherPhoneType',
	'9006': 'otherFeatureSet',
};
const MAGIC_BUCKETS: Readonly<Record<string, Bucket>> = {
	'9003': 'migrated_numbers',
	'9004': 'updated_numbers',
	'9005': 'delisted_numbers',
};

/** The meaning of these digits, for people. */
export const MAGIC_NUMBERS: Readonly<Record<string, string>> = {
	'9001': 'owned by another account',
	'9002': 'known with another phone type',
	'9003': 'listing migrates it from elsewhere',
	'9004': 'listing updates it',
	'9005': 'listing takes it in again after an earlier delisting',
	'9006': 'in another feature set',
	'9007': 'its listing fails',
};

/** Lists of accepted numbers, whose final state comes later. */
export const ACCEPTED: Readonly<Record<Work, readonly Bucket[]>> = {
	publish: ['new_numbers', 'migrated_numbers', 'updated_numbers', 'delisted_numbers'],
	delist: ['existing_numbers'],
};

const placeOf = (known: KnownNumber, { id, client_account_id: account }: WireFeatureSet): Place => {
	if (known.state === 'ownedByOther' || known.clientAccountId !== account) return 'otherAccount';
	if (known.state === 'otherPhoneType') return 'otherPhoneType';
	if (known.featureSetId !== id) return 'otherFeatureSet';
	if (known.state === 'failed') return 'failedHere';
	return known.state === 'listed' ? 'here' : 'inProgress';
};

/** Returns the list of the answer that a valid number goes to. */
export const bucketFor = (
	phoneNumber: string,
	work: Work,
	featureSet: WireFeatureSet,
	known: KnownNumber | undefined,
): Bucket => {
	if (known) return BUCKETS[work][placeOf(known, featureSet)];
	const digits = phoneNumber.slice(-4);
	const magic = work === 'publish' ? MAGIC_BUCKETS[digits] : undefined;
	return magic ?? BUCKETS[work][MAGIC_PLACES[digits] ?? 'free'];
};
