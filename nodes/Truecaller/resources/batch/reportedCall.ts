import type { IDataObject } from 'n8n-workflow';

import { LIMITS } from '../../api/facts/limits';
import type { BatchRow } from '../../api/reading/batchRows';
import { readRecordWindow } from '../../api/reading/recordWindow';
import { valueOf } from '../../api/reading/wireRecord';
import type { Item } from '../../items/item';

/** Truecaller's report on one call of a batch. */
export type ReportedCall = {
	readonly batchId: string;
	readonly row: BatchRow;
	/** The receiver in the input item, for a call that has no row yet. */
	readonly receiverNumber?: string;
};

/** Row of a batch that Truecaller has accepted but not listed yet. Nothing is wrong. */
export const NOT_LISTED_YET: BatchRow = {
	recordId: null,
	outcome: 'running',
	reason: null,
	advice: "Ask for the status again in a minute; if this stays so, check 'Batch ID'",
	message: null,
	callRecord: {},
};

/** Returns the receiver of a record, in the names of any version; empty text if absent. */
export const receiverOf = (record: Readonly<Record<string, unknown>>): string =>
	String(valueOf(record, 'receiver') ?? '');

const E164_DIGITS = new RegExp(`^\\+?\\d{${LIMITS.phoneDigitsMin},${LIMITS.phoneDigitsMax}}$`);

/**
 * Returns a receiver in E.164: Truecaller reports numbers with or without `+`. Other text stays
 * unchanged.
 */
const toReceiver = (receiver: string): string | null => {
	if (receiver === '') return null;
	return E164_DIGITS.test(receiver) ? `+${receiver.replace('+', '')}` : receiver;
};

/** Returns the output row of a call in a batch. */
export const toStatusRow = (
	{ batchId, row, receiverNumber }: ReportedCall,
	{ timezone }: Item,
): IDataObject => {
	const { recordId, outcome, reason, advice, message, callRecord } = row;
	return {
		receiverNumber: toReceiver(receiverOf(callRecord)) ?? receiverNumber ?? null,
		outcome,
		personalised: outcome === 'pushed',
		reason,
		advice,
		message,
		window: readRecordWindow(callRecord, timezone),
		batchId,
		recordId,
		callRecord,
	};
};
