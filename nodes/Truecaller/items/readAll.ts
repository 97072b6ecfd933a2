import { sleep } from 'n8n-workflow';

import type { Read } from '../api/problems';
import { explainExpression } from './expressionFault';
import type { Item } from './item';

/** Reads the parameters of an item into a typed value, or into the problem with them. */
export type ReadAs<T> = (item: Item, first: Item) => Read<T>;

/** One item and what was read of it. */
export type ReadItem<T> = { readonly item: Item; readonly read: Read<T> };

/** All items of a run; there is at least one, or nothing runs. */
export type Reads<T> = readonly [ReadItem<T>, ...Array<ReadItem<T>>];

/** Reading must not take the other items down with it: a broken expression is a problem of its item. */
export const readSafely = <T>(read: () => Read<T>): Read<T> => {
	try {
		return read();
	} catch (error) {
		return { ok: false, problem: explainExpression(error) };
	}
};

/** Reading goes on for this long before the rest of the process gets a turn. */
const BREATHE_AFTER_MS = 200;

/**
 * Reads all items before anything is sent. An expression takes n8n about a millisecond, so a long sheet takes
 * minutes. A worker of queue mode that says nothing for one minute counts as dead: its execution is marked as
 * failed while it goes on, and n8n before 2.0 hands it to another worker, which sends everything again.
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
