import { problem } from '../../api/problems';
import type { Problem, Read } from '../../api/problems';
import type { Entry } from '../../items/chunks';
import type { Item } from '../../items/item';
import { readPhoneNumber } from '../../phone/phoneNumber';
import type { E164 } from '../../phone/phoneNumber';
import type { UnreadableNumber } from './changing';
import { splitNumbers } from './splitNumbers';

/** One number of an item: to send, or only to report. */
type NumberEntry = Entry<E164, UnreadableNumber>;

/** Returns the country for numbers without a country code. Options come from the first item. */
export const countryOf = (first: Item): string => String(first.option('defaultCountry') ?? '');

/** Reads the feature set of an item's numbers, or returns the problem that it is missing. */
export const readFeatureSet = (item: Item): Read<string> => {
	const featureSetId = item.locator('featureSet');
	if (featureSetId !== '') return { ok: true, value: featureSetId };
	return {
		ok: false,
		problem: problem("'Feature Set' is empty", "Choose a 'Feature Set' from the list.", {
			field: 'featureSet',
		}),
	};
};

export const noNumbers: Problem = problem(
	"'Phone Numbers' is empty",
	'Enter at least one number.',
	{
		field: 'phoneNumbers',
	},
);

const readEntry = (input: unknown, featureSetId: string, country: string): NumberEntry => {
	const reading = readPhoneNumber(input, country);
	if (reading.ok) return { group: featureSetId, value: reading.number, key: reading.number };
	const number = typeof input === 'object' ? '' : String(input).trim();
	const advice = `The number ${reading.why}. ${reading.todo}`;
	return {
		known: { number, featureSetId, state: { result: 'invalid', status: 'failed', advice } },
	};
};

/** Reads each different number of an item once. An unreadable number gets a row of its own. */
export const readNumbers = (item: Item, first: Item): Read<readonly NumberEntry[]> => {
	const featureSet = readFeatureSet(item);
	if (!featureSet.ok) return featureSet;
	const inputs = splitNumbers(item.parameter('phoneNumbers'), countryOf(first));
	if (inputs.length === 0) return { ok: false, problem: noNumbers };
	const distinct = new Map<string, NumberEntry>();
	for (const input of inputs) {
		const entry = readEntry(input, featureSet.value, countryOf(first));
		distinct.set('known' in entry ? `? ${String(input)}` : (entry.key ?? ''), entry);
	}
	return { ok: true, value: [...distinct.values()] };
};
