import { isObject, readVerdict } from '../../../api/reading/answer';
import type { Failure, Reply } from '../../../api/reading/answer';
import { BATCH_VERSIONS, PERSONALISE_BATCH } from '../../../api/facts/endpoints';
import { toOutcome } from '../../../api/reading/outcome';
import { readOutcome } from '../../../api/reading/readOutcome';
import { explainFailure, problem } from '../../../api/problems';
import type { Problem } from '../../../api/problems';
import type { Api } from '../../../api/request';
import type { BatchChoice } from '../../../api/waitForBatch';
import type { ChunkReply } from '../../../items/inChunks';
import { openFormsOf, writeCall } from '../call';
import type { Call } from '../call';
import type { CallProgress, SentCall } from './sentCall';

const ACCEPTED: CallProgress = {
	outcome: 'accepted',
	reason: null,
	advice: 'Get the status of the batch in a minute, to see what became of this call',
	message: null,
};

/**
 * [D1][D3] v1 gives the ID only in a sentence: "Records Uploaded Successfully. BatchID:
 * 6dabe53b-…".
 */
const IN_SENTENCE = /BatchID:\s*([0-9a-f-]{36})/i;

/** [D3] Returns the ID of a batch unchanged: one sample is not a UUID. */
const batchIdOf = (reply: Reply): string | undefined => {
	if (!reply.ok || !isObject(reply.body)) return undefined;
	const { batch_id: id } = reply.body;
	return typeof id === 'string' && id !== ''
		? id
		: IN_SENTENCE.exec(readVerdict(reply.body).message ?? '')?.[1];
};

type SentBatch = Pick<SentCall, 'batchId' | 'outcome'>;

/**
 * Reads the answer to a whole batch: its ID if Truecaller accepted it, or one outcome for all its
 * records.
 */
const readBatch = (reply: Reply): SentBatch | undefined => {
	const batchId = batchIdOf(reply);
	if (batchId !== undefined) return { batchId, outcome: ACCEPTED };
	// A batch is accepted only if the answer has its ID; the word "success" alone is not enough.
	const isEmptySuccess = reply.ok && readVerdict(reply.body).status === 'success';
	const outcome = isEmptySuccess ? toOutcome('noAnswer', undefined) : readOutcome(reply);
	return outcome && { batchId: null, outcome };
};

const NO_VERSION = 'Truecaller knows none of the documented versions of this call';
const CHECK_ADDRESS = 'Check Base URL and Client Account ID in the credential.';

/**
 * Explains a refusal. If the user chose a version that does not exist, no other version is tried.
 */
const explain = (failure: Failure, version: BatchChoice): Problem => {
	const { message, todo, details } = explainFailure(failure);
	if (failure.obstacle || failure.status !== 404) return problem(message, todo, details);
	if (version === 'automatic') return problem(NO_VERSION, CHECK_ADDRESS, details);
	const other = version === 'v3' ? 'v2' : 'v3';
	return problem(
		`Truecaller does not know version ${version.slice(1)} of this call`,
		`Under Options, set 'API Version' to ${other}. If that fails too, check Base URL and Client Account ID in the credential.`,
		details,
	);
};

const versionsFor = (choice: BatchChoice) =>
	(choice === 'automatic' ? BATCH_VERSIONS : [choice]).map((each) => PERSONALISE_BATCH[each]);

/**
 * POST …/dynamic_call_records with up to 500 records. Returns a sent call for each, in their order.
 */
export const sendBatch = async (
	records: readonly Call[],
	api: Api,
	version: BatchChoice,
): Promise<ChunkReply<SentCall>> => {
	const [endpoint = PERSONALISE_BATCH.v3, ...otherVersions] = versionsFor(version);
	const reply = await api.send(endpoint, {
		body: (nowMs, form) => ({
			call_records: records.map((record) => writeCall(record, form, nowMs)),
		}),
		openForms: { place: 'batch', otherVersions, ...openFormsOf(records) },
	});
	const wires = reply.sent?.call_records ?? [];
	const batch = readBatch(reply);
	if (batch) {
		if (batch.batchId) api.dialects?.noteBatch(batch.batchId, reply.chosen);
		const toSent = (record: Call, index: number): SentCall[] => {
			const wire = wires[index];
			return wire ? [{ record, wire, ...batch }] : [];
		};
		return { ok: true, value: records.flatMap(toSent) };
	}
	const failure: Failure = reply.ok ? { kind: 'noAnswer' } : reply.failure;
	const isUnderWay = failure.kind === 'cancelled' && wires.length > 0;
	return { ok: false, problem: explain(failure, version), isUnderWay };
};
