import type { IDataObject } from 'n8n-workflow';

import { isObject, readVerdict } from '../../api/reading/answer';
import type { Failure, Reply } from '../../api/reading/answer';
import { PERSONALISE_BATCH } from '../../api/facts/endpoints';
import type { BatchVersion } from '../../api/facts/endpoints';
import { toOutcome } from '../../api/reading/outcome';
import { readOutcome } from '../../api/reading/readOutcome';
import { explainFailure, problem } from '../../api/problems';
import type { Problem, Read } from '../../api/problems';
import type { Api } from '../../api/request';
import { toVersion } from '../../api/reading/wireRecord';
import type { AnyWireRecord } from '../../api/reading/wireRecord';
import { toWire } from './callRecord';
import type { CallRecord } from './callRecord';

const ACCEPTED = {
	outcome: 'accepted',
	personalised: false,
	reason: null,
	advice: 'Get the status of the batch in a minute, to see what became of this call',
	message: null,
};

/** [D1][D3] v1 tells the id only in a sentence: "Records Uploaded Successfully. BatchID: 6dabe53b-…". */
const IN_SENTENCE = /BatchID:\s*([0-9a-f-]{36})/i;

/** [D3] The id is taken as it comes: one sample of it is no UUID. */
const batchIdOf = (reply: Reply): string | undefined => {
	if (!reply.ok || !isObject(reply.body)) return undefined;
	const { batch_id: id } = reply.body;
	return typeof id === 'string' && id !== ''
		? id
		: IN_SENTENCE.exec(readVerdict(reply.body).message ?? '')?.[1];
};

/** What became of a whole batch: accepted with its id, or one outcome for all its records. */
const readBatch = (reply: Reply): IDataObject | undefined => {
	const batchId = batchIdOf(reply);
	if (batchId !== undefined) return { ...ACCEPTED, batchId };
	// A batch is accepted with an id; any other word of success is none.
	const isEmptySuccess = reply.ok && readVerdict(reply.body).status === 'success';
	const outcome = isEmptySuccess ? toOutcome('noAnswer', undefined) : readOutcome(reply);
	return outcome && { ...outcome, personalised: false, batchId: null };
};

/** A version that Truecaller no longer has, or not yet, is not tried by another: this POST is sent once. */
const explain = (failure: Failure, version: BatchVersion): Problem => {
	const { message, todo, details } = explainFailure(failure);
	if (failure.status !== 404) return problem(message, todo, details);
	const other = version === 'v3' ? 'v2' : 'v3';
	return problem(
		`Truecaller does not know version ${version.slice(1)} of this call`,
		`Under Options, set API Version to ${other}. If that fails too, check Base URL and Client Account ID in the credential.`,
		details,
	);
};

/** POST …/dynamic_call_records with up to 500 records; a row for each, in their order. */
export const sendBatch = async (
	records: readonly CallRecord[],
	api: Api,
	version: BatchVersion,
): Promise<Read<readonly IDataObject[]>> => {
	const endpoint = PERSONALISE_BATCH[version];
	let sent: AnyWireRecord[] = [];
	const body = (nowMs: number) => ({
		call_records: (sent = records.map((record) =>
			toVersion(toWire(record, endpoint.plus, nowMs), endpoint),
		)),
	});
	const reply = await api.send(endpoint, { body });
	const row = readBatch(reply);
	if (row) return { ok: true, value: sent.map((callRecord) => ({ ...row, callRecord })) };
	return { ok: false, problem: explain(reply.ok ? { kind: 'noAnswer' } : reply.failure, version) };
};
