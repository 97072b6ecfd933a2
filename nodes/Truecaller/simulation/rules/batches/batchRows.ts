import type { WireStatusInfo } from '../../../api/facts/wire';
import type { ModelSettings } from '../../settings/settings';
import { isSettled } from './batches';
import type { Batch, BatchRecord } from './batches';
import type { BatchVersion } from './batchVersion';
import { CALL_RECORD_FIELDS } from '../calls/callRecordShape';
import type { Fields } from '../shape';
import { inDialect } from '../calls/delivery';
import { inFormerNames } from '../calls/formerNames';
import { shuffled } from './shuffled';
import { toWireTime } from '../wireTime';

/** [I] Status of a waiting record. Any word works, except the final ones. */
const PENDING: WireStatusInfo = { status: 'pending' };

/** How the rows of an answer are written. */
type Style = {
	readonly version: BatchVersion;
	readonly settings: ModelSettings;
	readonly settled: boolean;
};

const withPlus = ({ version, settings }: Style): boolean =>
	settings.batchRowNumbers === 'documented'
		? version === 'v3'
		: settings.batchRowNumbers === 'withPlus';

/** Returns a number with or without `+`. Other values stay unchanged. */
const rewrite = (value: unknown, plus: boolean): unknown =>
	typeof value === 'string' && /^\+?\d+$/.test(value)
		? value.replace(/^\+?/, plus ? '+' : '')
		: value;

const echo = (record: Fields, style: Style): Fields => {
	const plus = withPlus(style);
	const known = CALL_RECORD_FIELDS.filter((name) => record[name] !== undefined);
	const fields = Object.fromEntries(
		known.map((name) => [
			name,
			name.endsWith('_number') ? rewrite(record[name], plus) : record[name],
		]),
	);
	const former = style.version === 'v1' || style.settings.batchRowNames === 'former';
	return former ? inFormerNames(fields) : fields;
};

/** [D1][D3] v1: plain text; that a message comes beside it is [I]. */
const verdictFields = (verdict: WireStatusInfo, { version, settings }: Style): object =>
	version === 'v1' ? verdict : inDialect(verdict, settings.dialect);

const toRow = ({ record, verdict }: BatchRecord, index: number, batch: Batch, style: Style) => {
	const ofV1 = { client_account_id: batch.clientAccountId, batch_id: batch.id };
	return {
		// Computed and not stored: the same in every answer.
		id: batch.id.slice(0, 24) + index.toString(16).padStart(12, '0'),
		...(style.version === 'v1' ? ofV1 : {}),
		...echo(record, style),
		...verdictFields(style.settled && verdict ? verdict : PENDING, style),
		created_at: toWireTime(batch.acceptedAtMs),
	};
};

/** Returns the rows of a batch as they are now. */
export const rowsOf = (
	batch: Batch,
	version: BatchVersion,
	settings: ModelSettings,
	nowMs: number,
): unknown[] => {
	const settled = isSettled(batch, settings.batchSettleMs, nowMs);
	if (!settled && settings.batchUnsettledRows === 'absent') return [];
	const style = { version, settings, settled };
	const rows = batch.records.flatMap((each, index) =>
		each.verdict === null ? [] : [toRow(each, index, batch, style)],
	);
	return settings.batchRowOrder === 'shuffled' ? shuffled(rows) : rows;
};
