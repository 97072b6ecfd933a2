import { computed } from '@preact/signals';

import { showDay, showHour, showZone } from '../parts/format.js';
import { deliveries } from '../state/store.js';

const digitsOf = (value) => (typeof value === 'string' ? value.replace(/\D/g, '') : '');

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function parseObject(value) {
	if (typeof value !== 'string' || !value.startsWith('{')) return value;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}

/** Returns the object inside an event's envelope, even if it is JSON text. */
export const payloadOf = (event) =>
	(isObject(event) ? Object.values(event) : []).map(parseObject).find(isObject) ?? {};

/** Returns the digits of the customer's number: that of the SIM, or else the alternate number. */
export const personOf = (event) => {
	const { client_number: own, alternate_number: other } = payloadOf(event);
	return digitsOf(own) || digitsOf(other);
};

/** The latest event of each person. */
const latest = computed(() => {
	const found = new Map();
	for (const delivery of deliveries.value) {
		const person = personOf(delivery.event);
		if (person !== '' && !found.has(person)) found.set(person, delivery);
	}
	return found;
});

/** Reads epoch seconds, as Truecaller sends them, and ISO 8601. Returns NaN for any other text. */
const readMs = (value) =>
	/^\d+$/.test(value ?? '') ? Number(value) * 1_000 : Date.parse(value ?? '');

function meaningOfCallBack(payload) {
	if (payload.is_interested === false) return 'Does not want a call back';
	const fromMs = readMs(payload.preferred_from_time);
	if (Number.isNaN(fromMs)) return 'Asked to be called back, at any time';
	const until = showHour(readMs(payload.preferred_to_time));
	return `Asked to be called back ${showDay(fromMs)}, ${showHour(fromMs)}–${until} ${showZone(fromMs)}`;
}

/** Returns the meaning of an event in a few words. */
export function meaningOf(event) {
	const payload = payloadOf(event);
	if (/^(cmb|call_?me_?back)$/i.test(event?.event_type ?? '')) return meaningOfCallBack(payload);
	if (/^post_call_action/.test(event?.event_type ?? ''))
		return `Pressed a button after the call: ${payload.action}`;
	return Array.isArray(payload.answers) ? 'Rated the call' : 'Sent an event of another kind';
}

const FATES = {
	Delivered: ['Delivered', 'good'],
	Scheduled: ['On its way', 'wait'],
	'Rescheduled error': ['Not delivered yet', 'bad'],
};

/** Returns in words, and with a colour, whether the user's workflow has received the event. */
export const fateOf = ({ state }) => FATES[state] ?? ['Not delivered', 'bad'];

/**
 * Returns the latest answer of the person with this phone, and whether a workflow has received it.
 */
export function answerOf({ number }) {
	const delivery = latest.value.get(number);
	if (!delivery) return undefined;
	const [fate, tone] = fateOf(delivery);
	return { words: `${meaningOf(delivery.event)} · ${fate}`, tone };
}
