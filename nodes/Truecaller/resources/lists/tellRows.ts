import { countOf } from '../../items/counts';
import type { Reads } from '../../items/readAll';
import type { ItemResult } from '../../items/results';

/** What the hint depends on: the number of rows asked for, and the filters. */
type Asked = { readonly limit: number; readonly query?: object };

const NOTHING_MATCHES =
	'An ID that Truecaller does not know matches nothing: look at the Filters, and choose from their lists.';
const LIMIT_REACHED =
	"That is as many as 'Limit' allows, so there may be more. Next: switch on 'Return All'.";

const isFiltered = ({ query = {} }: Asked): boolean => Object.keys(query).length > 0;

/** Returns one sentence with the number of rows, and why there may be more, or none. */
export const tellRows = <T extends Asked, R>(
	noun: string,
	results: ReadonlyArray<ItemResult<R>>,
	reads: Reads<T>,
): string => {
	const total = results.reduce((sum, { values = [] }) => sum + values.length, 0);
	const told = total === 0 ? `No ${noun} was found.` : `${countOf(total, noun)} returned.`;
	const asked = reads.map(({ read }) => (read.ok ? read.value : undefined));
	const isEmpty = (place: number) => results[place]?.ok && results[place].values.length === 0;
	if (asked.some((each, place) => each && isEmpty(place) && isFiltered(each)))
		return `${told} ${NOTHING_MATCHES}`;
	const isFull = asked.some((each, place) => results[place]?.values?.length === each?.limit);
	return isFull ? `${told} ${LIMIT_REACHED}` : told;
};
