import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Problem, Read } from '../api/problems';
import type { Api } from '../api/request';
import type { Item } from './item';
import type { ItemResult } from './results';
import { concurrently, runItems } from './run';
import type { Reading } from './run';

/** One value of an item, or a row that is known before anything is sent. Equal keys are sent once. */
export type Entry<T> =
	| { readonly row: IDataObject }
	| { readonly group: string; readonly value: T; readonly key?: string };

/** A value that was sent, and what became of it so far. */
export type Sent<T> = { readonly value: T; readonly row: IDataObject };

/** An operation that gathers the values of all items and sends them in chunks. */
export type InChunks<T> = Reading<ReadonlyArray<Entry<T>>> & {
	/** The most that one call takes. */
	readonly size: number;
	/** How many chunks are under way at once. */
	readonly atOnce: number;
	/** Sends one chunk of one group and answers a row for each value, in their order. Never throws. */
	readonly send: (
		values: readonly T[],
		api: Api,
		group: string,
		first: Item,
	) => Promise<Read<readonly IDataObject[]>>;
	/** When all is sent: follows up what was sent, and answers a row for each in place of the one it has. */
	readonly followUp?: (
		sent: ReadonlyArray<Sent<T>>,
		api: Api,
		first: Item,
	) => Promise<readonly IDataObject[]>;
	/** Adds what belongs to the item and not to the value. */
	readonly finishRow?: (row: IDataObject, item: Item) => IDataObject;
};

/** A value on its way: what became of it is laid down here, and read by every item that has it. */
type Unit<T> = { readonly value: T; result?: Read<IDataObject> };

type Chunk<T> = { readonly group: string; readonly units: ReadonlyArray<Unit<T>> };

/** An item's entries in order: rows that are known, and units that are sent. */
type Plan<T> = ReadonlyArray<{ readonly row: IDataObject } | Unit<T>>;

/** Makes units of the entries of all items, each key once, and cuts every group into chunks. */
const createChunks = <T>(entries: ReadonlyArray<ReadonlyArray<Entry<T>>>, size: number) => {
	const groups = new Map<
		string,
		{ readonly units: Array<Unit<T>>; readonly byKey: Map<string, Unit<T>> }
	>();
	const toUnit = (entry: Entry<T>): Plan<T>[number] => {
		if ('row' in entry) return entry;
		const group = groups.get(entry.group) ?? { units: [], byKey: new Map<string, Unit<T>>() };
		groups.set(entry.group, group);
		const known = entry.key === undefined ? undefined : group.byKey.get(entry.key);
		if (known) return known;
		const unit: Unit<T> = { value: entry.value };
		group.units.push(unit);
		if (entry.key !== undefined) group.byKey.set(entry.key, unit);
		return unit;
	};
	const plans: Array<Plan<T>> = entries.map((each) => each.map(toUnit));
	const chunks: Array<Chunk<T>> = [];
	for (const [group, { units }] of groups) {
		for (let from = 0; from < units.length; from += size)
			chunks.push({ group, units: units.slice(from, from + size) });
	}
	return { plans, chunks };
};

const sendChunk = async <T>(
	{ send }: InChunks<T>,
	{ group, units }: Chunk<T>,
	api: Api,
	first: Item,
): Promise<Problem | undefined> => {
	const reply = await send(
		units.map(({ value }) => value),
		api,
		group,
		first,
	);
	units.forEach((unit, index) => {
		const row = reply.ok ? reply.value[index] : undefined;
		if (!reply.ok) unit.result = reply;
		else if (row) unit.result = { ok: true, value: row };
	});
	return reply.ok ? undefined : reply.problem;
};

const followUpAll = async <T>(
	{ followUp }: InChunks<T>,
	chunks: ReadonlyArray<Chunk<T>>,
	api: Api,
	first: Item,
): Promise<void> => {
	if (!followUp) return;
	const units = chunks.flatMap((chunk) => chunk.units);
	const sent = units.flatMap((unit) =>
		unit.result?.ok ? [{ unit, value: unit.value, row: unit.result.value }] : [],
	);
	const rows = await followUp(sent, api, first);
	sent.forEach(({ unit }, index) => {
		const row = rows[index];
		if (row) unit.result = { ok: true, value: row };
	});
};

/** The result of one item: its rows, with the first problem among its values; undefined while nothing of it was sent. */
const toResult = <T>(
	plan: Plan<T>,
	item: Item,
	finishRow: InChunks<T>['finishRow'],
): ItemResult | undefined => {
	const results = plan.map((entry): Read<IDataObject> | undefined =>
		'row' in entry ? { ok: true, value: entry.row } : entry.result,
	);
	const rows = results.flatMap((result) =>
		result?.ok ? [finishRow ? finishRow(result.value, item) : result.value] : [],
	);
	const failed = results.find((result) => result?.ok === false);
	if (failed && !failed.ok) return { ok: false, problem: failed.problem, rows };
	return results.includes(undefined) ? undefined : { ok: true, rows };
};

/** Makes a `run` out of what a chunk needs. A chunk that fails leaves the others; its items share its problem. */
export const inChunks =
	<T>(plan: InChunks<T>) =>
	async (context: IExecuteFunctions): Promise<INodeExecutionData[]> =>
		await runItems(context, plan, async (reads, api, { first, isStopped, stopAt }) => {
			const { plans, chunks } = createChunks(
				reads.map(({ read }) => (read.ok ? read.value : [])),
				plan.size,
			);
			const firstItemOf = ({ units }: Chunk<T>) =>
				plans.findIndex((each) => each.some((entry) => units.some((unit) => unit === entry)));
			const work = async (index: number): Promise<void> => {
				const chunk = chunks[index];
				const problem = chunk && (await sendChunk(plan, chunk, api, first));
				if (problem) stopAt({ index: firstItemOf(chunk), problem });
			};
			await concurrently(chunks.length, plan.atOnce, work, isStopped);
			if (!isStopped()) await followUpAll(plan, chunks, api, first);
			return reads.map(({ item, read }, index) =>
				read.ok ? toResult(plans[index] ?? [], item, plan.finishRow) : read,
			);
		});
