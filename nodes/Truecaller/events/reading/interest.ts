import type { ReadValue } from './fieldReader';

/** Yes and no as forms, messengers and CRMs write them. Only true and false are documented [D3]. */
const YES = 'true t yes y yeah yep 1 on ok okay sure interested wanted'.split(' ');
const NO = [
	...'false f no n nope 0 off uninterested'.split(' '),
	'not interested',
	'not wanted',
	'no thanks',
	'no thank you',
];

const toWord = (value: string): string =>
	value
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/** Reads whether a customer wants a call back. Undefined for a word of neither list: that customer may be a lead. */
export const readInterest: ReadValue<boolean> = (value) => {
	if (typeof value === 'boolean') return value;
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const word = toWord(String(value));
	if (YES.includes(word) || word.startsWith('yes ')) return true;
	return NO.includes(word) ? false : undefined;
};
