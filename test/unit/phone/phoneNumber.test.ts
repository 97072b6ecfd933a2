import {
	readPhoneNumber,
	toNational,
	withoutPlus,
	type E164,
} from '../../../nodes/Truecaller/phone/phoneNumber';

type Example = [written: unknown, defaultCountry?: string];

const numberIn = (written: unknown, defaultCountry?: string): E164 => {
	const reading = readPhoneNumber(written, defaultCountry);
	if (!reading.ok) throw new Error(`The number ${reading.why}. ${reading.todo}`);
	return reading.number;
};

const INDIAN: Example[] = [
	['+919876543210'],
	['+91 98765-43210'],
	['(+91) 98765.43210'],
	['+ 91 98765/43210'],
	['tel:+91-98765-43210'],
	['TEL: +919876543210'],
	['00919876543210'],
	['0091 98765 43210', 'US'],
	['+91 (0) 98765 43210'],
	['+91 098765 43210'],
	['91 (0)98765 43210', 'IN'],
	['098765 43210', 'IN'],
	['98765 43210', 'IN'],
	['98765 43210', ' in '],
	['919876543210', 'IN'],
	['919876543210'],
	['91 98765 43210'],
	['011 91 98765 43210', 'US'],
	['+91 98765 43210', 'US'],
	[919876543210],
	[919876543210n],
	[9876543210, 'IN'],
	['919876543210.0'],
	["'+919876543210"],
	['  +91\t98765\u00a043210\n'],
	['\u202a+91 98765 43210\u202c'],
	['\u200e+91\u200b98765\u206643210\ufeff'],
	['+91\u201398765\u201143210'],
	['+91\u221298765\u30fc43210'],
	['+९१ ९८७६५ ४३२१०'],
	['+٩١ ٩٨٧٦٥ ٤٣٢١٠'],
	['\u06f9\u06f1\u06f9\u06f8\u06f7\u06f6\u06f5\u06f4\u06f3\u06f2\u06f1\u06f0'],
	['（＋９１）９８７６５．４３２１０'],
];

test.each(INDIAN)(
	'%p with the default country %p is one and the same Indian number',
	(...example) => {
		expect(numberIn(...example)).toBe('+919876543210');
	},
);

test('digits of every script are read, not only those of a keyboard', () => {
	const codes = Array.from({ length: 0xffff - 0x660 }, (_, index) =>
		String.fromCharCode(0x660 + index),
	);
	const digits = codes.filter((character) => /\p{Nd}/u.test(character)).join('');
	expect(digits.length).toBeGreaterThan(300);

	for (const ten of digits.match(/.{10}/gu) ?? [])
		expect(numberIn(`+91${ten.slice(1)}${ten.slice(0, 1)}`)).toBe('+911234567890');
});

test.each<Example>([
	['+911600123456'],
	['1600 123 456', 'IN'],
	['01600-123456', 'IN'],
	['911600123456'],
	['+91 140 123 4567'],
	['+91 22 2345 6789'],
])('%p, a business or landline number of India, is as good as a mobile', (...example) => {
	expect(numberIn(...example)).toMatch(/^\+91(1600123456|1401234567|2223456789)$/);
});

test.each([
	['(212) 555-0123', 'US', '+12125550123'],
	['1 212 555 0123', 'US', '+12125550123'],
	['12125550123', undefined, '+12125550123'],
	['506-234-5678', 'CA', '+15062345678'],
	['359-1234', 'BS', '+12423591234'],
	['020 7946 0958', 'GB', '+442079460958'],
	['+44 (0)20 7946 0958', undefined, '+442079460958'],
	['(0)20 7946 0958', 'GB', '+442079460958'],
	['+39 (0)6 6982 1234', undefined, '+390669821234'],
	['+39 06 6982 1234', undefined, '+390669821234'],
	['8 (916) 123-45-67', 'RU', '+79161234567'],
	['8 10 91 98765 43210', 'RU', '+919876543210'],
	['916 123 45 67', 'KZ', '+79161234567'],
	['011 15-2345-6789', 'AR', '+5491123456789'],
	['0 15 11987654321', 'BR', '+5511987654321'],
	['11 98765-4321', 'BR', '+5511987654321'],
	['139 1234 5678', 'CN', '+8613912345678'],
	['+86 139 1234 5678', undefined, '+8613912345678'],
	['0171/1234567', 'DE', '+491711234567'],
	['050 123 4567', 'AE', '+971501234567'],
	['971501234567', undefined, '+971501234567'],
	['447400123456', undefined, '+447400123456'],
	['+7 800 123-45-67', undefined, '+78001234567'],
	['+1 684 733 1234', undefined, '+16847331234'],
])('%p with the default country %p is %p', (written, defaultCountry, expected) => {
	expect(numberIn(written, defaultCountry)).toBe(expected);
});

test('what was read once reads the same again', () => {
	for (const example of INDIAN) {
		const number = numberIn(...example);
		expect(numberIn(number)).toBe(number);
		expect(numberIn(withoutPlus(number))).toBe(number);
		expect(numberIn(toNational(number), 'IN')).toBe(number);
	}
});

test('a number is written without + where Truecaller wants it so', () => {
	expect(withoutPlus(numberIn('+91 98765 43210'))).toBe('919876543210');
});

test.each([
	['+919876543210', '09876543210'],
	['+447400123456', '07400123456'],
	['+12125550123', '2125550123'],
	['+390669821234', '0669821234'],
	['+79161234567', '89161234567'],
	['+8613912345678', '13912345678'],
	['+6581234567', '81234567'],
])('%p is %p as people there write it, for a search in a CRM', (international, national) => {
	expect(toNational(numberIn(international))).toBe(national);
});
