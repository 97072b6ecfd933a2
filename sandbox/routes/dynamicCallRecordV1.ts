import type { Answer } from '../refusals';
import type { World } from '../world';
import { authorise, refuseIfTooMany } from './access';
import { upload, uploadedV1 } from './batch';
import { refuseRecord } from './judging';
import { readBody } from './route';
import type { Call, Route } from './route';

/** [I] a batch of one: the printed answer names a batch, though it may have been pasted. */
function answerCall(call: Call, world: World): Answer {
	const access = authorise(call, world, 'callPersonalisation');
	if (!access.ok) return access.refusal;
	// [D1] 100 a second per token; counted together with v2 [I].
	const { realTimeCallsPerWindow: most, realTimeWindowMs: windowMs } = world.settings.limits;
	const tooMany = refuseIfTooMany(access.token.realTimeCalls, { most, windowMs }, world);
	if (tooMany) return tooMany;
	const read = readBody(call);
	if (!read.ok) return refuseRecord(read.fault, 'v1', world);
	const result = upload([read.body], { version: 'v1', refuseBad: true }, call, world);
	return result.ok
		? { status: 200, body: uploadedV1(result.batchId) }
		: refuseRecord(result.fault, 'v1', world);
}

/** [D1][D3] call-personalisation/post-call-personalisation, deprecated */
export const realTimeV1Route: Route = {
	name: 'realTimeV1',
	method: 'POST',
	version: 'v1',
	path: '/clients/:clientAccountId/dynamic_call_record',
	answer: answerCall,
};
