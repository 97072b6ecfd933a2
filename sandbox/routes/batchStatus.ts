import { invalidInput, refusalOf, unknownBatch } from '../refusals';
import type { Answer } from '../refusals';
import type { Batch } from '../rules/batches';
import { rowsOf } from '../rules/batchRows';
import { PATH_PREFIX } from '../rules/batchVersion';
import type { BatchVersion } from '../rules/batchVersion';
import { inDialect } from '../rules/delivery';
import type { World } from '../world';
import { authorise } from './access';
import { refuseRecord } from './judging';
import type { Call, Route } from './route';

/** [D3][D4] v2 and v3 an object, [D1][D3][D4] v1 a bare array. */
const inEnvelope = (
	rows: readonly unknown[],
	version: BatchVersion,
	{ clientAccountId, id }: Pick<Batch, 'clientAccountId' | 'id'>,
): Answer => ({
	status: 200,
	body: version === 'v1' ? rows : { client_account_id: clientAccountId, batch_id: id, data: rows },
});

/** [U] §10.4: 404, or an answer without rows; the envelope is that of the version [I]. */
function answerUnknown(id: string, version: BatchVersion, call: Call, { settings }: World): Answer {
	if (settings.unknownBatchStatus === 200) return inEnvelope([], version, { ...call, id });
	const { message } = unknownBatch();
	if (version === 'v1') return refusalOf(404, message);
	return { status: 404, body: inDialect(unknownBatch(), settings.dialect) };
}

function answerStatus(version: BatchVersion, call: Call, world: World): Answer {
	const access = authorise(call, world, 'callPersonalisation');
	if (!access.ok) return access.refusal;
	const { batchId } = call.query;
	if (typeof batchId !== 'string' || batchId === '') {
		const text = 'batchId is required';
		return version === 'v1'
			? invalidInput(text)
			: refuseRecord({ field: 'batchId', text }, version, world);
	}
	// [I] each version reads the batches of all: §4.5.
	const batch = world.batches.find(call.clientAccountId, batchId);
	if (!batch) return answerUnknown(batchId, version, call, world);
	return inEnvelope(rowsOf(batch, version, world.settings, world.clock.nowMs()), version, batch);
}

const statusRoute = (name: string, version: BatchVersion): Route => ({
	name,
	method: 'GET',
	version,
	path: `${PATH_PREFIX[version]}/clients/:clientAccountId/dynamic_call_records`,
	answer: (call, world) => answerStatus(version, call, world),
});

export const batchStatusRoutes: readonly Route[] = [
	/** [D4a][D4b] call-personalisation/call-personalization-batch-v3-status */
	statusRoute('batchV3Status', 'v3'),
	/** [D2][D3] call-personalisation/call-personalization-batch-v2-status */
	statusRoute('batchV2Status', 'v2'),
	/** [D1][D3][D4] call-personalisation/get-batch-status, deprecated */
	statusRoute('batchV1Status', 'v1'),
];
