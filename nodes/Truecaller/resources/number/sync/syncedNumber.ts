import type { IDataObject } from 'n8n-workflow';

import type { Problem } from '../../../api/problems';
import type { ChangeState } from '../changing';
import { ADVICE } from '../../../api/reading/numbersAnswer';
import type { PlannedNumber, SyncAction } from './plan';

/** A planned number, with its result if the plan was carried out. */
export type SyncedNumber = PlannedNumber & {
	readonly featureSetId: string;
	/** True if Max Removals prevents the removal of this number. */
	readonly isOverLimit: boolean;
	readonly state?: ChangeState;
	/** All items of the feature set, for a removed number, which has no item of its own. */
	readonly items?: readonly number[];
};

/**
 * The result of syncing one feature set: numbers in the order of the plan, and the problem that
 * ended it early.
 */
export type Synced = { readonly numbers: readonly SyncedNumber[]; readonly problem?: Problem };

const PLAN_ADVICE: Readonly<Record<SyncAction, string>> = {
	list: "Will be listed when 'Mode' is Apply",
	delist: "Will be delisted when 'Mode' is Apply",
	keep: 'Nothing to do; the number is where it should be',
	blocked: ADVICE.stillProcessing,
};

const planAdviceOf = ({ action, isRunning }: PlannedNumber): string =>
	action === 'delist' && isRunning
		? 'Nothing to do; the number is being delisted already'
		: PLAN_ADVICE[action];

/** Names the state of a number that was not sent in the same words as a number that was sent. */
export const toUnsentState = (planned: PlannedNumber): ChangeState | undefined => {
	const { action, isRunning } = planned;
	const advice = planAdviceOf(planned);
	if (action === 'keep')
		return { result: 'alreadyThere', status: isRunning ? 'pending' : 'listed', advice };
	return isRunning ? { result: 'stillProcessing', status: 'pending', advice } : undefined;
};

/** Returns the output row of a number, for both modes of Sync. */
export const toSyncRow = (number: SyncedNumber): IDataObject => {
	const { state } = number;
	const row: IDataObject = { phoneNumber: number.number, action: number.action };
	if (state) Object.assign(row, { result: state.result, status: state.status });
	else if (number.isRunning) row.status = 'pending';
	if (number.isOverLimit) row.overLimit = true;
	row.advice = state?.advice ?? planAdviceOf(number);
	row.featureSetId = number.featureSetId;
	return row;
};
