import { sleep } from 'n8n-workflow';

import type { Read } from '../api/problems';
import { explainExpression } from './expressionFault';
import type { Item } from './item';

/** Reads the parameters of an item into a typed value or a problem. */
export type ReadAs<T> = (item: Item, first: Item) => Read<T>;

/** One item and its reading. */
export type ReadItem<T> = { readonly item: Item; readonly read: Read<T> };

/** Readings of all items of a run, at least one. */
export type Reads<T> = readonly [ReadItem<T>, ...Array<ReadItem<T>>];

/** Reads an item. A broken expression becomes a problem of this item alone. */
export const readSafely = <T>(read: () => Read<T>): Read<T> => {
	try {
		return read();
	} catch (error) {
		return { ok: false, problem: explainExpression(error) };
	}
};

/** Longest reading before the rest of the process may run. */
const BREATHE_AFTER_MS = 200;

/**
 * Reads all items before anything is sent, with pauses. n8n needs about a millisecond for an expression, so a long
 * sheet takes minutes. In queue mode a worker that is silent for one minute counts as dead. n8n then marks its execution
 * as failed, and n8n before 2.0 gives it to another worker, which sends everything again.
 */
export const readAll = async <T>(
	[first, ...others]: readonly [Item, ...Item[]],
	readAs: ReadAs<T>,
): Promise<Reads<T>> => {
	let breathedAtMs = Date.now();
	const readItem = (item: Item): ReadItem<T> => ({
		item,
		read: readSafely(() => readAs(item, first)),
	});
	const reads: [ReadItem<T>, ...Array<ReadItem<T>>] = [readItem(first)];
	for (const item of others) {
		if (Date.now() - breathedAtMs > BREATHE_AFTER_MS) {
			await sleep(0);
			breathedAtMs = Date.now();
		}
		reads.push(readItem(item));
	}
	return reads;
};
