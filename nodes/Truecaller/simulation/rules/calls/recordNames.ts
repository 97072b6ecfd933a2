import type { WireCallRecord } from '../../../api/facts/wire';

/** The model's name for each field of a record in v2 and v3. [S][D3][D4] §4.2 */
export const NAMES = {
	caller: 'caller_number',
	receiver: 'receiver_number',
	startsAt: 'starts_at',
	endsAt: 'ends_at',
	labelId: 'label_id',
	labelName: 'dynamic_label_name',
	callReason: 'dynamic_call_reason',
} as const satisfies Readonly<Record<string, keyof WireCallRecord>>;
