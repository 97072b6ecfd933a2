import type { Fields } from '../rules/shape';
import { callMeBack, callerOf, customerOf } from './callMeBack';
import type { Occasion } from './occasion';

/**
 * Call Me Backs in other forms than the documented one: as forms, messengers and CRMs send them,
 * and as Truecaller might one day. None is documented. [I]
 */
const toIsoText = (epochSeconds: unknown): string =>
	new Date(Number(epochSeconds) * 1_000).toISOString();

const TIMES = ['requested_at', 'preferred_from_time', 'preferred_to_time'];

/** Returns a Call Me Back with times in ISO 8601 in place of epoch seconds. */
export const callMeBackWithIsoTimes = (occasion: Occasion): Fields => {
	const entries = Object.entries(callMeBack(occasion));
	return Object.fromEntries(
		entries.map(([name, value]) => [name, TIMES.includes(name) ? toIsoText(value) : value]),
	);
};

/** Returns a Call Me Back with "Yes" in place of true. */
export const callMeBackInWords = (occasion: Occasion): Fields => ({
	...callMeBack(occasion),
	is_interested: 'Yes',
});

/** Returns a Call Me Back without `is_interested`: JSON drops fields that are undefined. */
export const callMeBackUndecided = (occasion: Occasion): Fields => ({
	...callMeBack(occasion, { slot: false }),
	is_interested: undefined,
});

/** Returns a Call Me Back whose customer number lacks the country code. */
export const callMeBackWithoutCode = (occasion: Occasion): Fields => ({
	...callMeBack(occasion),
	client_number: occasion.clientNumber ?? '9876543210',
});

/** [U] The feature is documented, its event is not: every field name is a guess. */
export const postCallAction = (occasion: Occasion): Fields => ({
	...callerOf(occasion),
	client_number: customerOf(occasion),
	order_id: 'A-1042',
	action: 'CANCEL_DELIVERY',
});
