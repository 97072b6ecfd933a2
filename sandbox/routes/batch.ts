import { randomUUID } from 'node:crypto';

import type { WireBatchAccepted, WireUploadedV1 } from '../../nodes/Truecaller/api/facts/wire';
import type { Answer, Fault } from '../refusals';
import { readBatch } from '../rules/batchBody';
import { deliverRecord, judgeRecord } from '../rules/batchUpload';
import { PATH_PREFIX, plusIn } from '../rules/batchVersion';
import type { BatchVersion } from '../rules/batchVersion';
import type { Fields } from '../rules/callRecordShape';
import type { World } from '../world';
import { authorise, refuseIfTooMany } from './access';
import { judgeFor, refuseRecord } from './judging';
import { readBody } from './route';
import type { Call, Route } from './route';

/** [D3] v1 tells the id only in words. */
export const uploadedV1 = (batchId: string): WireUploadedV1 => ({
	status: 'success',
	message: `Records Uploaded Successfully. BatchID: ${batchId}`,
});

const accepted = (batchId: string): WireBatchAccepted => ({ batch_id: batchId });

/** Judges, delivers and keeps the records, or gives the fault that refuses them all. */
export function upload(
	records: readonly Fields[],
	{ version, refuseBad }: { readonly version: BatchVersion; readonly refuseBad: boolean },
	call: Call,
	world: World,
): { ok: true; batchId: string } | { ok: false; index: number; fault: Fault } {
	const { batches, clock, outOfReach, phones, settings } = world;
	const { clientAccountId } = call;
	const judge = judgeFor(call, world, plusIn(version, settings));
	const judged = records.map((each) => judgeRecord(each, judge, version === 'v1'));
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
		const { record } = kept;
		const { sight, receiverNumber } = phone;
		phones.put({ clientAccountId, sight, record, atMs, batchId: id }, receiverNumber);
	}
	return { ok: true, batchId: id };
}

function answerBatch(version: BatchVersion, call: Call, world: World): Answer {
	const access = authorise(call, world, 'callPersonalisation');
	if (!access.ok) return access.refusal;
	// [D3] v2, [D4b] v3: per token; that all versions are counted together is [I].
	const limits = world.settings.limits;
	const window = { most: limits.batchCallsPerWindow, windowMs: limits.batchWindowMs };
	const tooMany = refuseIfTooMany(access.token.batchCalls, window, world);
	if (tooMany) return tooMany;
	const read = readBody(call);
	if (!read.ok) return refuseRecord(read.fault, version, world);
	const batch = readBatch(read.body, limits.recordsPerBatch);
	if (!batch.ok) return refuseRecord(batch.fault, version, world);
	const refuseBad = world.settings.batchWithBadRecord === 'refused';
	const result = upload(batch.records, { version, refuseBad }, call, world);
	if (!result.ok) {
		const { field, text } = result.fault;
		return refuseRecord({ field, text: `call_records[${result.index}]: ${text}` }, version, world);
	}
	const body = version === 'v1' ? uploadedV1(result.batchId) : accepted(result.batchId);
	return { status: 200, body };
}

const batchRoute = (name: string, version: BatchVersion): Route => ({
	name,
	method: 'POST',
	version,
	path: `${PATH_PREFIX[version]}/clients/:clientAccountId/dynamic_call_records`,
	answer: (call, world) => answerBatch(version, call, world),
});

export const batchRoutes: readonly Route[] = [
	/** [D4b] call-personalisation/call-personalisation-batch-v3 */
	batchRoute('batchV3', 'v3'),
	/** [D2][D3] call-personalisation/call-personalisation-batch-v2 */
	batchRoute('batchV2', 'v2'),
	/** [D1][D3] call-personalisation/post-call-personalisation-bulk, deprecated */
	batchRoute('batchV1', 'v1'),
];
