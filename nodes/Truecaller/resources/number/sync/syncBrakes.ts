import { problem } from '../../../api/problems';
import type { Problem } from '../../../api/problems';
import type { E164 } from '../../../phone/phoneNumber';
import type { PlannedNumber } from './plan';

/** What a sync may take off. `maxRemovals` is undefined where its user has set no figure. */
export type Brakes = {
	readonly maxRemovals: number | undefined;
	readonly allowEmpty: boolean;
	/** Why this node may see only a part of the list at a time, where its wiring tells so. */
	readonly partialWiring?: string;
};

/** The most that may be taken off where the user has set no figure, and never more than half of the set. */
const DEFAULT_MAX_REMOVALS = 100;

export const isRemoval = ({ action, isRunning }: PlannedNumber): boolean =>
	action === 'delist' && !isRunning;

const isThere = ({ action, isRunning }: PlannedNumber): boolean =>
	action === 'keep' || (action === 'delist' && !isRunning);

const numbers = (count: number): string => `${count} ${count === 1 ? 'number' : 'numbers'}`;

const LOOK =
	"Nothing was changed. Look at the plan ('Mode': Plan), and check that the input holds the whole list: in a loop, a branch or a sub-workflow, this node sees a part of it.";

/** Refuses an empty list, which would take every number off: a sheet may have been filtered by mistake. */
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

/** Refuses to take off more than Max Removals or, where the user set none, more than half of the numbers, or any by what may be a part of the list. */
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
	// An empty list got this far only because its user allows it.
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
