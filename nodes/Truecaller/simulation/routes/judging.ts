import { invalidInput, invalidRecord } from '../refusals';
import type { Answer, Fault } from '../refusals';
import type { BatchVersion } from '../rules/batches/batchVersion';
import type { Judge } from '../rules/calls/callRecord';
import { inDialect } from '../rules/calls/delivery';
import type { World } from '../world';
import type { AccountRequest } from './route';

export const judgeFor = (
	{ params: { account } }: AccountRequest,
	{ clock, labels, settings }: World,
	plus: Judge['plus'],
): Judge => ({
	nowMs: clock.nowMs(),
	labelKind: (id) => labels.kindOf(account, settings.labelCount, id),
	plus,
});

/** A bad record or body of call personalisation: [S][D3][D4] E2 in v2 and v3, [D3] E1 in v1. */
export const refuseRecord = (fault: Fault, version: BatchVersion, { settings }: World): Answer => {
	if (version === 'v1') return invalidInput(invalidRecord(fault).message ?? fault.text);
	return {
		status: settings.invalidRecordStatus,
		body: inDialect(invalidRecord(fault), settings.dialect),
	};
};
