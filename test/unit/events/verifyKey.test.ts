import { digestKey, isUsableKey, verifyKey } from '../../../nodes/Truecaller/events/key/verifyKey';

const WORD = 'flowers-and-16-more';

describe('the key', () => {
	it.each<[unknown, string, boolean]>([
		[WORD, WORD, true],
		[`${WORD} `, WORD, false],
		[WORD.slice(1), WORD, false],
		['', WORD, false],
		[undefined, WORD, false],
		[[WORD], WORD, false],
		[{ toString: () => WORD }, WORD, false],
		['', '', false],
		[undefined, '', false],
		['short', 'short', false],
		[WORD.repeat(1_000), WORD, false],
	])('%p opens %p: %p', (given, expected, opens) => {
		expect(verifyKey(given, digestKey(expected))).toBe(opens);
	});

	it.each([
		['sixteen_letters-', true],
		['fifteen_letters', false],
		['sixteen letters!', false],
		['sixteen_letters-\n', false],
		['सोलह-अक्षर-से-अधिक-लंबी', false],
	])('%p can be used: %p', (key, usable) => expect(isUsableKey(key)).toBe(usable));
});
