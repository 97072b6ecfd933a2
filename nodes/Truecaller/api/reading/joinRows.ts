import type { BatchRow } from './batchRows';
import type { AnyWireRecord } from './wireRecord';

const digits = (value: unknown): string => String(value ?? '').replace(/\D/g, '');

const field = (
	record: Readonly<Record<string, unknown>>,
	name: string,
	formerName: string,
): unknown => record[name] ?? record[formerName];

/** Who calls whom, in any version's names and with or without `+`. */
const pairOf = (record: Readonly<Record<string, unknown>>): string =>
	`${digits(field(record, 'caller_number', 'caller'))} ${digits(field(record, 'receiver_number', 'receiver'))}`;

const windowOf = (record: Readonly<Record<string, unknown>>): string =>
	`${pairOf(record)} ${String(record.starts_at)} ${String(record.ends_at)}`;

const allOf = (record: Readonly<Record<string, unknown>>): string =>
	JSON.stringify([
		windowOf(record),
		String(record.label_id ?? ''),
		field(record, 'dynamic_label_name', 'label_name') ?? '',
		field(record, 'dynamic_call_reason', 'call_reason') ?? '',
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
