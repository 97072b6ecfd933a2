import { invalidInput, invalidRecord } from '../refusals';
import type { Answer, Fault } from '../refusals';
import type { BatchVersion } from '../rules/batches/batchVersion';
import type { Judge } from '../rules/calls/callRecord';
import { inDialect } from '../rules/calls/delivery';
import type { ModelSettings } from '../settings/settings';
import type { World } from '../world';
import type { AccountRequest } from './route';

/** §8 C4: a setting for all versions takes precedence over the documentation of each. */
const PLUS_WANTED: Readonly<Partial<Record<ModelSettings['callNumbers'], Judge['plus']>>> = {
	withPlus: 'always',
	withoutPlus: 'never',
};

/** §8 C1: v1 takes the former names on every page; the other versions if the settings say so. */
export const takesFormerNames = (version: BatchVersion, { recordNames }: ModelSettings): boolean =>
	version === 'v1' || recordNames === 'former';

/** Returns what the records of a request are checked against. `plus`: the rule of its version. */
export const judgeFor = (
	{ params: { account } }: AccountRequest,
	{ clock, labels, settings }: World,
	plus: Judge['plus'],
): Judge => ({
	nowMs: clock.nowMs(),
	labelKind: (id) => labels.kindOf(account, settings.labelCount, id),
	plus: PLUS_WANTED[settings.callNumbers] ?? plus,
	dialect: settings,
});

/**
 * Refuses a bad record or body of call personalisation: [S][D3][D4] E2 in v2 and v3, [D3] E1 in v1.
 */
export const refuseRecord = (fault: Fault, version: BatchVersion, { settings }: World): Answer => {
	if (version === 'v1') return invalidInput(invalidRecord(fault).message ?? fault.text);
	return {
		status: settings.invalidRecordStatus,
		body: inDialect(invalidRecord(fault), settings.dialect),
	};
};
