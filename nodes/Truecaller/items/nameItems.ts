/** Most items, or ranges of items, in one text. */
const MOST_NAMED = 20;

type Range = { readonly from: number; readonly to: number };

/** Joins three or more consecutive numbers to a range. Expects ascending numbers. */
const toRanges = (numbers: readonly number[]): Range[] => {
	const ranges: Range[] = [];
	for (let at = 0; at < numbers.length; ) {
		const from = numbers[at] ?? 0;
		let length = 1;
		while (numbers[at + length] === from + length) length++;
		if (length > 2) ranges.push({ from, to: from + length - 1 });
		else for (let each = from; each < from + length; each++) ranges.push({ from: each, to: each });
		at += length;
	}
	return ranges;
};

const toText = ({ from, to }: Range): string => (from === to ? `${from}` : `${from}–${to}`);

const nameNumbers = (noun: string, numbers: readonly number[], most: number): string => {
	const ranges = toRanges(numbers);
	const named = ranges.slice(0, most).map(toText);
	if (numbers.length === 1) return `${noun} ${named.join('')}`;
	const more = ranges.slice(most).reduce((sum, { from, to }) => sum + to - from + 1, 0);
	if (more > 0) return `${noun}s ${named.join(', ')} and ${more} more`;
	if (named.length < 2) return `${noun}s ${named.join('')}`;
	return `${noun}s ${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
};

/** Returns "item 7", or "items 0–499, 501 and 503", counted from 0 as n8n does; past `most` of them "and 3 more". */
export const nameItems = (indexes: readonly number[], most = MOST_NAMED): string =>
	nameNumbers('item', indexes, most);

/** Returns the rows of a sheet in the same way: "row 9", or "rows 2–501, 503 and 505". */
export const nameRows = (rows: readonly number[]): string =>
	nameNumbers(
		'row',
		[...rows].sort((one, other) => one - other),
		MOST_NAMED,
	);
