import type { Read } from '../../../api/problems';
import type { Api } from '../../../api/request';
import type { E164 } from '../../../phone/phoneNumber';
import { findOtherList, rememberList } from './appliedLists';
import { carryOut } from './carryOut';
import { readStates } from '../numberStates';
import { planSync } from './plan';
import { settleAll } from '../settle';
import { findEmptyList, findTooMany, isRemoval } from './syncBrakes';
import type { Brakes } from './syncBrakes';
import type { Synced, SyncedNumber } from './syncedNumber';

/** How to sync a feature set. `maxWaitMs` 0: does not wait for the result. */
export type SyncOptions = Brakes & {
	readonly apply: boolean;
	readonly maxWaitMs: number;
	/** The execution, which may apply only one list to a feature set. */
	readonly scope: string;
};

const settle = async (
	numbers: readonly SyncedNumber[],
	api: Api,
	maxWaitMs: number,
): Promise<SyncedNumber[]> => {
	const changing = numbers.flatMap(({ number, featureSetId, action, state }) => {
		const change = action === 'delist' ? ('delist' as const) : ('list' as const);
		return state ? [{ number, featureSetId, change, state }] : [];
	});
	await settleAll(changing, api, maxWaitMs);
	const stateOf = new Map(changing.map(({ number, state }) => [number, state]));
	return numbers.map((each) => ({ ...each, state: stateOf.get(each.number) ?? each.state }));
};

/**
 * Reads the numbers of the feature set, plans the changes, and carries them out if `apply` is set.
 */
export const syncSet = async (
	wanted: readonly E164[],
	api: Api,
	featureSetId: string,
	options: SyncOptions,
): Promise<Read<Synced>> => {
	const { apply, scope, maxWaitMs } = options;
	const other = apply ? findOtherList(scope, featureSetId, wanted) : undefined;
	const refused = findEmptyList(wanted, options) ?? other;
	if (refused) return { ok: false, problem: refused };
	const states = await readStates(api, featureSetId);
	if (!states.ok) return states;
	const plan = planSync(wanted, states.value);
	const tooMany = findTooMany(plan, options);
	if (!apply) {
		const toNumber = (planned: (typeof plan)[number]): SyncedNumber => ({
			...planned,
			featureSetId,
			isOverLimit: tooMany !== undefined && isRemoval(planned),
		});
		return { ok: true, value: { numbers: plan.map(toNumber) } };
	}
	if (tooMany) return { ok: false, problem: tooMany };
	rememberList(scope, featureSetId, wanted);
	const synced = await carryOut(plan, api, featureSetId);
	if (synced.problem || maxWaitMs === 0) return { ok: true, value: synced };
	return { ok: true, value: { numbers: await settle(synced.numbers, api, maxWaitMs) } };
};
