import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Problem } from '../api/problems';
import type { Api } from '../api/request';
import { createChunks, toResult } from './chunks';
import type { Chunk, Entry, Plan } from './chunks';
import { concurrently, countAtOnce } from './concurrently';
import type { AtOnce } from './concurrently';
import type { Item } from './item';
import { runItems } from './run';
import type { Reading } from './run';
import { UNDER_WAY, untilStopped } from './untilStopped';

/** Result of a chunk: one for each value, in order, or one problem for all of them. */
export type ChunkReply<R> =
	| { readonly ok: true; readonly value: readonly R[] }
	| {
			readonly ok: false;
			readonly problem: Problem;
			/** True if the request was sent before the run was stopped, so it may have worked. */
			readonly isUnderWay?: boolean;
	  };

/** An operation that gathers the values of all items and sends them in chunks. */
export type InChunks<T, R> = Reading<ReadonlyArray<Entry<T, R>>, R> & {
	/** Most values in one request. */
	readonly size: number;
	/** How many chunks are under way at once. */
	readonly atOnce: AtOnce;
	/** Sends one chunk of one group. Never throws. */
	readonly send: (
		values: readonly T[],
		api: Api,
		group: string,
		first: Item,
	) => Promise<ChunkReply<R>>;
	/** Runs after the last request. Returns a new result for each one sent, such as its outcome. */
	readonly followUp?: (sent: readonly R[], api: Api, first: Item) => Promise<readonly R[]>;
};

const sendChunk = async <T, R>(
	{ send }: InChunks<T, R>,
	{ group, units }: Chunk<T, R>,
	api: Api,
	first: Item,
): Promise<Problem | undefined> => {
	for (const unit of units) {
		unit.result = { ok: false, problem: UNDER_WAY };
		unit.isUnderWay = true;
	}
	const values = units.map(({ value }) => value);
	const reply = await send(values, api, group, first);
	units.forEach((unit, index) => {
		const value = reply.ok ? reply.value[index] : undefined;
		unit.isUnderWay = reply.ok ? false : reply.isUnderWay;
		if (!reply.ok) unit.result = reply;
		else unit.result = value === undefined ? undefined : { ok: true, value };
	});
	return reply.ok ? undefined : reply.problem;
};

const followUpAll = async <T, R>(
	{ followUp }: InChunks<T, R>,
	chunks: ReadonlyArray<Chunk<T, R>>,
	api: Api,
	first: Item,
): Promise<void> => {
	if (!followUp) return;
	const sent = chunks
		.flatMap(({ units }) => units)
		.flatMap((unit) => (unit.result?.ok ? [{ unit, value: unit.result.value }] : []));
	const followed = await followUp(
		sent.map(({ value }) => value),
		api,
		first,
	);
	sent.forEach(({ unit }, index) => {
		const value = followed[index];
		if (value !== undefined) unit.result = { ok: true, value };
	});
};

/** Returns the first item that has a value in the chunk. */
const firstItemOf = <T, R>(plans: ReadonlyArray<Plan<T, R>>, { units }: Chunk<T, R>): number =>
	plans.findIndex((each) => each.some((entry) => units.some((unit) => unit === entry)));

/** Returns a `run` that sends values in chunks. A failed chunk does not stop the others; its items share its problem. */
export const inChunks =
	<T, R>(plan: InChunks<T, R>) =>
	async (context: IExecuteFunctions): Promise<INodeExecutionData[]> =>
		await runItems<ReadonlyArray<Entry<T, R>>, R>(context, plan, async (reads, api, run) => {
			const { plans, chunks } = createChunks(
				reads.map(({ read }) => (read.ok ? read.value : [])),
				plan.size,
			);
			const work = async (index: number): Promise<void> => {
				const chunk = chunks[index];
				const problem = chunk && (await sendChunk(plan, chunk, api, run.first));
				if (problem) run.stopAt({ index: firstItemOf(plans, chunk), problem });
			};
			await untilStopped(
				concurrently(chunks.length, countAtOnce(plan.atOnce, api), work, run.isStopped),
				run.signal,
			);
			if (!run.isStopped()) await followUpAll(plan, chunks, api, run.first);
			return reads.map(({ read }, index) => (read.ok ? toResult(plans[index] ?? []) : read));
		});
