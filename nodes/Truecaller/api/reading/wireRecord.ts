import type { IDataObject } from 'n8n-workflow';

import type { RecordForm } from '../facts/endpoints';
import type { WireCallRecord, WireCallRecordV1 } from '../facts/wire';

/** A record in the form of one version or another. */
export type AnyWireRecord = WireCallRecord | WireCallRecordV1;

/** The values of a record, in our own names. Everything else derives from the two tables below. */
export type RecordValues = {
	readonly caller: string;
	readonly receiver: string;
	readonly startsAt: number;
	readonly endsAt: number;
	readonly labelId?: string;
	readonly labelName?: string;
	readonly callReason?: string;
};

/** The fields of v2 and v3, and the value of each. [D2][D3][D4] */
const CURRENT = {
	caller_number: 'caller',
	receiver_number: 'receiver',
	starts_at: 'startsAt',
	ends_at: 'endsAt',
	label_id: 'labelId',
	dynamic_label_name: 'labelName',
	dynamic_call_reason: 'callReason',
} as const satisfies Readonly<Record<keyof WireCallRecord, keyof RecordValues>>;

/** The fields of v1, which uses and accepts only these names. [D1][D3] */
const FORMER = {
	caller: 'caller',
	receiver: 'receiver',
	starts_at: 'startsAt',
	ends_at: 'endsAt',
	label_id: 'labelId',
	label_name: 'labelName',
	call_reason: 'callReason',
} as const satisfies Readonly<Record<keyof WireCallRecordV1, keyof RecordValues>>;

type Fields = Readonly<Record<string, keyof RecordValues>>;

/** A record with the field names of a table. Absent values stay absent. */
type Written<Table extends Fields> = {
	-readonly [Field in keyof Table]: RecordValues[Table[Field]];
};

const write = <Table extends Fields>(table: Table, values: RecordValues): Written<Table> => {
	const fields = Object.entries(table).map(([field, name]) => [field, values[name]] as const);
	const present = fields.filter(([, value]) => value !== undefined);
	return Object.fromEntries(present) as Written<Table>;
};

const readValues = (record: WireCallRecord): RecordValues => ({
	caller: record.caller_number,
	receiver: record.receiver_number,
	startsAt: record.starts_at,
	endsAt: record.ends_at,
	labelId: record.label_id,
	labelName: record.dynamic_label_name,
	callReason: record.dynamic_call_reason,
});

/** Returns a record in the names of v2 and v3. */
export const toWireRecord = (values: RecordValues): WireCallRecord => write(CURRENT, values);

/** Returns a record of v2 and v3 in the form of another version. */
export const toVersion = (record: WireCallRecord, { formerNames }: RecordForm): AnyWireRecord =>
	formerNames ? write(FORMER, readValues(record)) : record;

/** Every field name of a record, in any version, and the value that it holds. */
export const RECORD_FIELDS: ReadonlyArray<readonly [field: string, name: keyof RecordValues]> = [
	...new Map<string, keyof RecordValues>([...Object.entries(CURRENT), ...Object.entries(FORMER)]),
];

/** Returns only the fields of the call record from a row in a batch's status. */
export const toCallRecord = (row: Readonly<Record<string, unknown>>): IDataObject => {
	const record: IDataObject = {};
	for (const [field] of RECORD_FIELDS) {
		const value = row[field];
		if (typeof value === 'string' || typeof value === 'number') record[field] = value;
	}
	return record;
};

/** Returns one value of a record, in the names of any version; undefined if absent. */
export const valueOf = (
	record: Readonly<Record<string, unknown>>,
	name: keyof RecordValues,
): unknown =>
	RECORD_FIELDS.filter(([, each]) => each === name)
		.map(([field]) => record[field])
		.find((value) => value !== undefined && value !== null);
