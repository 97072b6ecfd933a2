import { reworded } from '../../refusals';
import type { Fault } from '../../refusals';
import { verdictOfFault, verdictOfOutcome } from './batches';
import type { BatchRecord } from './batches';
import { readCallRecord } from '../calls/callRecord';
import type { Judge } from '../calls/callRecord';
import type { Fields } from '../shape';
import { outcomeFor } from '../calls/delivery';
import type { PushAttempt, Sight } from '../calls/delivery';
import { faultInFormerNames, readFormerNames } from '../calls/formerNames';

/** A record in the names of v2, valid or not. */
export type Judged =
	| { readonly ok: true; readonly record: Fields; readonly receiverNumber: string }
	| { readonly ok: false; readonly record: Fields; readonly fault: Fault };

/** Checks a record. `former`: the record has the names of v1, and so has its fault. */
export const judgeRecord = (sent: Fields, judge: Judge, former: boolean): Judged => {
	const renamed = former ? readFormerNames(sent) : { ok: true as const, fields: sent };
	if (!renamed.ok)
		return { ok: false, record: sent, fault: reworded(renamed.fault, judge.dialect) };
	const record = renamed.fields;
	const judged = readCallRecord(record, judge);
	if (judged.ok) return { ok: true, record, receiverNumber: judged.record.receiver_number };
	return { ok: false, record, fault: former ? faultInFormerNames(judged.fault) : judged.fault };
};

/** The stored record, and its effect on a phone. */
export type Delivered = {
	readonly kept: BatchRecord;
	readonly phone?: { readonly receiverNumber: string; readonly sight: Sight };
};

/** Returns the result of one record, and the phone that it reached, if it was valid. */
export const deliverRecord = (judged: Judged, attempt: PushAttempt): Delivered => {
	const { record } = judged;
	if (!judged.ok) return { kept: { record, verdict: verdictOfFault(judged.fault) } };
	const { receiverNumber } = judged;
	const outcome = outcomeFor(receiverNumber, attempt);
	const phone = { receiverNumber, sight: outcome.sight };
	return { kept: { record, verdict: verdictOfOutcome(outcome) }, phone };
};
