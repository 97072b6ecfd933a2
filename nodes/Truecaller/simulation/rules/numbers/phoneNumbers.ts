import type { Fault } from '../../refusals';
import type { Fields } from '../shape';

const NUMBERS_FIELD = 'phone_numbers';

const isTexts = (value: unknown): value is string[] =>
	Array.isArray(value) && value.every((each) => typeof each === 'string');

/** What is wrong with the whole of a publish or delist; the words are [I]. */
const findFault = (body: Fields, most: number): string | undefined => {
	const unknownField = Object.keys(body).find((name) => name !== NUMBERS_FIELD);
	if (unknownField !== undefined) return `${unknownField} is not allowed`;
	const numbers = body[NUMBERS_FIELD];
	if (numbers === undefined) return `${NUMBERS_FIELD} is required`;
	// [D1][D2] and all samples: an array, though tables of [D3][D4] say "string" (§8 C10).
	if (!isTexts(numbers)) return `${NUMBERS_FIELD} must be an array of strings`;
	// [D3] minLength 1, maxLength 10000
	return numbers.length < 1 || numbers.length > most
		? `${NUMBERS_FIELD} must contain between 1 and ${most} numbers`
		: undefined;
};

/** The numbers as they were sent, each once [I]. */
export const readPhoneNumbers = (
	body: Fields,
	most: number,
): { ok: true; phoneNumbers: readonly string[] } | { ok: false; fault: Fault } => {
	const text = findFault(body, most);
	const { [NUMBERS_FIELD]: numbers } = body;
	return text === undefined && isTexts(numbers)
		? { ok: true, phoneNumbers: [...new Set(numbers)] }
		: { ok: false, fault: { field: NUMBERS_FIELD, text: text ?? `${NUMBERS_FIELD} is required` } };
};
