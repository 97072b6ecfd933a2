import { findReasonFaults } from '../../../../../nodes/Truecaller/resources/callPersonalisation/texts/callReason';
import { cleanReason } from '../../../../../nodes/Truecaller/resources/callPersonalisation/texts/cleanReason';
import { createRandom } from '../../../../support/random';

const FORBIDDEN = '!@#$%^&*()_+/';
const saysOf = (reason: string): string[] =>
	findReasonFaults(reason, true)
		.map(({ says }) => says)
		// Where no word is certain to keep an amount, its sign stays and the checks refuse the text.
		.filter(
			(says) => !/^has characters that Truecaller does not allow: "[/^]"( "[/^]")?$/.test(says),
		);

describe('a cleaned call reason', () => {
	it.each([
		['Your flower delivery today', 'Your flower delivery today'],
		['  Your   order\n\ttoday. ', 'Your order today'],
		['Bed & Breakfast booking', 'Bed and Breakfast booking'],
		['Pick-up + delivery', 'Pick-up and delivery'],
		['KYC/loan_update for you', 'KYC loan update for you'],
		['50% off (today only)!', '50 percent off today only'],
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
	['Order 12/45_A is here', 'Order 12-45 A is here'],
])('"%s" is spoken as "%s"', (reason, spoken) => {
	expect(cleanReason(reason)).toBe(spoken);
});

describe('what a sign means is kept when a call reason is cleaned', () => {
	it.each([
		['2*500ml of milk today', '2 x 500ml of milk today'],
		['Your Disney+ plan ends', 'Your Disney plan ends'],
		['$1,299.50 is due today', '1,299.50 dollars is due today'],
		['Your $1.5 million loan', 'Your 1.5 million dollars loan'],
		['Order 1 $250 due today', 'Order 1 - 250 dollars due today'],
		['Pay 5$10 for it today', 'Pay 5-10 for it today'],
		['500 $ is due today', '500 dollars is due today'],
		['50%off on shoes today', '50 percent off on shoes today'],
		['Save 20%; call us now', 'Save 20 percent; call us now'],
		['$5-$10 off your order', '5 dollars to 10 dollars off your order'],
		['Save 50%-70% today', 'Save 50 percent to 70 percent today'],
		['-5 degrees outside now', 'minus 5 degrees outside now'],
		['.5 kg of sugar today', 'point 5 kg of sugar today'],
		['- 5 boxes are here', '5 boxes are here'],
		['Rs 500/- is due today', 'Rs 500 is due today'],
		['2+1 offer for you', '2 plus 1 offer for you'],
		['18+ event booking today', '18 plus event booking today'],
		['3@100 each for you', '3 at 100 each for you'],
		['24/7 support is here', '24-7 support is here'],
		['1(250) items in stock', '1-250 items in stock'],
		['1 (250) items in stock', '1 - 250 items in stock'],
	])('%j becomes %j', (reason, clean) => {
		expect(cleanReason(reason)).toBe(clean);
		expect(saysOf(clean)).toEqual([]);
	});

	it.each(['1/2 kg of sugar today', '10^5 reasons to call'])(
		'and where no word is certain, the text is refused: %s',
		(reason) => {
			expect(cleanReason(reason)).toBe(reason);
			expect(findReasonFaults(reason, true)).toEqual([
				{
					field: 'callReason',
					name: 'Call Reason',
					says: expect.stringMatching(/^has characters that Truecaller does not allow: "[/^]"$/),
					todo: 'Write this amount in words: without the sign it would be another one.',
				},
			]);
		},
	);
});

describe('HTML, invisible characters and gaps are cleaned away', () => {
	it.each([
		['<b>Delivery</b> today', 'Delivery today'],
		['Delivery &amp; pickup today', 'Delivery and pickup today'],
		['&#8377;500 is due today', '₹500 is due today'],
		['&#x20B9;500 is due today', '₹500 is due today'],
		['Your caf&eacute; order&hellip; is here', 'Your café order… is here'],
		['Tea &amp;amp; cake order', 'Tea and cake order'],
		['&lt;b&gt;Delivery&lt;/b&gt; today', 'Delivery today'],
		['<p>Hello Ravi</p><p>Your order</p>', 'Hello Ravi Your order'],
		['Hello Ravi<br/>your order', 'Hello Ravi your order'],
		['<span style="font-size:12px">Your</span> order', 'Your order'],
		['10<sup>th</sup> order today', '10th order today'],
		['5<b>0</b> items for you', '5 0 items for you'],
		['Hello Ravi <br', 'Hello Ravi'],
		['Your order <!-- 12 --> is here', 'Your order is here'],
		['Your order\r\nis\there', 'Your order is here'],
		['Your\u200b or\u00adder is here', 'Your order is here'],
		['Hi \ud83d half an emoji', 'Hi half an emoji'],
		['Cafe\u0301 order is here', 'Café order is here'],
		['Hi , your order', 'Hi, your order'],
		['Dear , , your order is here', 'Dear, your order is here'],
		['Your order is here .', 'Your order is here'],
	])('%j becomes %j', (reason, clean) => {
		expect(cleanReason(reason)).toBe(clean);
	});

	it.each([
		['halves of an emoji', '👨‍👩‍👧'.repeat(20), '👨‍👩‍👧'.repeat(12)],
		['halves of a syllable', 'क्षि'.repeat(40), 'क्षि'.repeat(25)],
		['a part of an amount', `${'word '.repeat(18)}pay 98765 43210`, `${'word '.repeat(18)}pay`],
		['a part of a long number', `${'a'.repeat(95)}1234567890`, 'a'.repeat(95)],
	])('a text is never cut so that it ends in %s', (_part, reason, clean) => {
		expect(cleanReason(reason)).toBe(clean);
	});
});
