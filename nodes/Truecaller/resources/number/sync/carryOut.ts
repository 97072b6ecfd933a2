import { LIMITS } from '../../../api/facts/limits';
import type { Problem } from '../../../api/problems';
import type { Api } from '../../../api/request';
import type { ChangeState } from '../changing';
import type { NumberCall } from '../../../api/reading/numbersAnswer';
import { cut } from '../../../items/cut';
import type { PlannedNumber } from './plan';
import { sendNumbers } from '../sendNumbers';
import { toUnsentState } from './syncedNumber';
import type { Synced } from './syncedNumber';

type States = Map<PlannedNumber, ChangeState>;

/** Sends one half of the plan, up to 10,000 numbers per request, and notes the result of each. */
const sendHalf = async (
	change: NumberCall,
	planned: readonly PlannedNumber[],
	api: Api,
	featureSetId: string,
	states: States,
): Promise<Problem | undefined> => {
	for (const chunk of cut(planned, LIMITS.numbersPerCall)) {
		const numbers = chunk.map(({ number }) => number);
		const reply = await sendNumbers(change, numbers, api, featureSetId);
		if (!reply.ok) return reply.problem;
		chunk.forEach((each, index) => {
			const state = reply.value[index];
			if (state) states.set(each, state);
		});
	}
	return undefined;
};

/**
 * Carries out a plan. Lists new numbers first, so that the set is never empty in between. If that
 * fails, it delists nothing.
 */
export const carryOut = async (
	plan: readonly PlannedNumber[],
	api: Api,
	featureSetId: string,
): Promise<Synced> => {
	const states: States = new Map();
	const half = async (change: NumberCall): Promise<Problem | undefined> => {
		const planned = plan.filter(({ action, isRunning }) => action === change && !isRunning);
		return await sendHalf(change, planned, api, featureSetId, states);
	};
	const problem = (await half('list')) ?? (await half('delist'));
	const numbers = plan.map((planned) => ({
		...planned,
		featureSetId,
		isOverLimit: false,
		state: states.get(planned) ?? (problem ? undefined : toUnsentState(planned)),
	}));
	return problem
		? { numbers: numbers.filter(({ state }) => state !== undefined), problem }
		: { numbers };
};
