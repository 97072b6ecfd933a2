import { isObject } from '../../../api/reading/answer';

/**
 * Matches a programmer's name for a field. Any other key may be a value, such as a phone number or
 * an ID.
 */
const PROGRAMMED_NAME = /^[a-z][A-Za-z_]{0,39}$/;
const OTHER_NAME = '(other name)';
const DEEPEST = 5;

const typeOf = (value: unknown): string => {
	if (value === null) return 'null';
	if (Array.isArray(value)) return value.length === 0 ? 'empty array' : 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
};

/** Adds the type of a value under its path, and the types of everything inside it. */
const note = (
	value: unknown,
	place: string,
	depth: number,
	found: Map<string, Set<string>>,
): void => {
	if (place !== '') {
		const types = found.get(place) ?? new Set();
		found.set(place, types.add(typeOf(value)));
	}
	if (depth >= DEEPEST) return;
	if (Array.isArray(value)) {
		for (const each of value) note(each, `${place}[]`, depth + 1, found);
	} else if (isObject(value)) {
		for (const [key, each] of Object.entries(value)) {
			const name = PROGRAMMED_NAME.test(key) ? key : OTHER_NAME;
			note(each, place === '' ? name : `${place}.${name}`, depth + 1, found);
		}
	}
};

/**
 * Returns the fields of an answer with their types, such as `numbers[].status: string`, without
 * their values.
 */
export const listFields = (body: unknown): string[] => {
	const found = new Map<string, Set<string>>();
	note(body, '', 0, found);
	return [...found].map(([place, types]) => `${place}: ${[...types].sort().join(' or ')}`);
};
