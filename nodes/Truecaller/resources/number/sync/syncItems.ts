import type { Read } from '../../../api/problems';
import type { Api } from '../../../api/request';
import type { ItemResult } from '../../../items/results';
import type { Reads } from '../../../items/readAll';
import type { Work } from '../../../items/run';
import { readScope } from './appliedLists';
import { findPartialWiring } from './partOfList';
import type { DesiredNumbers } from './readDesired';
import { findGap, groupItems } from './syncGroups';
import type { Group } from './syncGroups';
import type { Synced, SyncedNumber } from './syncedNumber';
import { syncSet } from './syncSet';
import type { SyncOptions } from './syncSet';

/**
 * Assigns each number to the first item that wants it. A removed number comes last and belongs to
 * all items of the set.
 */
const layOut = (
	{ indexes, firstItemOf }: Group,
	synced: Read<Synced>,
	results: Array<ItemResult<SyncedNumber> | undefined>,
): void => {
	const valuesOf = new Map<number, SyncedNumber[]>(indexes.map((index) => [index, []]));
	const last = indexes.at(-1) ?? 0;
	for (const number of synced.ok ? synced.value.numbers : []) {
		const index = firstItemOf.get(number.number);
		const isShared = index === undefined && indexes.length > 1;
		const value = isShared ? { ...number, items: indexes } : number;
		valuesOf.get(index ?? last)?.push(value);
	}
	const failed = synced.ok ? synced.value.problem : synced.problem;
	for (const [index, values] of valuesOf)
		results[index] = failed ? { ok: false, problem: failed, values } : { ok: true, values };
};

const syncGroup = async (
	reads: Reads<DesiredNumbers>,
	api: Api,
	group: Group,
	run: { readonly featureSetId: string; readonly options: SyncOptions },
): Promise<Read<Synced>> => {
	const gap = findGap(reads, run.featureSetId, group);
	if (gap) return { ok: false, problem: gap };
	return await syncSet([...group.firstItemOf.keys()], api, run.featureSetId, run.options);
};

/** Syncs one feature set after another. */
export const syncItems: Work<DesiredNumbers, SyncedNumber> = async (
	reads,
	api,
	{ context, isStopped, stopAt },
) => {
	const results = reads.map(({ read }): ItemResult<SyncedNumber> | undefined =>
		read.ok ? undefined : read,
	);
	const [wish] = reads.flatMap(({ read }) => (read.ok ? [read.value] : []));
	if (!wish) return results;
	const scope = readScope(context);
	const options = { ...wish.options, scope, partialWiring: findPartialWiring(context) };
	for (const [featureSetId, group] of groupItems(reads)) {
		if (isStopped()) break;
		const synced = await syncGroup(reads, api, group, { featureSetId, options });
		layOut(group, synced, results);
		const failed = synced.ok ? synced.value.problem : synced.problem;
		if (failed) stopAt({ index: group.indexes[0] ?? 0, problem: failed });
	}
	return results;
};
