import type { Fault } from '../../refusals';
import type { DialectSettings } from '../../settings/dialects';
import type { Fields } from '../shape';

const NUMBERS_FIELD = 'phone_numbers';

const isTexts = (value: unknown): value is string[] =>
	Array.isArray(value) && value.every((each) => typeof each === 'string');

type Written = DialectSettings['phoneNumbersAs'];

const READ: Readonly<Record<Written, (value: unknown) => readonly string[] | undefined>> = {
	array: (value) => (isTexts(value) ? value : undefined),
	text: (value) => (typeof value === 'string' ? value.split(',') : undefined),
};
const WORDS: Readonly<Record<Written, string>> = { array: 'an array of strings', text: 'a string' };

/** Returns the fault of a whole publish or delist; the words are [I]. */
const findFault = (body: Fields, most: number, as: Written): Fault | undefined => {
	const field = NUMBERS_FIELD;
	const unknownField = Object.keys(body).find((name) => name !== NUMBERS_FIELD);
	if (unknownField !== undefined) return { text: `${unknownField} is not allowed` };
	if (body[field] === undefined) return { field, text: `${field} is required` };
	const numbers = READ[as](body[field]);
	// [D1][D2] and all samples: an array, although tables of [D3][D4] say "string" (§8 C10).
	if (!numbers) return { field, text: `${field} must be ${WORDS[as]}`, form: 'phoneNumbers' };
	// [D3] minLength 1, maxLength 10000
	return numbers.length < 1 || numbers.length > most
		? { field, text: `${field} must contain between 1 and ${most} numbers` }
		: undefined;
};

/** Returns the numbers as they were sent, each once [I]. */
export const readPhoneNumbers = (
	body: Fields,
	most: number,
	as: Written,
): { ok: true; phoneNumbers: readonly string[] } | { ok: false; fault: Fault } => {
	const fault = findFault(body, most, as);
	return fault
		? { ok: false, fault }
		: { ok: true, phoneNumbers: [...new Set(READ[as](body[NUMBERS_FIELD]) ?? [])] };
};
