import type { Fields } from '../rules/shape';
import { callMeBack, callerOf } from './callMeBack';
import type { Occasion } from './callMeBack';

/**
 * Call Me Backs that differ from the printed one, as forms, messengers and CRMs send them, and as Truecaller might
 * one day. None is documented. [I]
 */
const toIsoText = (epochSeconds: unknown): string =>
	new Date(Number(epochSeconds) * 1_000).toISOString();

const TIMES = ['requested_at', 'preferred_from_time', 'preferred_to_time'];

export function callMeBackWithIsoTimes(occasion: Occasion): Fields {
	const entries = Object.entries(callMeBack(occasion));
	return Object.fromEntries(
		entries.map(([name, value]) => [name, TIMES.includes(name) ? toIsoText(value) : value]),
	);
}

export const callMeBackInWords = (occasion: Occasion): Fields => ({
	...callMeBack(occasion),
	is_interested: 'Yes',
});

/** What is undefined does not travel in JSON. */
export const callMeBackUndecided = (occasion: Occasion): Fields => ({
	...callMeBack(occasion, { slot: false }),
	is_interested: undefined,
});

export const callMeBackWithoutCode = (occasion: Occasion): Fields => ({
	...callMeBack(occasion),
	client_number: '9876543210',
});

/** [U] the feature is documented, its event is not: every name in it is a guess. */
export const postCallAction = ({ clientAccountId }: Occasion): Fields => ({
	...callerOf(clientAccountId),
	client_number: '919876543210',
	order_id: 'A-1042',
	action: 'CANCEL_DELIVERY',
});
