import { nameItems } from '../../../items/nameItems';
import type { Reads } from '../../../items/readAll';
import type { CallRecord } from '../callRecord';

/**
 * Whether a field that stands within a text came out empty: then the text before it and the text behind it meet.
 * The result alone tells, so that any expression is understood, and nothing is evaluated once more.
 */
export const hasEmptyField = (source: unknown, value: unknown): boolean => {
	if (typeof source !== 'string' || typeof value !== 'string' || !source.startsWith('='))
		return false;
	const texts = source.slice(1).split(/\{\{.*?\}\}/s);
	if (texts.join('').trim() === '') return false;
	const last = texts.length - 2;
	return texts.slice(0, -1).some((before, place) => {
		const meeting = before + (texts[place + 1] ?? '');
		// Where two fields stand side by side, nothing tells which of them is empty.
		if (meeting.trim() === '') return false;
		if (place === 0 && place === last) return value === meeting;
		if (place === 0) return value.startsWith(meeting);
		return place === last ? value.endsWith(meeting) : value.includes(meeting);
	});
};

/** Makes the hint about call reasons with an empty field, or undefined where there is none. */
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
