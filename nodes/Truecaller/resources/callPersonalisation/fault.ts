import { problem } from '../../api/problems';
import type { Fault, Problem } from '../../api/problems';

/** Joins all faults of an item into one problem, so that the user can fix them in one go. */
export const toProblem = (faults: readonly Fault[]): Problem => {
	const advice = [...new Set(faults.map(({ todo }) => todo))].join(' ');
	const message = faults.map(({ name, says }) => `'${name}' ${says}`).join('; ');
	const field = [...new Set(faults.map(({ field: name }) => name))].join(', ');
	const details = { outcome: 'refused', reason: 'invalidInput', advice, field };
	return { ...problem(message, advice, details), faults };
};
