import { internalError, invalidRecord } from '../refusals';
import type { Answer, Fault } from '../refusals';
import { readCallRecord } from '../rules/callRecord';
import type { Judge } from '../rules/callRecord';
import { inDialect, outcomeFor } from '../rules/delivery';
import { admit } from '../rules/slidingWindow';
import type { World } from '../world';
import { authorise, refusePace } from './access';
import { readBody } from './route';
import type { Broken, Call, Route } from './route';

function refuse(fault: Fault, { settings }: World): Answer {
	return {
		status: settings.invalidRecordStatus,
		body: inDialect(invalidRecord(fault), settings.dialect),
	};
}

const judgeFor = ({ clientAccountId }: Call, { clock, labels, settings }: World): Judge => ({
	nowMs: clock.nowMs(),
	labelKind: (id) => labels.kindOf(clientAccountId, settings.labelCount, id),
	plus: settings.realTimeAcceptsPlus ? 'either' : 'never',
});

function deliver(receiverNumber: string, { settings }: World): Answer | Broken {
	const outcome = outcomeFor(receiverNumber);
	if (outcome.kind === 'lostConnection') return { connection: 'resetAfterBody' };
	if (outcome.kind === 'serverFault') return internalError();
	return {
		status: outcome.kind === 'pushed' ? 200 : settings.deliveryFailureStatus,
		body: inDialect(outcome.verdict, settings.dialect),
	};
}

function answerCall(call: Call, world: World): Answer | Broken {
	const access = authorise(call, world, 'callPersonalisation');
	if (!access.ok) return access.refusal;
	const {
		enforced,
		realTimeCallsPerWindow: most,
		realTimeWindowMs: windowMs,
	} = world.settings.limits;
	// [D1][D3][D4] per token. [I] every authorised call counts, refused records too.
	const waitMs = enforced
		? admit(access.token.realTimeCalls, { most, windowMs }, world.clock.nowMs())
		: 0;
	if (waitMs > 0) return refusePace('too many requests', waitMs, world);
	const read = readBody(call);
	if (!read.ok) return refuse(read.fault, world);
	const judged = readCallRecord(read.body, judgeFor(call, world));
	if (!judged.ok) return refuse(judged.fault, world);
	return deliver(judged.record.receiver_number, world);
}

/** [S][D3][D4] call-personalisation/call-personalisation-real-time-v2 */
export const realTimeV2Route: Route = {
	name: 'realTimeV2',
	method: 'POST',
	path: '/v2/clients/:clientAccountId/dynamic_call_record',
	answer: answerCall,
};
