import { randomUUID } from 'node:crypto';

import type { WireBatchAccepted, WireUploadedV1 } from '../../api/facts/wire';
import type { Answer, Fault } from '../refusals';
import { readBatch } from '../rules/batches/batchBody';
import { deliverRecord, judgeRecord } from '../rules/batches/batchUpload';
import { PATH_PREFIX, plusIn } from '../rules/batches/batchVersion';
import type { BatchVersion } from '../rules/batches/batchVersion';
import type { Fields } from '../rules/shape';
import type { World } from '../world';
import { ACCESS_REFUSALS, authorise, refuseIfTooMany } from './access';
import { judgeFor, refuseRecord, takesFormerNames } from './judging';
import { defineRoute, readBody } from './route';
import type { AccountRequest, Route } from './route';

/** [D3] v1 gives the ID only in a sentence. */
export const uploadedV1 = (batchId: string): WireUploadedV1 => ({
	status: 'success',
	message: `Records Uploaded Successfully. BatchID: ${batchId}`,
});

const accepted = (batchId: string): WireBatchAccepted => ({ batch_id: batchId });

/** Checks, delivers and stores the records, or returns the fault that refuses them all. */
export const upload = (
	records: readonly Fields[],
	{ version, refuseBad }: { readonly version: BatchVersion; readonly refuseBad: boolean },
	request: AccountRequest,
	world: World,
): { ok: true; batchId: string } | { ok: false; index: number; fault: Fault } => {
	const { batches, clock, outOfReach, settings } = world;
	const clientAccountId = request.params.account;
	const judge = judgeFor(request, world, plusIn(version, settings));
	const former = takesFormerNames(version, settings);
	const judged = records.map((each) => judgeRecord(each, judge, former));
	for (const [index, each] of judged.entries()) {
		if (!each.ok && refuseBad) return { ok: false, index, fault: each.fault };
	}
	const id = randomUUID();
	const attempt = { id, outOfReach, unreachableOnce: settings.unreachableOnce };
	const atMs = clock.nowMs();
	const delivered = judged.map((each) => deliverRecord(each, attempt));
	batches.add({
		id,
		clientAccountId,
		acceptedAtMs: atMs,
		records: delivered.map(({ kept }) => kept),
	});
	for (const { kept, phone } of delivered) {
		if (!phone) continue;
		world.onPush({ ...phone, clientAccountId, record: kept.record, atMs, batchId: id });
	}
	return { ok: true, batchId: id };
};

const answerBatch = (version: BatchVersion, request: AccountRequest, world: World): Answer => {
	const access = authorise(request, world, 'callPersonalisation');
	if (!access.ok) return access.refusal;
	// [D3] v2, [D4b] v3: per token. That all versions count together is [I].
	const limits = world.settings.limits;
	const window = { most: limits.batchCallsPerWindow, windowMs: limits.batchWindowMs };
	const tooMany = refuseIfTooMany(access.token, 'batchCalls', window, world);
	if (tooMany) return tooMany;
	const read = readBody(request);
	if (!read.ok) return refuseRecord(read.fault, version, world);
	const batch = readBatch(read.body, limits.recordsPerBatch);
	if (!batch.ok) return refuseRecord(batch.fault, version, world);
	const refuseBad = world.settings.batchWithBadRecord === 'refused';
	const result = upload(batch.records, { version, refuseBad }, request, world);
	if (!result.ok) {
		const { text } = result.fault;
		const fault = { ...result.fault, text: `call_records[${result.index}]: ${text}` };
		return refuseRecord(fault, version, world);
	}
	const body = version === 'v1' ? uploadedV1(result.batchId) : accepted(result.batchId);
	return { status: 200, body };
};

const batchRoute = (name: string, version: BatchVersion, purpose: string): Route =>
	defineRoute({
		name,
		method: 'POST',
		version,
		path: `${PATH_PREFIX[version]}/clients/{account}/dynamic_call_records`,
		purpose,
		refuses: [
			...ACCESS_REFUSALS,
			'batch 61 in a minute, all versions together (429)',
			'no JSON',
			'unknown field',
			`\`call_records\` missing, no array, empty, more than 500, not objects only`,
			...(version === 'v1' ? ['all in the names of v1, with the slug envelope'] : []),
		],
		answer: (request, world) => answerBatch(version, request, world),
	});

export const batchRoutes: readonly Route[] = [
	/** [D4b] call-personalisation/call-personalisation-batch-v3 */
	batchRoute('batchV3', 'v3', 'Personalise a batch'),
	/** [D2][D3] call-personalisation/call-personalisation-batch-v2 */
	batchRoute('batchV2', 'v2', 'Personalise a batch (v2)'),
	/** [D1][D3] call-personalisation/post-call-personalisation-bulk, deprecated */
	batchRoute('batchV1', 'v1', 'Personalise a batch (v1)'),
];
