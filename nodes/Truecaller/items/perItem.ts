import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Api } from '../api/request';
import { concurrently, countAtOnce } from './concurrently';
import type { AtOnce } from './concurrently';
import type { Item } from './item';
import type { ItemResult } from './results';
import { runItems } from './run';
import type { Reading } from './run';
import { UNDER_WAY, untilStopped } from './untilStopped';

/** An operation that sends its requests item by item. `perItem` adds the loop, the pairing and On Error. */
export type PerItem<T, R> = Reading<T, R> & {
	/** Sends the requests of an item. Never throws. */
	readonly send: (value: T, api: Api, item: Item) => Promise<ItemResult<R>>;
	/** Most items under way at once. The rate limit of the account may allow fewer. */
	readonly atOnce: AtOnce;
};

/** Returns a `run` that sends item by item. */
export const perItem =
	<T, R>(plan: PerItem<T, R>) =>
	async (context: IExecuteFunctions): Promise<INodeExecutionData[]> =>
		await runItems<T, R>(context, plan, async (reads, api, { isStopped, stopAt, signal }) => {
			const results: Array<ItemResult<R> | undefined> = reads.map(() => undefined);
			const work = async (index: number): Promise<void> => {
				const each = reads[index];
				if (!each) return;
				results[index] = { ok: false, problem: UNDER_WAY, isUnderWay: true };
				const result: ItemResult<R> = each.read.ok
					? await plan.send(each.read.value, api, each.item)
					: each.read;
				results[index] = result;
				if (!result.ok && !result.waits) stopAt({ index, problem: result.problem });
			};
			await untilStopped(
				concurrently(reads.length, countAtOnce(plan.atOnce, api), work, isStopped),
				signal,
			);
			return [...results];
		});
