import { randomUUID } from 'node:crypto';

import { NO_ANSWER, internalError } from '../refusals';
import type { Answer, NoAnswer } from '../refusals';
import { judgeRecord } from '../rules/batches/batchUpload';
import type { Judged } from '../rules/batches/batchUpload';
import { inDialect, outcomeFor } from '../rules/calls/delivery';
import type { World } from '../world';
import { ACCESS_REFUSALS, authorise, refuseIfTooMany } from './access';
import { judgeFor, refuseRecord, takesFormerNames } from './judging';
import { defineRoute, readBody } from './route';
import type { AccountRequest } from './route';

type Good = Extract<Judged, { readonly ok: true }>;

const push = (
	{ record, receiverNumber }: Good,
	request: AccountRequest,
	world: World,
): Answer | NoAnswer => {
	const { clock, outOfReach, settings } = world;
	const { unreachableOnce, deliveryFailureStatus, dialect } = settings;
	const attempt = { id: randomUUID(), outOfReach, unreachableOnce };
	const outcome = outcomeFor(receiverNumber, attempt);
	world.onPush({
		clientAccountId: request.params.account,
		receiverNumber,
		sight: outcome.sight,
		record,
		atMs: clock.nowMs(),
		batchId: null,
	});
	if (outcome.kind === 'lostConnection') return NO_ANSWER;
	if (outcome.kind === 'serverFault') return internalError();
	return {
		status: outcome.kind === 'pushed' ? 200 : deliveryFailureStatus,
		body: inDialect(outcome.verdict, dialect),
	};
};

const answerPersonalise = (request: AccountRequest, world: World): Answer | NoAnswer => {
	const access = authorise(request, world, 'callPersonalisation');
	if (!access.ok) return access.refusal;
	// [D1][D3][D4] per token
	const { realTimeCallsPerWindow: most, realTimeWindowMs: windowMs } = world.settings.limits;
	const tooMany = refuseIfTooMany(access.token, 'realTimeCalls', { most, windowMs }, world);
	if (tooMany) return tooMany;
	const read = readBody(request);
	if (!read.ok) return refuseRecord(read.fault, 'v2', world);
	const plus = world.settings.realTimeAcceptsPlus ? 'either' : 'never';
	const former = takesFormerNames('v2', world.settings);
	const judged = judgeRecord(read.body, judgeFor(request, world, plus), former);
	if (!judged.ok) return refuseRecord(judged.fault, 'v2', world);
	return push(judged, request, world);
};

/** [S][D3][D4] call-personalisation/call-personalisation-real-time-v2 */
export const realTimeV2Route = defineRoute({
	name: 'realTimeV2',
	method: 'POST',
	version: 'v2',
	path: '/v2/clients/{account}/dynamic_call_record',
	purpose: 'Personalise one call',
	refuses: [
		...ACCESS_REFUSALS,
		'call 101 in a second (429)',
		'no JSON',
		'unknown, missing, wrongly typed fields',
		'numbers',
		'label',
		'name',
		'reason',
		'end in the past',
		'more than 24 hours',
		'end before start',
	],
	answer: answerPersonalise,
});
