import {
	cleanReason,
	findLabelNameFaults,
	findReasonFaults,
} from '../../../nodes/Truecaller/resources/callPersonalisation/callReason';
import { createRandom } from '../../support/random';

const FORBIDDEN = '!@#$%^&*()_+/';
const saysOf = (reason: string): string[] => findReasonFaults(reason).map(({ says }) => says);

describe('a call reason is accepted', () => {
	it.each([
		['of ten characters', 'a'.repeat(10)],
		['of a hundred characters', 'a'.repeat(100)],
		['with full stops, commas and hyphens inside', 'Dr. Rao, follow-up at 5.30'],
		['with other signs', 'Is "Tuesday" fine? 5:30; it\'s {ok} [or] ~6 = <7>'],
		['in another script', 'आपका ऑर्डर आज पहुँचेगा'],
		['of ten emoji', '🌸'.repeat(10)],
		['of fifty emoji', '🌸'.repeat(50)],
		['that starts and ends with an emoji', '🌸 Flower delivery 🌸'],
		["as in the documentation's own sample", 'Flower Delivery'],
	])('%s', (_title, reason) => {
		expect(saysOf(reason)).toEqual([]);
	});
});

describe('a call reason is refused', () => {
	it.each([
		['has 9 characters and needs at least 10', 'a'.repeat(9)],
		['has 1 character and needs at least 10', 'a'],
		['has 101 characters and may have 100', 'a'.repeat(101)],
		['has 9 characters and needs at least 10', '🌸'.repeat(9)],
		['has 102 characters and may have 100', '🌸'.repeat(51)],
	])('because it %s', (says, reason) => {
		expect(saysOf(reason)).toEqual([says]);
	});

	it.each([...FORBIDDEN])('because of the character %s, wherever it stands', (character) => {
		for (const reason of [
			`Your order ${character} today`,
			`${character}Your order today`,
			`Your order today${character}`,
		]) {
			expect(saysOf(reason)).toEqual([
				`has characters that Truecaller does not allow: "${character}"`,
			]);
		}
	});

	it.each([' ', '.', ',', '-', '\t', '\n', '\u00a0'])(
		'because it starts or ends with %j',
		(edge) => {
			for (const reason of [
				`${edge}Your order today`,
				`Your order today${edge}`,
				`${edge}Your order today${edge}`,
			]) {
				expect(saysOf(reason)).toEqual(['starts or ends with a space, full stop, comma or hyphen']);
			}
		},
	);

	it('for everything that is wrong with it, each forbidden character named once', () => {
		expect(saysOf('.50% & 20%!')).toEqual([
			'has characters that Truecaller does not allow: "%" "&" "!"',
			'starts or ends with a space, full stop, comma or hyphen',
		]);
		expect(saysOf('-$$')).toHaveLength(3);
	});

	it('with advice for each fault', () => {
		expect(findReasonFaults('-$$').map(({ name, fix }) => `${name}: ${fix}`)).toEqual([
			'Call Reason: Write a Call Reason of 10 to 100 characters, or leave it empty.',
			'Call Reason: Take them out of Call Reason, or switch on Clean Call Reason under Options.',
			'Call Reason: Let Call Reason start and end with a letter or a digit, or switch on Clean Call Reason under Options.',
		]);
		expect(findReasonFaults('a'.repeat(101)).map(({ fix }) => fix)).toEqual([
			'Shorten Call Reason to 100 characters, or switch on Clean Call Reason under Options.',
		]);
	});
});

describe('a label name', () => {
	it.each(['abc', 'a'.repeat(40), '🌸🌸🌸', '🌸'.repeat(20), 'A & B (50%)!'])(
		'is accepted from 3 to 40 characters, whatever they are: %s',
		(name) => {
			expect(findLabelNameFaults(name)).toEqual([]);
		},
	);

	it.each([
		['has 2 characters and needs at least 3', 'ab'],
		['has 41 characters and may have 40', 'a'.repeat(41)],
		['has 42 characters and may have 40', '🌸'.repeat(21)],
		['has 2 characters and needs at least 3', '🌸🌸'],
	])('is refused because it %s', (says, name) => {
		expect(findLabelNameFaults(name)).toEqual([
			{
				field: 'labelName',
				name: 'Label Name',
				says,
				fix: 'Write a Label Name of 3 to 40 characters, or leave it empty to use the name of the label.',
			},
		]);
	});
});

describe('a cleaned call reason', () => {
	it.each([
		['Your flower delivery today', 'Your flower delivery today'],
		['  Your   order\n\ttoday. ', 'Your order today'],
		['Bed & Breakfast booking', 'Bed and Breakfast booking'],
		['Pick-up + delivery', 'Pick-up and delivery'],
		['KYC/loan_update for you', 'KYC loan update for you'],
		['50% off (today only)!', '50 off today only'],
		['*** Your order #12 ***', 'Your order 12'],
		['- . , Your order today , . -', 'Your order today'],
		['!.Your order today.!', 'Your order today'],
		['🌸 Flower delivery! 🌸', '🌸 Flower delivery 🌸'],
		['a'.repeat(101), 'a'.repeat(100)],
		[`${'word '.repeat(19)}last words`, `${'word '.repeat(19)}last`],
		[`${'word '.repeat(19)}later then`, `${'word '.repeat(19)}later`],
		[`${'word '.repeat(19)}lasting`, 'word '.repeat(19).trim()],
		[`${'a'.repeat(40)} ${'b'.repeat(80)}`, `${'a'.repeat(40)} ${'b'.repeat(59)}`],
		[`${'word, '.repeat(16)}lasting`, 'word, '.repeat(16).slice(0, -2)],
		['🌸'.repeat(60), '🌸'.repeat(50)],
	])('of %j is %j', (reason, clean) => {
		expect(cleanReason(reason)).toBe(clean);
	});

	it.each(['', ' ', 'Hi there', '!@#$%^*()', '🌸'.repeat(9), '-a. , b, c-', '@'.repeat(200)])(
		'of %j is none, because too little is left to show',
		(reason) => {
			expect(cleanReason(reason)).toBeUndefined();
		},
	);

	it('is one that Truecaller accepts, or none, and stays as it is when it is cleaned again: 5000 times', () => {
		const random = createRandom(11);
		const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
		const letters = [
			...FORBIDDEN,
			...' .,-\t\n\u00a0\u200d',
			...'abcdefghij0123456789',
			'🌸',
			'👩‍👧',
			'é',
			'e\u0301',
			'\ud83c',
			'\udf38',
			'ऑ',
			' and ',
			'. ',
			' - ',
		];
		let cleaned = 0;
		for (let run = 0; run < 5_000; run++) {
			const length = pick([5, 10, 12, 30, 98, 100, 101, 102, 140, 300]);
			const alphabet =
				random() < 0.5 ? letters : letters.slice(0, 2 + Math.floor(random() * letters.length));
			const reason = Array.from({ length }, () => pick(alphabet)).join('');
			const clean = cleanReason(reason);
			if (clean === undefined) continue;
			cleaned++;
			expect({ reason, clean, faults: saysOf(clean) }).toEqual({ reason, clean, faults: [] });
			expect(cleanReason(clean)).toBe(clean);
		}
		expect(cleaned).toBeGreaterThan(1_000);
	});
});

it.each([
	['Tea & Coffee order', 'Tea and Coffee order'],
	['Tea&Coffee order', 'Tea and Coffee order'],
	['R + D meeting today', 'R and D meeting today'],
	['Your C++ course starts', 'Your C course starts'],
	['Tea && Coffee order', 'Tea Coffee order'],
	['Order 12/45_A is here', 'Order 12 45 A is here'],
])('"%s" is spoken as "%s"', (reason, spoken) => {
	expect(cleanReason(reason)).toBe(spoken);
});
