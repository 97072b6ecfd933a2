import type { BatchRow } from './batchRows';
import { digitsOf } from './digits';
import { valueOf } from './wireRecord';
import type { AnyWireRecord } from './wireRecord';

type Unread = Readonly<Record<string, unknown>>;

/** Returns caller and receiver of a record, in the names of any version and with or without `+`. */
const pairOf = (record: Unread): string =>
	`${digitsOf(valueOf(record, 'caller'))} ${digitsOf(valueOf(record, 'receiver'))}`;

const windowOf = (record: Unread): string =>
	`${pairOf(record)} ${String(valueOf(record, 'startsAt'))} ${String(valueOf(record, 'endsAt'))}`;

const allOf = (record: Unread): string =>
	JSON.stringify([
		windowOf(record),
		String(valueOf(record, 'labelId') ?? ''),
		valueOf(record, 'labelName') ?? '',
		valueOf(record, 'callReason') ?? '',
	]);

/** From the most exact key to the least: Truecaller may fill in a name or round a time. */
const KEYS = [allOf, windowOf, pairOf] as const;

/**
 * Returns, for each record, the row that reports on it, or undefined. Rows come in any order and in
 * another dialect, and the same pair may occur several times in a batch. Records that are equal in
 * every field are interchangeable; all others find their own row.
 */
export const joinRows = (
	records: readonly AnyWireRecord[],
	rows: readonly BatchRow[],
): Array<BatchRow | undefined> => {
	const joined: Array<BatchRow | undefined> = records.map(() => undefined);
	let left = rows;
	for (const keyOf of KEYS) {
		const byKey = new Map<string, BatchRow[]>();
		for (const row of left) {
			const key = keyOf(row.callRecord);
			byKey.set(key, [...(byKey.get(key) ?? []), row]);
		}
		records.forEach((record, index) => {
			joined[index] ??= byKey.get(keyOf(record))?.shift();
		});
		left = [...byKey.values()].flat();
	}
	return joined;
};
