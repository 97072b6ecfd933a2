import { isObject } from '../nodes/Truecaller/simulation/rules/shape';

/** Returns an error with a message for people. Fastify answers with its `statusCode`. */
export const plainError = (words: string, statusCode = 400): Error =>
	Object.assign(new Error(words), { statusCode });

/** Returns what the value must be, or undefined if it is valid. */
export type Requirement = (value: unknown) => string | undefined;

export const wholeNumber =
	(least: number, most: number): Requirement =>
	(value) =>
		typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
			? undefined
			: `a whole number from ${least} to ${most}`;

/** The longest wait of a timer in Node.js, in ms: a longer one fires at once. */
export const LONGEST_TIMER_MS = 2_147_483_647;

export const waitMs: Requirement = wholeNumber(0, LONGEST_TIMER_MS);

export const text =
	(most: number): Requirement =>
	(value) =>
		typeof value === 'string' && value !== '' && [...value].length <= most
			? undefined
			: `a text of 1 to ${most} characters`;

export const yesOrNo: Requirement = (value) =>
	typeof value === 'boolean' ? undefined : 'true or false';

export const oneOf =
	(...allowed: ReadonlyArray<string | number | boolean | null>): Requirement =>
	(value) =>
		allowed.some((each) => each === value)
			? undefined
			: `one of ${allowed.map((each) => JSON.stringify(each)).join(', ')}`;

export const listOf =
	(...allowed: readonly string[]): Requirement =>
	(value) =>
		Array.isArray(value) && value.every((each) => allowed.includes(each))
			? undefined
			: `a list of ${allowed.map((each) => JSON.stringify(each)).join(', ')}`;

/** A status 1xx is not a final answer. */
export const httpStatus: Requirement = wholeNumber(200, 599);

export const either =
	(...requirements: readonly Requirement[]): Requirement =>
	(value) => {
		const words = requirements.map((requirement) => requirement(value));
		return words.includes(undefined) ? undefined : words.join(', or ');
	};

/**
 * Checks a value against a table of requirements. For an unknown key, the error lists the known
 * ones.
 */
export function requireFields(
	what: string,
	value: unknown,
	requirements: Readonly<Record<string, Requirement>>,
): void {
	if (!isObject(value)) throw plainError(`${what} must be a JSON object`);
	for (const [name, given] of Object.entries(value)) {
		const requirement = Object.hasOwn(requirements, name) ? requirements[name] : undefined;
		if (!requirement) {
			const known = Object.keys(requirements).join(', ');
			throw plainError(`There is no "${name}" in ${what}; it knows ${known}`);
		}
		const words = requirement(given);
		if (words) throw plainError(`"${name}" in ${what} must be ${words}`);
	}
}
