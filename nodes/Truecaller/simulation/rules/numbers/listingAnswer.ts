import type { WireNumberBuckets, WireNumbersAnswer } from '../../../api/facts/wire';
import type { Work } from './listing';

/** The lists that are always present, as in both samples. [D3] */
const inBoth = (buckets: WireNumberBuckets) => ({
	new_numbers: buckets.new_numbers ?? [],
	other_phonetype_numbers: buckets.other_phonetype_numbers ?? [],
	existing_numbers: buckets.existing_numbers ?? [],
	others_numbers: buckets.others_numbers ?? [],
	invalid_numbers: buckets.invalid_numbers ?? [],
	other_feature_set_numbers: buckets.other_feature_set_numbers ?? [],
});

/**
 * [D3][D4] The publish sample has no `processing_numbers`: [I] the list is present only if it has
 * numbers.
 */
const ofPublish = (account: string, buckets: WireNumberBuckets, status: string) => ({
	client_account_id: account,
	created_by_email: 'user@example.com',
	phone_type: 'verified',
	...inBoth(buckets),
	status,
	migrated_numbers: buckets.migrated_numbers ?? [],
	delisted_numbers: buckets.delisted_numbers ?? [],
	updated_numbers: buckets.updated_numbers ?? [],
	...(buckets.processing_numbers ? { processing_numbers: buckets.processing_numbers } : {}),
});

/** [D3] The delist samples have no phone type and none of the three lists of publish. */
const ofDelist = (account: string, buckets: WireNumberBuckets, status: string) => ({
	client_account_id: account,
	phone_type: '',
	processing_numbers: buckets.processing_numbers ?? [],
	...inBoth(buckets),
	status,
});

/** [D3] `pending`, or `failed` if no number was accepted. */
export const toNumbersAnswer = (
	work: Work,
	clientAccountId: string,
	buckets: WireNumberBuckets,
	accepted: boolean,
): WireNumbersAnswer => {
	const write = { publish: ofPublish, delist: ofDelist }[work];
	return write(clientAccountId, buckets, accepted ? 'pending' : 'failed');
};
