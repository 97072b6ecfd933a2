import type { Answer } from '../refusals';
import type { World } from '../world';
import { ACCESS_REFUSALS, authorise, refuseIfTooMany } from './access';
import { upload, uploadedV1 } from './batch';
import { refuseRecord } from './judging';
import { defineRoute, readBody } from './route';
import type { AccountRequest } from './route';

/**
 * [I] Treated as a batch of one record: the documented answer names a batch, but that may be a
 * copying mistake.
 */
const answerPersonaliseV1 = (request: AccountRequest, world: World): Answer => {
	const access = authorise(request, world, 'callPersonalisation');
	if (!access.ok) return access.refusal;
	// [D1] 100 per second per token; counted together with v2 [I].
	const { realTimeCallsPerWindow: most, realTimeWindowMs: windowMs } = world.settings.limits;
	const tooMany = refuseIfTooMany(access.token, 'realTimeCalls', { most, windowMs }, world);
	if (tooMany) return tooMany;
	const read = readBody(request);
	if (!read.ok) return refuseRecord(read.fault, 'v1', world);
	const result = upload([read.body], { version: 'v1', refuseBad: true }, request, world);
	return result.ok
		? { status: 200, body: uploadedV1(result.batchId) }
		: refuseRecord(result.fault, 'v1', world);
};

/** [D1][D3] call-personalisation/post-call-personalisation, deprecated */
export const realTimeV1Route = defineRoute({
	name: 'realTimeV1',
	method: 'POST',
	version: 'v1',
	path: '/clients/{account}/dynamic_call_record',
	purpose: 'Personalise one call (v1)',
	refuses: [
		...ACCESS_REFUSALS,
		'call 101 in a second, together with `realTimeV2` (429)',
		'as `realTimeV2`, with the names of v1 and the slug envelope. A valid call becomes a batch of one, and every end but success shows only in its status',
	],
	answer: answerPersonaliseV1,
});
