import type { IDataObject } from 'n8n-workflow';

import type { CallOutcome, Outcome } from '../../../api/reading/outcome';
import { readRecordWindow } from '../../../api/reading/recordWindow';
import type { AnyWireRecord } from '../../../api/reading/wireRecord';
import type { Item } from '../../../items/item';
import type { Call } from '../call';

/**
 * The current state of a call. `accepted`: Truecaller accepted its batch; `running`: Truecaller has
 * not decided yet.
 */
export type CallProgress = Omit<CallOutcome, 'outcome'> & {
	readonly outcome: Outcome | 'accepted' | 'running';
};

/** One call from the moment it was sent to the end of the run. */
export type SentCall = {
	readonly record: Call;
	/** The record as it was sent; undefined if the time ran out before. */
	readonly wire: AnyWireRecord | undefined;
	/**
	 * Null if Truecaller did not accept the batch; undefined for a call that was sent without a
	 * batch.
	 */
	readonly batchId?: string | null;
	readonly outcome: CallProgress;
	/** The first attempt of a call that was sent twice. */
	readonly firstTry?: SentCall;
};

const toFirstTry = ({ batchId, outcome: { outcome, reason, message } }: SentCall): IDataObject => ({
	batchId,
	outcome,
	reason,
	message,
});

/** Returns the output row of a call, for both operations that send calls. */
export const toCallRow = (
	{ record, wire, batchId, outcome: progress, firstTry }: SentCall,
	item: Item,
): IDataObject => {
	const { outcome, reason, advice, message } = progress;
	const row: IDataObject = {
		receiverNumber: record.receiverNumber,
		outcome,
		personalised: outcome === 'pushed',
		reason,
		advice,
		message,
		window: readRecordWindow(wire, item.timezone),
	};
	if (batchId !== undefined) row.batchId = batchId;
	row.callRecord = wire;
	if (firstTry) row.firstTry = toFirstTry(firstTry);
	if (item.option('includeInputFields') === true) row.input = item.json;
	return row;
};
