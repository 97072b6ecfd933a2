import { problem } from '../../../api/problems';
import type { Problem } from '../../../api/problems';
import type { E164 } from '../../../phone/phoneNumber';
import type { PlannedNumber } from './plan';

/** Limits on removals. `maxRemovals` is undefined if the user has set no limit. */
export type Brakes = {
	readonly maxRemovals: number | undefined;
	readonly allowEmpty: boolean;
	/** Why this node may get only a part of the list at a time, if its wiring shows that. */
	readonly partialWiring?: string;
};

/** Most removals without a limit from the user, and never more than half of the set. */
const DEFAULT_MAX_REMOVALS = 100;

/** Returns true if the plan sends a delisting for this number. */
export const isRemoval = ({ action, isRunning }: PlannedNumber): boolean =>
	action === 'delist' && !isRunning;

const isThere = ({ action, isRunning }: PlannedNumber): boolean =>
	action === 'keep' || (action === 'delist' && !isRunning);

const numbers = (count: number): string => `${count} ${count === 1 ? 'number' : 'numbers'}`;

const LOOK =
	"Nothing was changed. Look at the plan ('Mode': Plan), and check that the input holds the whole list: in a loop, a branch or a sub-workflow, this node sees a part of it.";

/**
 * Refuses an empty list, which would delist every number: a sheet may have been filtered by
 * mistake.
 */
export const findEmptyList = (
	wanted: readonly E164[],
	{ allowEmpty }: Brakes,
): Problem | undefined =>
	wanted.length > 0 || allowEmpty
		? undefined
		: problem(
				'The list of numbers is empty, and would take every number off this feature set',
				"Check the input of this node. If that is what you want, switch on 'Allow Empty' under Options.",
			);

/**
 * Refuses more removals than Max Removals. Without that limit, refuses to remove more than half of
 * the numbers, or any number if the list may be incomplete.
 */
export const findTooMany = (
	plan: readonly PlannedNumber[],
	{ maxRemovals, partialWiring }: Brakes,
): Problem | undefined => {
	const removals = plan.filter(isRemoval).length;
	const most = maxRemovals ?? DEFAULT_MAX_REMOVALS;
	if (removals > most)
		return problem(
			`${numbers(removals)} would be delisted, and 'Max Removals' is ${most}`,
			`${LOOK} If the plan is right, set 'Max Removals' under Options to ${removals} or more.`,
		);
	const there = plan.filter(isThere).length;
	// An empty list gets here only if the user allows it.
	const isEmptied = plan.every(({ action }) => action === 'delist');
	if (maxRemovals !== undefined || isEmptied || removals === 0) return undefined;
	const todo = `${LOOK} If the plan is right, add 'Max Removals' under Options and set it to ${removals} or more.`;
	if (partialWiring)
		return problem(`${numbers(removals)} would be delisted, and ${partialWiring}`, todo);
	if (removals <= there / 2) return undefined;
	return problem(
		`${removals} of the ${numbers(there)} of this feature set would be delisted, which is more than half`,
		todo,
	);
};
