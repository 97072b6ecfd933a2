import type { IDataObject } from 'n8n-workflow';

import { problem } from '../../api/problems';
import type { Problem, Read } from '../../api/problems';
import type { Api } from '../../api/request';
import type { Item } from '../../items/item';
import { nameItems } from '../../items/results';
import type { ItemResult } from '../../items/results';
import type { Reads, Work } from '../../items/run';
import { readPhoneNumber } from '../../phone/phoneNumber';
import type { E164 } from '../../phone/phoneNumber';
import { maxWaitOf } from './changeNumbers';
import { countryOf, readFeatureSet, splitNumbers } from './readNumbers';
import { syncSet } from './syncSet';
import type { Synced, SyncOptions } from './syncSet';

/** What one item wants in one feature set, and the options, which are those of the first item. */
export type DesiredNumbers = {
	readonly featureSetId: string;
	readonly numbers: readonly E164[];
	readonly options: SyncOptions;
};

const readOptions = (first: Item): Read<SyncOptions> => {
	const maxWait = maxWaitOf(first);
	if (!maxWait.ok) return maxWait;
	const maxRemovals = Number(first.option('maxRemovals') ?? 100);
	if (!(maxRemovals >= 0))
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

/** A number that cannot be read stops the sync of its feature set: its twin that is live would be taken off otherwise. */
export const readDesiredNumbers = (item: Item, first: Item): Read<DesiredNumbers> => {
	const options = readOptions(first);
	if (!options.ok) return options;
	const featureSet = readFeatureSet(item);
	if (!featureSet.ok) return featureSet;
	const numbers: E164[] = [];
	for (const input of splitNumbers(item.parameter('phoneNumbers'))) {
		const reading = readPhoneNumber(input, countryOf(first));
		if (!reading.ok)
			return {
				ok: false,
				problem: problem(
					`A number in Phone Numbers ${reading.why}`,
					`${reading.fix} Until then this feature set is left as it is.`,
					{ field: 'phoneNumbers', featureSetId: featureSet.value },
				),
			};
		numbers.push(reading.number);
	}
	return { ok: true, value: { featureSetId: featureSet.value, numbers, options: options.value } };
};

/** The items of one feature set, and the first item that wants each number. */
type Group = { readonly indexes: number[]; readonly firstItemOf: Map<E164, number> };

const groupItems = (reads: Reads<DesiredNumbers>): Map<string, Group> => {
	const groups = new Map<string, Group>();
	reads.forEach(({ read }, index) => {
		if (!read.ok) return;
		const group = groups.get(read.value.featureSetId) ?? {
			indexes: [],
			firstItemOf: new Map<E164, number>(),
		};
		groups.set(read.value.featureSetId, group);
		group.indexes.push(index);
		for (const number of read.value.numbers)
			if (!group.firstItemOf.has(number)) group.firstItemOf.set(number, index);
	});
	return groups;
};

/** Items that cannot be read, of this feature set or of none that is known: either may hide a number that is wanted. */
const findUnreadable = (reads: Reads<DesiredNumbers>, featureSetId: string): number[] =>
	reads.flatMap(({ read }, index) => {
		const of = read.ok ? featureSetId : read.problem.details.featureSetId;
		return !read.ok && (of === undefined || of === featureSetId) ? [index] : [];
	});

const leftAsItIs = (unreadable: readonly number[]): Problem =>
	problem(
		`This feature set was left as it is, because a number cannot be read (${nameItems(unreadable)})`,
		'Correct that number and run this again.',
	);

/** Each row belongs to the first item that wants its number, and what is taken off to the last item of the set. */
const layOut = (
	{ indexes, firstItemOf }: Group,
	synced: Read<Synced>,
	results: Array<ItemResult | undefined>,
): void => {
	const rowsOf = new Map<number, IDataObject[]>(indexes.map((index) => [index, []]));
	for (const row of synced.ok ? synced.value.rows : []) {
		rowsOf.get(firstItemOf.get(row.phoneNumber as E164) ?? indexes.at(-1) ?? 0)?.push(row);
	}
	const failed = synced.ok ? synced.value.problem : synced.problem;
	for (const [index, rows] of rowsOf)
		results[index] = failed ? { ok: false, problem: failed, rows } : { ok: true, rows };
};

const syncGroup = async (
	reads: Reads<DesiredNumbers>,
	api: Api,
	featureSetId: string,
	{ firstItemOf }: Group,
): Promise<Read<Synced>> => {
	const unreadable = findUnreadable(reads, featureSetId);
	if (unreadable.length > 0) return { ok: false, problem: leftAsItIs(unreadable) };
	const options = reads.flatMap(({ read }) => (read.ok ? [read.value.options] : []))[0];
	return options
		? await syncSet([...firstItemOf.keys()], api, featureSetId, options)
		: { ok: false, problem: leftAsItIs([]) };
};

/** One feature set after another: the union of what its items want is what it shall hold. */
export const syncItems: Work<DesiredNumbers> = async (reads, api, { isStopped, stopAt }) => {
	const results: Array<ItemResult | undefined> = reads.map(({ read }) =>
		read.ok ? undefined : read,
	);
	for (const [featureSetId, group] of groupItems(reads)) {
		if (isStopped()) break;
		const synced = await syncGroup(reads, api, featureSetId, group);
		layOut(group, synced, results);
		const failed = synced.ok ? synced.value.problem : synced.problem;
		if (failed) stopAt({ index: group.indexes[0] ?? 0, problem: failed });
	}
	return results;
};
