import type { RecordForm } from '../facts/endpoints';
import type { WireCallRecord, WireCallRecordV1 } from '../facts/wire';

/** A record in the form of one version or another. */
export type AnyWireRecord = WireCallRecord | WireCallRecordV1;

/** [D1][D3] v1 has other names for the same fields, and takes no others. */
const toFormerNames = (record: WireCallRecord): WireCallRecordV1 => ({
	caller: record.caller_number,
	receiver: record.receiver_number,
	starts_at: record.starts_at,
	ends_at: record.ends_at,
	...(record.label_id === undefined ? {} : { label_id: record.label_id }),
	...(record.dynamic_label_name === undefined ? {} : { label_name: record.dynamic_label_name }),
	...(record.dynamic_call_reason === undefined ? {} : { call_reason: record.dynamic_call_reason }),
});

export const toVersion = (record: WireCallRecord, { formerNames }: RecordForm): AnyWireRecord =>
	formerNames ? toFormerNames(record) : record;
