import type { Row } from './run';
import { BATCH, phoneOf } from './workflows';
import type { Variant } from './workflows';

type Call = { receiver_number?: string };

const pairOf = ({ pairedItem }: Row) =>
	Array.isArray(pairedItem) ? pairedItem[0]?.item : pairedItem?.item;

/** Throws unless every item came back as a row, in order, paired with itself, and accepted. */
const checkRows = (variant: Variant, items: number, rows: readonly Row[]): void => {
	if (rows.length !== items)
		throw new Error(`${variant}: ${rows.length} rows came back for ${items} items`);
	rows.forEach((row, index) => {
		const { outcome, batchId, callRecord } = row.json;
		const isRight =
			outcome === 'accepted' &&
			typeof batchId === 'string' &&
			(callRecord as Call).receiver_number === phoneOf(index);
		if (!isRight || pairOf(row) !== index)
			throw new Error(
				`${variant}: row ${index} is not that of item ${index}: ${JSON.stringify(row)}`,
			);
	});
};

/** The loop hands on one answer per batch and no rows of items. */
const checkBatches = (items: number, rows: readonly Row[]): void => {
	const ids = new Set(rows.map(({ json }) => json.batch_id));
	if (ids.size !== Math.ceil(items / BATCH))
		throw new Error(`loop: ${ids.size} batches for ${items} items`);
};

export const checkOutput = (variant: Variant, items: number, rows: readonly Row[]): void =>
	variant === 'loop' ? checkBatches(items, rows) : checkRows(variant, items, rows);

type Received = { status: number | null; trimmed: boolean; body: { call_records?: Call[] } | null };

/** Throws unless the sandbox took every item once: the last bodies that it keeps are counted one by one. */
export const checkReceived = (variant: Variant, items: number, all: readonly Received[]): void => {
	const expected = variant === 'fields' ? 0 : Math.ceil(items / BATCH);
	const taken = all.filter(({ status }) => status === 200);
	if (taken.length !== expected)
		throw new Error(`${variant}: the sandbox took ${taken.length} batches, not ${expected}`);
	if (expected === 0 || taken.some(({ trimmed }) => trimmed)) return;
	const phones = new Set(
		taken.flatMap(({ body }) => (body?.call_records ?? []).map((record) => record.receiver_number)),
	);
	const sent = taken.reduce((sum, { body }) => sum + (body?.call_records?.length ?? 0), 0);
	if (sent !== items || phones.size !== items)
		throw new Error(
			`${variant}: the sandbox took ${sent} records of ${phones.size} people, not ${items}`,
		);
};
