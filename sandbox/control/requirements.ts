/** Fastify answers an error with the `statusCode` it carries; the text is meant for people. */
export const plainError = (words: string, statusCode = 400): Error =>
	Object.assign(new Error(words), { statusCode });

export type Fields = Record<string, unknown>;

export const isObject = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Says what a value must be, or nothing when it is that. */
export type Requirement = (value: unknown) => string | undefined;

export const wholeNumber: Requirement = (value) =>
	Number.isSafeInteger(value) && Number(value) >= 0 ? undefined : 'a whole number, 0 or more';

export const yesOrNo: Requirement = (value) =>
	typeof value === 'boolean' ? undefined : 'true or false';

export const oneOf =
	(...allowed: ReadonlyArray<string | boolean | null>): Requirement =>
	(value) =>
		allowed.some((each) => each === value)
			? undefined
			: `one of ${allowed.map((each) => JSON.stringify(each)).join(', ')}`;

export const httpStatus: Requirement = (value) =>
	Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599
		? undefined
		: 'an HTTP status from 200 to 599';

export const either =
	(...requirements: readonly Requirement[]): Requirement =>
	(value) => {
		const words = requirements.map((requirement) => requirement(value));
		return words.includes(undefined) ? undefined : words.join(', or ');
	};

/** Holds a value to a table of requirements; names the known keys when it meets another. */
export function requireFields(
	what: string,
	value: unknown,
	requirements: Readonly<Record<string, Requirement>>,
): void {
	if (!isObject(value)) throw plainError(`${what} must be a JSON object`);
	for (const [name, given] of Object.entries(value)) {
		const requirement = Object.hasOwn(requirements, name) ? requirements[name] : undefined;
		if (!requirement) {
			throw plainError(
				`${what} has no "${name}"; it knows ${Object.keys(requirements).join(', ')}`,
			);
		}
		const words = given === undefined ? undefined : requirement(given);
		if (words) throw plainError(`"${name}" of ${what} must be ${words}`);
	}
}
