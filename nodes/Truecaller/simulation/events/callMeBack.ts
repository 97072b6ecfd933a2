import { DEMO_ACCOUNT } from '../demo/account';
import { DEMO_NUMBERS, SECOND_ACCOUNT_FEATURE_SETS, demoFeatureSets } from '../demo/featureSets';
import type { Fields } from '../rules/shape';

/** For whom and when an event is made. */
export type Occasion = { readonly clientAccountId: string; readonly nowMs: number };

/** [D3] webhooks carry epoch seconds as texts. */
export const toEpochSeconds = (ms: number): string => String(Math.floor(ms / 1_000));

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** India has no summer time. */
const INDIA_AHEAD_MS = 5.5 * HOUR_MS;
/** [D3] */
const SLOT_MS = HOUR_MS / 2;

const CUSTOMER = '919876543210';
/** [F] what the customer registered with Truecaller. */
const REGISTERED_NUMBER = '919812345670';
/** [F] §8 C22: another page writes it "Phone number not available". */
const NO_NUMBER = 'Phone Number Not Available';

/** The first feature set of the account, and the first number listed in it. */
export function callerOf(clientAccountId: string): Fields {
	const demo = clientAccountId === DEMO_ACCOUNT;
	const [featureSet] = demo ? demoFeatureSets(1) : SECOND_ACCOUNT_FEATURE_SETS;
	const [, numbers] = DEMO_NUMBERS.find(([id]) => id === featureSet?.id) ?? [];
	return { business_number: numbers?.[0], feature_set: featureSet?.name };
}

/** Tomorrow from 12:00 to 12:30 in India. */
function slotAfter(nowMs: number): Fields {
	const day = Math.floor((nowMs + INDIA_AHEAD_MS) / DAY_MS) + 1;
	const fromMs = day * DAY_MS - INDIA_AHEAD_MS + 12 * HOUR_MS;
	const date = new Date(day * DAY_MS);
	return {
		requested_date: date.toISOString().slice(0, 10),
		requested_slot: date.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' }),
		preferred_from_time: toEpochSeconds(fromMs),
		preferred_to_time: toEpochSeconds(fromMs + SLOT_MS),
	};
}

/** [3P] §7.7, scenario 3 */
const NO_SLOT: Fields = {
	requested_date: 'NA',
	requested_slot: 'NA',
	preferred_from_time: null,
	preferred_to_time: null,
};

export type Choice = { number?: boolean; slot?: boolean; interested?: boolean };

/** In the order of the vendor's sample. [D3] event-types */
export function callMeBack(occasion: Occasion, choice: Choice = {}): Fields {
	const { number = true, slot = true, interested = true } = choice;
	return {
		...callerOf(occasion.clientAccountId),
		client_number: number ? CUSTOMER : NO_NUMBER,
		requested_at: toEpochSeconds(occasion.nowMs),
		...(slot ? slotAfter(occasion.nowMs) : NO_SLOT),
		is_interested: interested,
		alternate_number: number ? '' : REGISTERED_NUMBER,
		cmb_config_name: 'Flower Delivery Call Back',
	};
}

/** [U] §7.8: the old console has number groups for feature sets; that only the name differs is a guess. */
export function callMeBackOfOldConsole(occasion: Occasion): Fields {
	const entries = Object.entries(callMeBack(occasion));
	return Object.fromEntries(
		entries.map(([name, value]) => [name === 'feature_set' ? 'number_group' : name, value]),
	);
}
