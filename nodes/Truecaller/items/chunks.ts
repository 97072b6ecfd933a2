import type { Read } from '../api/problems';
import { cut } from './cut';
import type { ItemResult } from './results';

/** A value of an item to send, or a result that is known without sending. Equal keys are sent once. */
export type Entry<T, R> =
	| { readonly known: R }
	| { readonly group: string; readonly value: T; readonly key?: string };

/** A value to send, with its result once known. Items with equal values share it. */
export type Unit<T, R> = { readonly value: T; result?: Read<R>; isUnderWay?: boolean };

/** Values of one group that one request carries. */
export type Chunk<T, R> = { readonly group: string; readonly units: ReadonlyArray<Unit<T, R>> };

/** The entries of an item in order: known results, and units to send. */
export type Plan<T, R> = ReadonlyArray<{ readonly known: R } | Unit<T, R>>;

type Group<T, R> = {
	readonly units: Array<Unit<T, R>>;
	readonly byKey: Map<string, Unit<T, R>>;
};

/** Creates one unit for each key of all items, and splits every group into chunks. */
export const createChunks = <T, R>(
	entries: ReadonlyArray<ReadonlyArray<Entry<T, R>>>,
	size: number,
): { readonly plans: Array<Plan<T, R>>; readonly chunks: Array<Chunk<T, R>> } => {
	const groups = new Map<string, Group<T, R>>();
	const toUnit = (entry: Entry<T, R>): Plan<T, R>[number] => {
		if ('known' in entry) return entry;
		const group = groups.get(entry.group) ?? { units: [], byKey: new Map<string, Unit<T, R>>() };
		groups.set(entry.group, group);
		const known = entry.key === undefined ? undefined : group.byKey.get(entry.key);
		if (known) return known;
		const unit: Unit<T, R> = { value: entry.value };
		group.units.push(unit);
		if (entry.key !== undefined) group.byKey.set(entry.key, unit);
		return unit;
	};
	const plans = entries.map((each): Plan<T, R> => each.map(toUnit));
	const chunks: Array<Chunk<T, R>> = [];
	for (const [group, { units }] of groups)
		chunks.push(...cut(units, size).map((piece) => ({ group, units: piece })));
	return { plans, chunks };
};

/** Returns the result of an item: its values, with the first problem among them. Undefined while nothing of it was sent. */
export const toResult = <T, R>(plan: Plan<T, R>): ItemResult<R> | undefined => {
	const results = plan.map((entry): Read<R> | undefined =>
		'known' in entry ? { ok: true, value: entry.known } : entry.result,
	);
	const values = results.flatMap((result) => (result?.ok ? [result.value] : []));
	const failed = results.find((result) => result?.ok === false);
	if (failed && !failed.ok) {
		const isUnderWay = plan.some((entry) => 'isUnderWay' in entry && entry.isUnderWay);
		return { ok: false, problem: failed.problem, values, isUnderWay };
	}
	return results.includes(undefined) ? undefined : { ok: true, values };
};
