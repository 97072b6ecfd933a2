import { problem } from '../../../api/problems';
import type { Fault, Problem } from '../../../api/problems';
import { digitsOf } from '../../../api/reading/digits';

/**
 * An entry of Phone Numbers that is not a phone number, with the reason and the fix. `place` counts
 * from 1.
 */
export type UnreadableEntry = {
	readonly place: number;
	readonly input: unknown;
	readonly why: string;
	readonly todo: string;
};

/** Limits the message: a whole column may lack its country code. */
const MOST_TOLD = 5;

/** Describes the fault of an entry. It shows only the position and the last four digits. */
const tellEntry = ({ place, input, why }: UnreadableEntry, isOnly: boolean): string => {
	const end = typeof input === 'object' ? '' : digitsOf(input).slice(-4);
	const words = [isOnly ? '' : `entry ${place}`, end === '' ? '' : `(ending in ${end})`, why];
	return words.filter((each) => each !== '').join(' ');
};

/**
 * Explains which entries of an item are unreadable. The sync of the feature set waits until all are
 * fixed.
 */
export const explainEntries = (
	entries: readonly UnreadableEntry[],
	isOnly: boolean,
	details: { readonly field: string; readonly featureSetId: string },
): Problem => {
	const faults = entries.slice(0, MOST_TOLD).map(
		(entry): Fault => ({
			field: details.field,
			name: 'Phone Numbers',
			says: tellEntry(entry, isOnly),
			todo: `${entry.todo} Until then this feature set is left as it is.`,
		}),
	);
	const more = entries.length - faults.length;
	const told = faults.map(({ says }) => says).join('; ');
	const message = `'Phone Numbers' ${told}${more > 0 ? `; and ${more} more cannot be read` : ''}`;
	const todo = [...new Set(faults.map((fault) => fault.todo))].join(' ');
	return { ...problem(message, todo, details), faults };
};
