import { digitsOf } from '../../api/reading/digits';
import { isObject } from '../../api/reading/answer';
import type { BatchRow } from '../../api/reading/batchRows';
import { joinRows } from '../../api/reading/joinRows';
import type { AnyWireRecord } from '../../api/reading/wireRecord';
import { NOT_LISTED_YET, receiverOf } from './reportedCall';
import type { ReportedCall } from './reportedCall';

/** What an input item knows about its own call: the record, or at least the receiver. */
export type OwnCall = { readonly record?: AnyWireRecord; readonly receiverNumber?: string };

const isRecord = (value: unknown): value is AnyWireRecord =>
	isObject(value) && receiverOf(value) !== '';

/**
 * Reads the call of an item that came from Personalise Many. Returns nothing for an item of another
 * batch.
 */
export const readOwnCall = (json: Readonly<Record<string, unknown>>, batchId: string): OwnCall => {
	if (json.batchId !== undefined && json.batchId !== batchId) return {};
	const { callRecord, receiverNumber } = json;
	return {
		...(isRecord(callRecord) ? { record: callRecord } : {}),
		...(typeof receiverNumber === 'string' && receiverNumber !== '' ? { receiverNumber } : {}),
	};
};

/**
 * Takes the rows of a receiver out of `left`: one for each item that names it. The last item gets
 * the rest.
 */
const takeByReceiver = (
	receiver: string,
	places: readonly number[],
	left: Set<BatchRow>,
	shares: BatchRow[][],
): void => {
	const rows = [...left].filter(
		({ callRecord }) => digitsOf(receiverOf(callRecord)) === digitsOf(receiver),
	);
	rows.forEach((row, index) => {
		left.delete(row);
		shares[places[Math.min(index, places.length - 1)] ?? 0]?.push(row);
	});
};

/** Gives each item that contains its record the row that reports on it. */
const shareByRecord = (
	calls: readonly OwnCall[],
	rows: readonly BatchRow[],
	left: Set<BatchRow>,
	shares: BatchRow[][],
): void => {
	const known = calls.flatMap(({ record }, place) => (record ? [{ record, place }] : []));
	const joined = joinRows(
		known.map(({ record }) => record),
		rows,
	);
	known.forEach(({ place }, index) => {
		const row = joined[index];
		if (row && left.delete(row)) shares[place]?.push(row);
	});
};

/** Gives items that contain only their receiver the rows of that receiver. */
const shareByReceiver = (
	calls: readonly OwnCall[],
	left: Set<BatchRow>,
	shares: BatchRow[][],
): void => {
	const placesOf = new Map<string, number[]>();
	calls.forEach(({ record, receiverNumber }, place) => {
		if (record || receiverNumber === undefined) return;
		placesOf.set(receiverNumber, [...(placesOf.get(receiverNumber) ?? []), place]);
	});
	for (const [receiver, places] of placesOf) takeByReceiver(receiver, places, left, shares);
};

/**
 * Returns true if the item's call is certain. A receiver in E.164 is ours, even before a row names
 * it. Any other text may be a column of the user's.
 */
const isKnown = ({ record, receiverNumber = '' }: OwnCall): boolean =>
	record !== undefined || receiverNumber.startsWith('+');

/**
 * Distributes the rows of a batch: each item gets those of its own call, and the first item that
 * names no call gets the rest.
 */
export const shareRows = (
	batchId: string,
	calls: readonly OwnCall[],
	rows: readonly BatchRow[],
): ReportedCall[][] => {
	// A single item for the whole batch, as after Remove Duplicates, gets all rows.
	if (calls.length === 1 && rows.length > 0) return [rows.map((row) => ({ batchId, row }))];
	const shares: BatchRow[][] = calls.map(() => []);
	const left = new Set(rows);
	shareByRecord(calls, rows, left, shares);
	shareByReceiver(calls, left, shares);
	const stranger = calls.findIndex((call, place) => !isKnown(call) && shares[place]?.length === 0);
	shares[stranger]?.push(...left);
	return shares.map((share, place) => {
		const { record, receiverNumber } = calls[place] ?? {};
		const isOpen = isKnown(calls[place] ?? {}) || (place === stranger && rows.length === 0);
		if (share.length > 0 || !isOpen) return share.map((row) => ({ batchId, row }));
		const row = { ...NOT_LISTED_YET, callRecord: { ...record } };
		return [{ batchId, row, ...(receiverNumber === undefined ? {} : { receiverNumber }) }];
	});
};
