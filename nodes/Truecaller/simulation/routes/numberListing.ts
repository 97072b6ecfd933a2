import type { WireFeatureSet, WireNumberBuckets } from '../../api/facts/wire';
import { invalidInput, reworded, unknownFeatureSet } from '../refusals';
import type { Answer } from '../refusals';
import { ACCEPTED, bucketFor } from '../rules/numbers/listing';
import type { Work } from '../rules/numbers/listing';
import { toNumbersAnswer } from '../rules/numbers/listingAnswer';
import type { NumberState } from '../rules/numbers/numbers';
import { readPhoneNumbers } from '../rules/numbers/phoneNumbers';
import { PHONE_DIGITS } from '../rules/phoneDigits';
import { momentOf } from '../world';
import type { World } from '../world';
import { ACCESS_REFUSALS, authorise } from './access';
import { defineRoute, readBody } from './route';
import type { RequestOf, Route } from './route';

const PATH = '/clients/{account}/number_management/feature_sets/{featureSet}/numbers';

/** [S] Without `+`; 8 to 15 digits as in call records [I]. §8 C4: or with `+`. */
const WRITTEN: Readonly<Record<World['settings']['listedNumbers'], RegExp>> = {
	documented: new RegExp(`^${PHONE_DIGITS}$`),
	withPlus: new RegExp(`^\\+${PHONE_DIGITS}$`),
};

const digitsOf = (phoneNumber: string): string => phoneNumber.replace(/^\+/, '');

const sort = (
	phoneNumbers: readonly string[],
	work: Work,
	featureSet: WireFeatureSet,
	world: World,
): WireNumberBuckets => {
	const moment = momentOf(world);
	const buckets: WireNumberBuckets = {};
	for (const phoneNumber of phoneNumbers) {
		const known = world.numbers.find(digitsOf(phoneNumber), moment);
		const isWritten = WRITTEN[world.settings.listedNumbers].test(phoneNumber);
		const bucket = isWritten ? bucketFor(phoneNumber, work, featureSet, known) : 'invalid_numbers';
		(buckets[bucket] ??= []).push(phoneNumber);
	}
	return buckets;
};

/** [I] Numbers that are being listed or delisted also count towards the limit of a feature set. */
const PLACE_TAKERS: readonly NumberState[] = ['listing', 'listed', 'delisting'];

/** [S] 10,000 */
const isOverfull = (accepted: number, { id }: WireFeatureSet, world: World): boolean => {
	if (accepted === 0) return false;
	const inside = world.numbers
		.all(momentOf(world))
		.filter(({ featureSetId, state }) => featureSetId === id && PLACE_TAKERS.includes(state));
	return inside.length + accepted > world.settings.limits.numbersPerFeatureSet;
};

const start = (
	phoneNumbers: readonly string[],
	work: Work,
	{ id, client_account_id: clientAccountId }: WireFeatureSet,
	{ clock, featureSets, numbers, settings }: World,
): void => {
	const nowMs = clock.nowMs();
	const state = work === 'publish' ? 'listing' : 'delisting';
	for (const phoneNumber of phoneNumbers.map(digitsOf)) {
		const known = numbers.find(phoneNumber, { ...settings, nowMs });
		const createdAtMs = known?.createdAtMs ?? nowMs;
		const own = { phoneNumber, clientAccountId, featureSetId: id };
		numbers.put({ ...own, state, sinceMs: nowMs, createdAtMs });
	}
	// [S] Publishing numbers publishes the feature set; [I] only if one number was accepted.
	if (work === 'publish' && phoneNumbers.length > 0) featureSets.publish(id);
};

const answerListing = (work: Work, request: RequestOf<typeof PATH>, world: World): Answer => {
	const { account: clientAccountId, featureSet: featureSetId } = request.params;
	const { limits, featureSetCount, failedNumbersStatus } = world.settings;
	const access = authorise(request, world, 'numberManagement');
	if (!access.ok) return access.refusal;
	const featureSet = world.featureSets.find(clientAccountId, featureSetCount, featureSetId);
	if (!featureSet) return unknownFeatureSet();
	const read = readBody(request);
	if (!read.ok) return invalidInput(read.fault.text);
	const sent = readPhoneNumbers(read.body, limits.numbersPerCall, world.settings.phoneNumbersAs);
	if (!sent.ok) return invalidInput(reworded(sent.fault, world.settings).text);
	const buckets = sort(sent.phoneNumbers, work, featureSet, world);
	const accepted = ACCEPTED[work].flatMap((bucket) => buckets[bucket] ?? []);
	if (work === 'publish' && isOverfull(accepted.length, featureSet, world)) {
		return invalidInput(`a feature set can have at most ${limits.numbersPerFeatureSet} numbers`);
	}
	start(accepted, work, featureSet, world);
	return {
		status: accepted.length > 0 ? 200 : failedNumbersStatus,
		body: toNumbersAnswer(work, clientAccountId, buckets, accepted.length > 0),
	};
};

const listingRoute = (work: Work, purpose: string): Route =>
	defineRoute({
		name: work,
		method: 'POST',
		path: `${PATH}/${work}`,
		purpose,
		refuses: [
			...ACCESS_REFUSALS,
			"unknown feature set, or another account's (404)",
			'no JSON',
			'unknown field',
			'`phone_numbers` missing, no array of strings, empty, more than 10,000',
			...(work === 'publish' ? ['more than 10,000 in the feature set'] : []),
		],
		answer: (request, world) => answerListing(work, request, world),
	});

export const numberListingRoutes: readonly Route[] = [
	/** [D3][D4] number-management/list-number */
	listingRoute('publish', 'List numbers'),
	/** [D3] number-management/delist-number */
	listingRoute('delist', 'Delist numbers'),
];
