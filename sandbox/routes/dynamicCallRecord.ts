import { randomUUID } from 'node:crypto';

import type { WireCallRecord } from '../../nodes/Truecaller/api/facts/wire';
import { internalError } from '../refusals';
import type { Answer } from '../refusals';
import { readCallRecord } from '../rules/callRecord';
import { inDialect, outcomeFor } from '../rules/delivery';
import type { World } from '../world';
import { authorise, refuseIfTooMany } from './access';
import { judgeFor, refuseRecord } from './judging';
import { readBody } from './route';
import type { Broken, Call, Route } from './route';

function deliver(record: WireCallRecord, call: Call, world: World): Answer | Broken {
	const { clock, outOfReach, phones, settings } = world;
	const { unreachableOnce, deliveryFailureStatus, dialect } = settings;
	const attempt = { id: randomUUID(), outOfReach, unreachableOnce };
	const outcome = outcomeFor(record.receiver_number, attempt);
	const { clientAccountId } = call;
	const { sight } = outcome;
	const phone = { clientAccountId, sight, record, atMs: clock.nowMs(), batchId: null };
	phones.put(phone, record.receiver_number);
	if (outcome.kind === 'lostConnection') return { connection: 'resetAfterBody' };
	if (outcome.kind === 'serverFault') return internalError();
	return {
		status: outcome.kind === 'pushed' ? 200 : deliveryFailureStatus,
		body: inDialect(outcome.verdict, dialect),
	};
}

function answerCall(call: Call, world: World): Answer | Broken {
	const access = authorise(call, world, 'callPersonalisation');
	if (!access.ok) return access.refusal;
	// [D1][D3][D4] per token
	const { realTimeCallsPerWindow: most, realTimeWindowMs: windowMs } = world.settings.limits;
	const tooMany = refuseIfTooMany(access.token.realTimeCalls, { most, windowMs }, world);
	if (tooMany) return tooMany;
	const read = readBody(call);
	if (!read.ok) return refuseRecord(read.fault, 'v2', world);
	const plus = world.settings.realTimeAcceptsPlus ? 'either' : 'never';
	const judged = readCallRecord(read.body, judgeFor(call, world, plus));
	if (!judged.ok) return refuseRecord(judged.fault, 'v2', world);
	return deliver(judged.record, call, world);
}

/** [S][D3][D4] call-personalisation/call-personalisation-real-time-v2 */
export const realTimeV2Route: Route = {
	name: 'realTimeV2',
	method: 'POST',
	version: 'v2',
	path: '/v2/clients/:clientAccountId/dynamic_call_record',
	answer: answerCall,
};
