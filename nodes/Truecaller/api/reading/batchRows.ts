import type { IDataObject } from 'n8n-workflow';

import { BATCH_ROW_STATUS } from '../facts/words';
import { isObject, readVerdict } from './answer';
import { toOutcome, toPushed } from './outcome';
import type { Outcome, Reason } from './outcome';
import { readReason } from './readOutcome';
import { toCallRecord } from './wireRecord';
import { readWord } from './words';

/** One row of a batch's status. `running`: Truecaller has not decided yet. */
export type BatchRow = {
	readonly recordId: string | null;
	readonly outcome: Outcome | 'running';
	readonly reason: Reason | null;
	readonly advice: string;
	readonly message: string | null;
	readonly callRecord: IDataObject;
};

const RUNNING_ADVICE = 'Ask for the status again in a minute';

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const readRow = (row: Record<string, unknown>): BatchRow => {
	const verdict = readVerdict(row);
	const meaning = readWord(BATCH_ROW_STATUS, verdict.status);
	const base = { recordId: textOrNull(row.id), callRecord: toCallRecord(row) };
	if (meaning === 'pushed') return { ...base, ...toPushed(verdict.message) };
	if (meaning !== 'failed')
		return {
			...base,
			outcome: 'running',
			reason: null,
			advice: RUNNING_ADVICE,
			message: verdict.message ?? null,
		};
	return { ...base, ...toOutcome(readReason(verdict), verdict.message) };
};

/**
 * Reads the answer to a batch status in any form: v2 and v3 have `data`, v1 is a bare array.
 * Returns undefined for any other body.
 */
export const readBatchRows = (body: unknown): BatchRow[] | undefined => {
	const rows: unknown = isObject(body) ? body.data : body;
	return Array.isArray(rows) ? rows.filter(isObject).map(readRow) : undefined;
};
