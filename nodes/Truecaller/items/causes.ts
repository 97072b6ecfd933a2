import type { Fault, Problem } from '../api/problems';
import type { Placed } from './results';

/** A cause for which items cannot be sent, and the fix. `varies`: the text of the first item stands for similar ones. */
export type Cause = {
	readonly says: string;
	readonly todo: string;
	readonly items: Placed[];
	varies: boolean;
};

/** Ends a sentence that has no end yet. */
export const sentence = (text: string): string =>
	text === '' || /[.!?]$/.test(text) ? text : `${text}.`;

type FieldFault = { readonly key: string; readonly says: string; readonly todo: string };

const joinTexts = (texts: readonly string[], by: string): string => [...new Set(texts)].join(by);

/** Returns the faults of an item, one for each field. A problem without faults counts as one fault. */
const toFieldFaults = ({ message, todo, faults = [] }: Problem): FieldFault[] => {
	if (faults.length === 0) return [{ key: message, says: message, todo }];
	const byField = new Map<string, Fault[]>();
	for (const fault of faults)
		byField.set(fault.field, [...(byField.get(fault.field) ?? []), fault]);
	return [...byField].map(([field, ofField]) => {
		const says = joinTexts(
			ofField.map((fault) => fault.says),
			', and ',
		);
		const advice = joinTexts(
			ofField.map((fault) => fault.todo),
			' ',
		);
		return { key: `${field} ${advice}`, says: `'${ofField[0]?.name}' ${says}`, todo: advice };
	});
};

/** Groups the faults of all items by field and fix, in the order in which they were found. */
export const toCauses = (found: readonly Placed[]): Cause[] => {
	const causes = new Map<string, Cause>();
	for (const placed of found)
		for (const { key, says, todo } of toFieldFaults(placed.problem)) {
			const cause = causes.get(key) ?? { says, todo, items: [], varies: false };
			causes.set(key, cause);
			cause.items.push(placed);
			cause.varies ||= cause.says !== says;
		}
	return [...causes.values()];
};

/** Returns the display names of the fields at fault: 'Call Reason' and 'Label'. */
export const nameFields = ({ faults = [] }: Problem): string => {
	const names = [...new Set(faults.map(({ name }) => `'${name}'`))];
	return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};
