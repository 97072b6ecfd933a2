import { DEMO_ACCOUNT, SECOND_ACCOUNT } from '../../demo/account';
import { DEMO_NUMBERS, SECOND_ACCOUNT_FEATURE_SETS } from '../../demo/featureSets';

/** State of a known number. A number that is not remembered is absent. §9.8 */
export const NUMBER_STATES = [
	'listing',
	'listed',
	'delisting',
	'failed',
	'ownedByOther',
	'otherPhoneType',
] as const;
export type NumberState = (typeof NUMBER_STATES)[number];

export type KnownNumber = {
	readonly phoneNumber: string;
	readonly clientAccountId: string;
	readonly featureSetId: string;
	readonly state: NumberState;
	/** When the state began (epoch ms). */
	readonly sinceMs: number;
	readonly createdAtMs: number;
};

/** The current time, and how long listing and delisting take. */
export type Moment = {
	readonly nowMs: number;
	readonly listingMs: number;
	readonly delistingMs: number;
};

export type Numbers = {
	find(phoneNumber: string, moment: Moment): KnownNumber | undefined;
	/** Returns all numbers, in the order in which they became known. */
	all(moment: Moment): KnownNumber[];
	put(known: KnownNumber): void;
	forget(phoneNumber: string): void;
};

/** [I] Listing these numbers fails. */
const LISTING_FAILS = '9007';

/** Returns the number in its current state, or undefined if it has been delisted by now. */
const settle = (known: KnownNumber, moment: Moment): KnownNumber | undefined => {
	const { state, sinceMs, phoneNumber } = known;
	if (state !== 'listing' && state !== 'delisting') return known;
	const takesMs = state === 'listing' ? moment.listingMs : moment.delistingMs;
	const elapsedMs = moment.nowMs - sinceMs;
	// A state from the future began before the clock was reset, so it is over.
	if (elapsedMs >= 0 && elapsedMs < takesMs) return known;
	if (state === 'delisting') return undefined;
	const failed = phoneNumber.endsWith(LISTING_FAILS);
	return { ...known, state: failed ? 'failed' : 'listed', sinceMs: sinceMs + takesMs };
};

/** [D3] The two times of the sample. */
const DEMO_CREATED_MS = Date.parse('2025-07-28T09:25:19.557Z');
const DEMO_LISTED_MS = Date.parse('2025-07-28T09:25:23.644Z');

const ownerOf = (featureSetId: string): string =>
	SECOND_ACCOUNT_FEATURE_SETS.some(({ id }) => id === featureSetId) ? SECOND_ACCOUNT : DEMO_ACCOUNT;

const demoNumbers = (): KnownNumber[] =>
	DEMO_NUMBERS.flatMap(([featureSetId, phoneNumbers]) =>
		phoneNumbers.map((phoneNumber) => ({
			phoneNumber,
			clientAccountId: ownerOf(featureSetId),
			featureSetId,
			state: 'listed' as const,
			sinceMs: DEMO_LISTED_MS,
			createdAtMs: DEMO_CREATED_MS,
		})),
	);

export const createNumbers = (): Numbers => {
	const numbers = new Map(demoNumbers().map((known) => [known.phoneNumber, known]));
	const find: Numbers['find'] = (phoneNumber, moment) => {
		const known = numbers.get(phoneNumber);
		const settled = known && settle(known, moment);
		if (settled === known) return known;
		if (settled) numbers.set(phoneNumber, settled);
		if (!settled) numbers.delete(phoneNumber);
		return settled;
	};
	return {
		find,
		all: (moment) => [...numbers.keys()].flatMap((phoneNumber) => find(phoneNumber, moment) ?? []),
		put: (known) => {
			numbers.set(known.phoneNumber, known);
		},
		forget: (phoneNumber) => {
			numbers.delete(phoneNumber);
		},
	};
};
