import { computed } from '@preact/signals';

import { showDay, showHour } from '../parts/format.js';
import { deliveries } from '../state/store.js';

const digitsOf = (value) => (typeof value === 'string' ? value.replace(/\D/g, '') : '');

/** The object in an event that is not its envelope. */
export const payloadOf = (event) =>
	Object.values(event ?? {}).find(
		(each) => typeof each === 'object' && each !== null && !Array.isArray(each),
	) ?? {};

/** Whose answer an event is: told by the SIM, or the number given instead. */
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

/** What an event says, in a few words. */
export function meaningOf(event) {
	const payload = payloadOf(event);
	if (event?.event_type !== 'cmb')
		return Array.isArray(payload.answers) ? 'Rated the call' : 'Sent an event';
	if (payload.is_interested === false) return 'Does not want a call back';
	const fromMs = Number(payload.preferred_from_time) * 1_000;
	if (!payload.preferred_from_time || !Number.isFinite(fromMs))
		return 'Asked to be called back, at any time';
	const toMs = Number(payload.preferred_to_time) * 1_000;
	return `Asked to be called back ${showDay(fromMs)}, ${showHour(fromMs)}–${showHour(toMs)}`;
}

const FATES = {
	Delivered: ['taken', 'good'],
	Scheduled: ['on its way', 'wait'],
	'Rescheduled error': ['not taken yet', 'bad'],
};

/** Whether the customer's own workflow has it. */
export const fateOf = ({ state }) => FATES[state] ?? ['never taken', 'bad'];

/** What the person on this phone answered last, and whether a workflow has it. */
export function answerOf({ number }) {
	const delivery = latest.value.get(number);
	if (!delivery) return undefined;
	const [fate, tone] = fateOf(delivery);
	return { words: `${meaningOf(delivery.event)} · ${fate}`, tone };
}
