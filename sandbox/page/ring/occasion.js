import { featureSets } from '../state/store.js';

/**
 * Returns the feature set of a call: that of the business number, or of the label, or the first one
 * with Call Me Back.
 */
function featureSetOf({ caller, labelId }) {
	const { rows } = featureSets.value;
	const withNumber = rows.find(({ numbers }) =>
		numbers.some(({ phoneNumber }) => phoneNumber === caller),
	);
	return (
		withNumber ??
		rows.find((row) => row.labelId === labelId) ??
		rows.find(({ callMeBack }) => callMeBack) ??
		rows[0]
	);
}

const callerFields = (phone) => ({
	business_number: phone.caller,
	feature_set: featureSetOf(phone)?.name ?? '',
});

/**
 * Names the configuration after the company that called; in the sample event it belongs to a flower
 * shop.
 */
const configFields = (phone) => ({ cmb_config_name: `${phone.name} Call Back` });

/** [F] Returns the text for a SIM without a number, and the number that the person registered. */
const personFields = (phone, otherNumber) =>
	otherNumber === ''
		? { client_number: phone.number, alternate_number: '' }
		: {
				client_number: 'Phone Number Not Available',
				alternate_number: otherNumber.replace(/\D/g, ''),
			};

const HALF_HOUR_MS = 1_800_000;
const OPENS_HOUR = 10;
const SLOTS_A_DAY = 16;

/**
 * Returns the remaining time slots of 30 minutes on a business day, in the time zone of the
 * browser.
 */
export function slotsOf(dayMs, nowMs) {
	const opens = new Date(dayMs).setHours(OPENS_HOUR, 0, 0, 0);
	return Array.from({ length: SLOTS_A_DAY }, (_, index) => opens + index * HALF_HOUR_MS).filter(
		(ms) => ms > nowMs,
	);
}

/** Returns the next days that have a time slot left. */
export function daysFrom(nowMs, count) {
	const days = Array.from({ length: count + 1 }, (_, index) =>
		new Date(nowMs).setDate(new Date(nowMs).getDate() + index),
	);
	return days.filter((day) => slotsOf(day, nowMs).length > 0).slice(0, count);
}

const two = (value) => String(value).padStart(2, '0');

function slotFields(fromMs) {
	const from = new Date(fromMs);
	return {
		requested_date: `${from.getFullYear()}-${two(from.getMonth() + 1)}-${two(from.getDate())}`,
		requested_slot: from.toLocaleDateString('en', { weekday: 'long' }),
		preferred_from_time: String(fromMs / 1_000),
		preferred_to_time: String((fromMs + HALF_HOUR_MS) / 1_000),
	};
}

/**
 * Returns an order for the control plane: the event that Truecaller sends when this person asks for
 * a call back.
 */
export const callMeBackOrder = (phone, { slotMs, otherNumber }) => ({
	scenario: slotMs === null ? 'noSlotPicker' : 'slotPicker',
	fields: {
		...callerFields(phone),
		...configFields(phone),
		...personFields(phone, otherNumber),
		...(slotMs === null ? {} : slotFields(slotMs)),
	},
});

export const notInterestedOrder = (phone) => ({
	scenario: 'notInterested',
	fields: { ...callerFields(phone), ...configFields(phone), ...personFields(phone, '') },
});

export const feedbackOrder = (phone, answers) => ({
	scenario: 'userFeedback',
	fields: {
		...callerFields(phone),
		client_number: phone.number,
		survey_name: 'How was the call?',
		answers,
	},
});

export const actionOrder = (phone, action) => ({
	scenario: 'postCallAction',
	fields: { ...callerFields(phone), client_number: phone.number, action },
});
