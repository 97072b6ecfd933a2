import { DAY_MS, HOUR_MS } from '../../api/facts/durations';
import { SECOND_ACCOUNT } from '../demo/account';
import { DEMO_NUMBERS, SECOND_ACCOUNT_FEATURE_SETS, demoFeatureSets } from '../demo/featureSets';
import type { Fields } from '../rules/shape';
import type { Occasion } from './occasion';

/** [D3] Returns epoch seconds as text, as webhooks have them. */
export const toEpochSeconds = (ms: number): string => String(Math.floor(ms / 1_000));

/** India has no daylight saving time. */
const INDIA_AHEAD_MS = 5.5 * HOUR_MS;
/** [D3] */
const SLOT_MS = HOUR_MS / 2;

const CUSTOMER = '919876543210';
/** [F] The number that the customer registered with Truecaller. */
const REGISTERED_NUMBER = '919812345670';
/** [F] §8 C22: another page writes it "Phone number not available". */
const NO_NUMBER = 'Phone Number Not Available';

/** Returns the customer's number, for a SIM that reveals it. */
export const customerOf = ({ clientNumber = CUSTOMER }: Occasion): string => clientNumber;

/**
 * Returns the first feature set of the account and its first number, unless the occasion has
 * others.
 */
export const callerOf = ({ clientAccountId, businessNumber, featureSet }: Occasion): Fields => {
	const isSecond = clientAccountId === SECOND_ACCOUNT;
	const [first] = isSecond ? SECOND_ACCOUNT_FEATURE_SETS : demoFeatureSets(1);
	const [, numbers] = DEMO_NUMBERS.find(([id]) => id === first?.id) ?? [];
	return {
		business_number: businessNumber ?? numbers?.[0],
		feature_set: featureSet ?? first?.name,
	};
};

/** Returns the usual time slot: tomorrow, 12:00 in India. */
const usualSlotMs = (nowMs: number): number => {
	const day = Math.floor((nowMs + INDIA_AHEAD_MS) / DAY_MS) + 1;
	return day * DAY_MS - INDIA_AHEAD_MS + 12 * HOUR_MS;
};

/** Returns the time slot of 30 minutes, with its date and weekday in India. */
const slotOf = ({ nowMs, slotStartMs = usualSlotMs(nowMs) }: Occasion): Fields => {
	const inIndia = new Date(slotStartMs + INDIA_AHEAD_MS);
	return {
		requested_date: inIndia.toISOString().slice(0, 10),
		requested_slot: inIndia.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' }),
		preferred_from_time: toEpochSeconds(slotStartMs),
		preferred_to_time: toEpochSeconds(slotStartMs + SLOT_MS),
	};
};

/** [3P] §7.7, scenario 3 */
const NO_SLOT: Fields = {
	requested_date: 'NA',
	requested_slot: 'NA',
	preferred_from_time: null,
	preferred_to_time: null,
};

export type Choice = { number?: boolean; slot?: boolean; interested?: boolean };

/**
 * Returns the payload of a Call Me Back, with the fields in the order of Truecaller's sample. [D3]
 * event-types
 */
export const callMeBack = (occasion: Occasion, choice: Choice = {}): Fields => {
	const { number = true, slot = true, interested = true } = choice;
	return {
		...callerOf(occasion),
		client_number: number ? customerOf(occasion) : NO_NUMBER,
		requested_at: toEpochSeconds(occasion.nowMs),
		...(slot ? slotOf(occasion) : NO_SLOT),
		is_interested: interested,
		alternate_number: number ? '' : (occasion.clientNumber ?? REGISTERED_NUMBER),
		cmb_config_name: 'Flower Delivery Call Back',
	};
};

/**
 * [U] §7.8: the old console has number groups in place of feature sets. It is a guess that only the
 * name differs.
 */
export const callMeBackOfOldConsole = (occasion: Occasion): Fields => {
	const entries = Object.entries(callMeBack(occasion));
	return Object.fromEntries(
		entries.map(([name, value]) => [name === 'feature_set' ? 'number_group' : name, value]),
	);
};
