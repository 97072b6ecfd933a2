import { problem } from '../../../api/problems';
import type { Read } from '../../../api/problems';
import type { Item } from '../../../items/item';
import { readPhoneNumber } from '../../../phone/phoneNumber';
import type { E164 } from '../../../phone/phoneNumber';
import { countryOf, readFeatureSet } from '../readNumbers';
import { maxWaitOf } from '../settle';
import { splitNumbers } from '../splitNumbers';
import { explainEntries } from './explainEntries';
import type { UnreadableEntry } from './explainEntries';
import type { SyncOptions } from './syncSet';

/** The options of a sync without its execution and wiring. */
type DesiredOptions = Omit<SyncOptions, 'scope' | 'partialWiring'>;

/** The numbers that one item wants in one feature set. The options come from the first item. */
export type DesiredNumbers = {
	readonly featureSetId: string;
	readonly numbers: readonly E164[];
	readonly options: DesiredOptions;
};

const readOptions = (first: Item): Read<DesiredOptions> => {
	const maxWait = maxWaitOf(first);
	if (!maxWait.ok) return maxWait;
	const given = first.option('maxRemovals');
	const maxRemovals = given === undefined || given === null ? undefined : Number(given);
	if (maxRemovals !== undefined && !(maxRemovals >= 0))
		return {
			ok: false,
			problem: problem(
				'Max Removals is not a number of 0 or more',
				'Enter how many numbers may be taken off at most, such as 100.',
				{ field: 'maxRemovals' },
			),
		};
	return {
		ok: true,
		value: {
			apply: first.parameter('mode') === 'apply',
			maxRemovals,
			allowEmpty: first.option('allowEmpty') === true,
			maxWaitMs: maxWait.value,
		},
	};
};

/**
 * Returns true for an output row of Sync in Mode Plan that announces a removal. Read as a wanted
 * number, it would keep that number.
 */
const isPlannedRemoval = ({ json }: Item, numbers: readonly E164[]): boolean =>
	json.action === 'delist' &&
	json.featureSetId !== undefined &&
	numbers.some((number) => number === json.phoneNumber);

const readWanted = (item: Item, first: Item, featureSetId: string): Read<E164[]> => {
	const details = { field: 'phoneNumbers', featureSetId };
	const numbers: E164[] = [];
	const unreadable: UnreadableEntry[] = [];
	const inputs = splitNumbers(item.parameter('phoneNumbers'), countryOf(first));
	inputs.forEach((input, index) => {
		const reading = readPhoneNumber(input, countryOf(first));
		if (reading.ok) numbers.push(reading.number);
		else unreadable.push({ ...reading, place: index + 1, input });
	});
	if (unreadable.length > 0)
		return { ok: false, problem: explainEntries(unreadable, inputs.length === 1, details) };
	if (!isPlannedRemoval(item, numbers)) return { ok: true, value: numbers };
	return {
		ok: false,
		problem: problem(
			'This item is a row of a plan that says delist, and here it would keep its number',
			'Connect this node to the list that the plan was made from. Or let only the rows through whose action is list or keep, with a Filter node.',
			details,
		),
	};
};

/**
 * Reads the numbers that an item wants. An unreadable number stops the sync of its feature set,
 * because the real number behind it might be live and would be delisted.
 */
export const readDesiredNumbers = (item: Item, first: Item): Read<DesiredNumbers> => {
	const options = readOptions(first);
	if (!options.ok) return options;
	const featureSet = readFeatureSet(item);
	if (!featureSet.ok) return featureSet;
	const numbers = readWanted(item, first, featureSet.value);
	if (!numbers.ok) return numbers;
	return {
		ok: true,
		value: { featureSetId: featureSet.value, numbers: numbers.value, options: options.value },
	};
};
