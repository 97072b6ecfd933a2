import { invalidInput, refusalOf, unknownBatch } from '../refusals';
import type { Answer } from '../refusals';
import type { Batch } from '../rules/batches/batches';
import { rowsOf } from '../rules/batches/batchRows';
import { PATH_PREFIX } from '../rules/batches/batchVersion';
import type { BatchVersion } from '../rules/batches/batchVersion';
import { inDialect } from '../rules/calls/delivery';
import type { World } from '../world';
import { ACCESS_REFUSALS, authorise } from './access';
import { refuseRecord } from './judging';
import { defineRoute } from './route';
import type { AccountRequest, Route } from './route';

/** [D3][D4] An object in v2 and v3, [D1][D3][D4] a bare array in v1. */
const inEnvelope = (
	rows: readonly unknown[],
	version: BatchVersion,
	{ clientAccountId, id }: Pick<Batch, 'clientAccountId' | 'id'>,
): Answer => ({
	status: 200,
	body: version === 'v1' ? rows : { client_account_id: clientAccountId, batch_id: id, data: rows },
});

/** [U] §10.4: 404, or an answer without rows in the envelope of the version [I]. */
const answerUnknown = (
	id: string,
	version: BatchVersion,
	request: AccountRequest,
	{ settings }: World,
): Answer => {
	if (settings.unknownBatchStatus === 200)
		return inEnvelope([], version, { clientAccountId: request.params.account, id });
	const { message } = unknownBatch();
	if (version === 'v1') return refusalOf(404, message);
	return { status: 404, body: inDialect(unknownBatch(), settings.dialect) };
};

const answerStatus = (version: BatchVersion, request: AccountRequest, world: World): Answer => {
	const access = authorise(request, world, 'callPersonalisation');
	if (!access.ok) return access.refusal;
	const { batchId } = request.query;
	if (typeof batchId !== 'string' || batchId === '') {
		const text = 'batchId is required';
		return version === 'v1'
			? invalidInput(text)
			: refuseRecord({ field: 'batchId', text }, version, world);
	}
	// [I] Each version returns the batches of all versions: §4.5.
	const batch = world.batches.find(request.params.account, batchId);
	if (!batch) return answerUnknown(batchId, version, request, world);
	return inEnvelope(rowsOf(batch, version, world.settings, world.clock.nowMs()), version, batch);
};

const statusRoute = (name: string, version: BatchVersion, purpose: string): Route =>
	defineRoute({
		name,
		method: 'GET',
		version,
		path: `${PATH_PREFIX[version]}/clients/{account}/dynamic_call_records`,
		purpose,
		refuses: [
			...ACCESS_REFUSALS,
			'no `batchId`',
			'unknown batch (404). Each reads the batches of all',
		],
		answer: (request, world) => answerStatus(version, request, world),
	});

export const batchStatusRoutes: readonly Route[] = [
	/** [D4a][D4b] call-personalisation/call-personalization-batch-v3-status */
	statusRoute('batchV3Status', 'v3', 'Get a batch’s status'),
	/** [D2][D3] call-personalisation/call-personalization-batch-v2-status */
	statusRoute('batchV2Status', 'v2', 'Get a batch’s status (v2)'),
	/** [D1][D3][D4] call-personalisation/get-batch-status, deprecated */
	statusRoute('batchV1Status', 'v1', 'Get a batch’s status (v1)'),
];
