import { nameItems } from './nameItems';
import type { ItemResult } from './results';

/** Defines which values count as done, because a second run would send them again, and the word for them. */
export type Done<R> = {
	readonly isDone?: (value: R) => boolean;
	readonly doneWord?: string;
	/** Returns the batch in which Truecaller accepted a value, if any. */
	readonly batchOf?: (value: R) => string | null | undefined;
};

/** Marks the items that are done in the text of `tellSoFar`. */
export const SENT_AGAIN = 'a second run would send them again';

/** Says what happened to each item before the run ended early, so that a second run can leave out the items that are done. */
export const tellSoFar = <R>(
	{ isDone, doneWord = 'done', batchOf }: Done<R>,
	results: ReadonlyArray<ItemResult<R> | undefined>,
): string => {
	if (!isDone) return '';
	const told: string[] = [];
	const batches = new Set<string>();
	const done = [...results.keys()].filter((index) => {
		const values = (results[index]?.values ?? []).filter(isDone);
		for (const value of values) batches.add(batchOf?.(value) ?? '');
		return values.length > 0;
	});
	batches.delete('');
	if (done.length === 0) told.push(`Nothing was ${doneWord}.`);
	else told.push(`Already ${doneWord}, and ${SENT_AGAIN}: ${nameItems(done, Infinity)}.`);
	if (batches.size > 0) told.push(`Batches: ${[...batches].join(', ')}.`);
	const isUnderWay = (result: ItemResult<R> | undefined): boolean =>
		result?.ok === false && result.isUnderWay === true;
	const underWay = [...results.keys()].filter((index) => isUnderWay(results[index]));
	if (underWay.length > 0)
		told.push(`Under way, and may be ${doneWord} as well: ${nameItems(underWay, Infinity)}.`);
	const unsent = [...results.keys()].filter((index) => results[index] === undefined);
	if (unsent.length > 0) told.push(`Not sent: ${nameItems(unsent)}.`);
	return told.join(' ');
};
