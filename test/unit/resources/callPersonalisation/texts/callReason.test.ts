import {
	findLabelNameFaults,
	findReasonFaults,
} from '../../../../../nodes/Truecaller/resources/callPersonalisation/texts/callReason';

const FORBIDDEN = '!@#$%^&*()_+/';
const saysOf = (reason: string): string[] => findReasonFaults(reason).map(({ says }) => says);

describe('a call reason is accepted', () => {
	it.each([
		['of ten characters', 'a'.repeat(10)],
		['of a hundred characters', 'a'.repeat(100)],
		['with full stops, commas and hyphens inside', 'Dr. Rao, follow-up at 5.30'],
		['with other signs', 'Is "Tuesday" fine? 5:30; it\'s {ok} [or] ~6 = <7>'],
		['in another script', 'आपका ऑर्डर आज पहुँचेगा'],
		['with letters that need joiners', 'क्\u200dया आपका ऑर्डर'],
		['with a family and a flag', 'Hi 👨‍👩‍👧 from 🏴󠁧󠁢󠁥󠁮󠁧󠁿 today'],
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

	it.each([
		['a line break', 'Your order\nis here'],
		['a line break', 'Your order\r\nis here'],
		['a tab', 'Your order\tis here'],
		['a zero-width space', 'Your\u200b order is here'],
		['a soft hyphen', 'Your or\u00adder is here'],
		['U+200D', 'Your\u200d order is here'],
		['U+FEFF', 'Your\ufeff order is here'],
		['U+202E', 'Your \u202eorder is here'],
		['U+0000', 'Your order\u0000 is here'],
		['U+D83D', 'Your \ud83d order is here'],
	])('because nobody sees %s in it', (name, reason) => {
		expect(saysOf(reason)).toEqual([`has characters that nobody sees: ${name}`]);
	});

	it.each([' ', '.', ',', '-', '\u00a0'])('because it starts or ends with %j', (edge) => {
		for (const reason of [
			`${edge}Your order today`,
			`Your order today${edge}`,
			`${edge}Your order today${edge}`,
		]) {
			expect(saysOf(reason)).toEqual(['starts or ends with a space, full stop, comma or hyphen']);
		}
	});

	it('for everything that is wrong with it, each forbidden character named once', () => {
		expect(saysOf('.50% & 20%!')).toEqual([
			'has characters that Truecaller does not allow: "%" "&" "!"',
			'starts or ends with a space, full stop, comma or hyphen',
		]);
		expect(saysOf('-$$')).toHaveLength(3);
	});

	it('with advice for each fault', () => {
		expect(findReasonFaults('-$$').map(({ name, todo }) => `${name}: ${todo}`)).toEqual([
			"Call Reason: Write a 'Call Reason' of 10 to 100 characters, or leave it empty.",
			"Call Reason: Take them out of 'Call Reason', or switch on 'Clean Call Reason' under Options.",
			"Call Reason: Let 'Call Reason' start and end with a letter or a digit, or switch on 'Clean Call Reason' under Options.",
		]);
		expect(findReasonFaults('a'.repeat(101)).map(({ todo }) => todo)).toEqual([
			"Shorten 'Call Reason' to 100 characters, or switch on 'Clean Call Reason' under Options.",
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
				todo: "Write a 'Label Name' of 3 to 40 characters, or leave it empty to use the name of the label.",
			},
		]);
	});
});
