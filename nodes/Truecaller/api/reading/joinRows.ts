import type { BatchRow } from './batchRows';
import { digitsOf } from './digits';
import { valueOf } from './wireRecord';
import type { AnyWireRecord } from './wireRecord';

type Unread = Readonly<Record<string, unknown>>;

/** Who calls whom, in any version's names and with or without `+`. */
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

/** From what tells most to what tells least: Truecaller may fill in a name, or round a time, that we sent otherwise. */
const KEYS = [allOf, windowOf, pairOf] as const;

/**
 * Lays beside each record the row that reports on it, or undefined where none does. Rows come in no promised
 * order and in another dialect, and the same pair can occur several times in a batch: what is alike in every
 * field is exchangeable, everything else finds its own.
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
