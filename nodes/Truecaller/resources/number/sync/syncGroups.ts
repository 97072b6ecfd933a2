import { problem } from '../../../api/problems';
import type { Problem } from '../../../api/problems';
import { nameItems } from '../../../items/nameItems';
import type { Reads } from '../../../items/readAll';
import type { E164 } from '../../../phone/phoneNumber';
import type { DesiredNumbers } from './readDesired';

/**
 * The items of one feature set, its items without a number, and the first item that wants each
 * number.
 */
export type Group = {
	readonly indexes: number[];
	readonly empty: number[];
	readonly firstItemOf: Map<E164, number>;
};

/** Groups the items by feature set. The desired state of a set is the union of their numbers. */
export const groupItems = (reads: Reads<DesiredNumbers>): Map<string, Group> => {
	const groups = new Map<string, Group>();
	reads.forEach(({ read }, index) => {
		if (!read.ok) return;
		const { featureSetId, numbers } = read.value;
		const group = groups.get(featureSetId) ?? {
			indexes: [],
			empty: [],
			firstItemOf: new Map<E164, number>(),
		};
		groups.set(featureSetId, group);
		group.indexes.push(index);
		if (numbers.length === 0) group.empty.push(index);
		for (const number of numbers)
			if (!group.firstItemOf.has(number)) group.firstItemOf.set(number, index);
	});
	return groups;
};

/**
 * Returns the unreadable items of this feature set, or of an unknown one: each may hide a wanted
 * number.
 */
const findUnreadable = (reads: Reads<DesiredNumbers>, featureSetId: string): number[] =>
	reads.flatMap(({ read }, index) => {
		const of = read.ok ? featureSetId : read.problem.details.featureSetId;
		return !read.ok && (of === undefined || of === featureSetId) ? [index] : [];
	});

/**
 * Returns why the list of a feature set is incomplete, so that no number may be removed, or
 * undefined.
 */
export const findGap = (
	reads: Reads<DesiredNumbers>,
	featureSetId: string,
	{ empty, firstItemOf }: Group,
): Problem | undefined => {
	const unreadable = findUnreadable(reads, featureSetId);
	if (unreadable.length > 0)
		return problem(
			`This feature set was left as it is, because a number cannot be read (${nameItems(unreadable)})`,
			'Correct that number and run this again.',
		);
	if (empty.length === 0 || firstItemOf.size === 0) return undefined;
	return problem(
		`This feature set was left as it is, because an item has no number (${nameItems(empty)})`,
		'Fill in the number of that item, or take the item out with a Filter node before this node.',
		{ field: 'phoneNumbers' },
	);
};
