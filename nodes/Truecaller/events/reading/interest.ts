import type { ReadValue } from './fieldReader';

/** How forms, messengers and CRMs write a yes or a no. Documented are true and false alone. [D3] */
const YES = ['true', 't', 'yes', 'y', '1', 'on', 'ok', 'okay', 'sure', 'interested', 'wanted'];
const NO = ['false', 'f', 'no', 'n', '0', 'off', 'not interested', 'uninterested', 'not wanted'];

const toWord = (value: string): string =>
	value
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/** Reads whether somebody wants a call back. A word of neither list is not read as a no: it may be a lead. */
export const readInterest: ReadValue<boolean> = (value) => {
	if (typeof value === 'boolean') return value;
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const word = toWord(String(value));
	if (YES.includes(word)) return true;
	return NO.includes(word) ? false : undefined;
};
