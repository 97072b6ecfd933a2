import { nameItems } from '../../../items/nameItems';
import type { Reads } from '../../../items/readAll';
import type { CallRecord } from '../callRecord';

/**
 * Returns true if a field inside a text was empty, so that the texts before and after it meet. Only
 * the result is compared: this works for any expression and evaluates nothing again.
 */
export const hasEmptyField = (source: unknown, value: unknown): boolean => {
	if (typeof source !== 'string' || typeof value !== 'string' || !source.startsWith('='))
		return false;
	const texts = source.slice(1).split(/\{\{.*?\}\}/s);
	if (texts.join('').trim() === '') return false;
	const last = texts.length - 2;
	return texts.slice(0, -1).some((before, place) => {
		const meeting = before + (texts[place + 1] ?? '');
		// If two fields stand side by side, it is unknown which of them is empty.
		if (meeting.trim() === '') return false;
		if (place === 0 && place === last) return value === meeting;
		if (place === 0) return value.startsWith(meeting);
		return place === last ? value.endsWith(meeting) : value.includes(meeting);
	});
};

/** Creates the hint about call reasons with an empty field, or undefined if there are none. */
export const tellEmptyFields =
	<T>(recordsOf: (value: T) => readonly CallRecord[]) =>
	(reads: Reads<T>): string | undefined => {
		const indexes = reads.flatMap(({ item, read }) =>
			read.ok && recordsOf(read.value).some(({ hasEmptyField: isEmpty }) => isEmpty)
				? item.index
				: [],
		);
		return indexes.length === 0
			? undefined
			: `A field was empty in the 'Call Reason' of ${nameItems(indexes)}. Look at the texts under callRecord, and give the field a value where it is missing.`;
	};
