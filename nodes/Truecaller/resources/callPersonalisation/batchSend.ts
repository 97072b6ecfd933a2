import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import type { Reply } from '../../api/answer';
import { ENDPOINTS } from '../../api/endpoints';
import { readOutcome, toOutcome } from '../../api/outcome';
import { explainFailure } from '../../api/problems';
import type { Read } from '../../api/problems';
import type { Api } from '../../api/request';
import type { WireCallRecord } from '../../api/wire';
import { toWire } from './callRecord';
import type { CallRecord } from './callRecord';

const ACCEPTED = {
	outcome: 'accepted',
	personalised: false,
	reason: null,
	advice: 'Get the status of the batch in a minute, to see what became of this call',
	message: null,
};

/** [D3] The id is taken as it comes: one sample of it is no UUID. */
const batchIdOf = (reply: Reply): string | undefined => {
	const id = reply.ok && isObject(reply.body) ? reply.body.batch_id : undefined;
	return typeof id === 'string' && id !== '' ? id : undefined;
};

/** What became of a whole batch: accepted with its id, or one outcome for all its records. */
const readBatch = (reply: Reply): IDataObject | undefined => {
	const batchId = batchIdOf(reply);
	if (batchId !== undefined) return { ...ACCEPTED, batchId };
	// A batch is accepted with an id; any other word of success is none.
	const outcome = reply.ok ? toOutcome('noAnswer', undefined) : readOutcome(reply);
	return outcome && { ...outcome, personalised: false, batchId: null };
};

/** POST …/dynamic_call_records with up to 500 records; a row for each, in their order. */
export const sendBatch = async (records: readonly CallRecord[], api: Api): Promise<Read<readonly IDataObject[]>> => {
	const endpoint = ENDPOINTS.personaliseBatch;
	let sent: WireCallRecord[] = [];
	const body = (nowMs: number) => ({ call_records: (sent = records.map((record) => toWire(record, endpoint.plus, nowMs))) });
	const reply = await api.send(endpoint, { body });
	const row = readBatch(reply);
	if (row) return { ok: true, value: sent.map((callRecord) => ({ ...row, callRecord })) };
	return { ok: false, problem: explainFailure(reply.ok ? { kind: 'noAnswer' } : reply.failure) };
};
