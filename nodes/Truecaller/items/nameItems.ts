/** A text names this many items, or ranges of items, at most. */
const MOST_NAMED = 20;

type Range = { readonly from: number; readonly to: number };

/** Joins three or more items in a row to a range; two in a row stay apart. Indexes come in ascending order. */
const toRanges = (indexes: readonly number[]): Range[] => {
	const ranges: Range[] = [];
	for (let at = 0; at < indexes.length; ) {
		const from = indexes[at] ?? 0;
		let length = 1;
		while (indexes[at + length] === from + length) length++;
		if (length > 2) ranges.push({ from, to: from + length - 1 });
		else for (let each = from; each < from + length; each++) ranges.push({ from: each, to: each });
		at += length;
	}
	return ranges;
};

const toText = ({ from, to }: Range): string => (from === to ? `${from}` : `${from}–${to}`);

/** Returns "item 7", or "items 0–499, 501 and 503", counted from 0 as n8n does; past `most` of them "and 3 more". */
export const nameItems = (indexes: readonly number[], most = MOST_NAMED): string => {
	const ranges = toRanges(indexes);
	const named = ranges.slice(0, most).map(toText);
	if (indexes.length === 1) return `item ${named.join('')}`;
	const more = ranges.slice(most).reduce((sum, { from, to }) => sum + to - from + 1, 0);
	if (more > 0) return `items ${named.join(', ')} and ${more} more`;
	if (named.length < 2) return `items ${named.join('')}`;
	return `items ${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
};
