import { problem } from '../../api/problems';
import type { Problem } from '../../api/problems';

/** One thing wrong with one parameter. `name` is its display name and `says` follows it in the sentence. */
export type Fault = {
	readonly field: string;
	readonly name: string;
	readonly says: string;
	readonly todo: string;
};

/** All faults of an item in one problem, so that one round of mending is enough. */
export const toProblem = (faults: readonly Fault[]): Problem => {
	const advice = [...new Set(faults.map(({ todo }) => todo))].join(' ');
	const message = faults.map(({ name, says }) => `${name} ${says}`).join('; ');
	const field = [...new Set(faults.map(({ field: name }) => name))].join(', ');
	return problem(message, advice, { outcome: 'refused', reason: 'invalidInput', advice, field });
};
