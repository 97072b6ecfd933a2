import { readPhoneNumber } from '../../../nodes/Truecaller/phone/phoneNumber';

type Row = readonly [
	written: unknown,
	defaultCountry: string | undefined,
	why: string,
	todo: string,
];

const WRITE_CODE = "Write it with + and the country code, or set 'Default Country'.";
const CHECK =
	'Check its country code and digits (a 0 or 1 that is dialled only at home is not counted).';
const DIGITS = 'Give the whole number in digits, such as +91 and ten digits for India.';
const ONE = 'Give one phone number only.';
const NO_EXTENSION = 'Remove the extension: only a whole line can be called.';
const AS_TEXT = 'Format the column as text in the spreadsheet and enter the number again.';
const NO_BRACKETS = 'Write it with + and the country code, and no brackets.';
const SET_DEFAULT =
	"Set 'Default Country' to a name or a code such as IN, US or GB, or write the number with + and its country code.";
const UNKNOWN_DEFAULT = "has no country code, and 'Default Country' is not a country";

const REFUSED: readonly Row[] = [
	['', undefined, 'is empty', 'Enter a phone number, or leave this item out.'],
	['+91 98765 43210 x12', undefined, 'has an extension', NO_EXTENSION],
	['98765 43210', undefined, 'has no country code', WRITE_CODE],
	['+1 800 FLOWERS', undefined, 'has letters in it', DIGITS],
	['9.19877E+11', undefined, 'was shortened by a spreadsheet (scientific notation)', AS_TEXT],
	['9876543210, 9876543211', 'IN', 'has two numbers in it', ONE],
	['+91 98765_43210', undefined, 'has characters in it that no phone number has', DIGITS],
	[
		'91 +98765',
		undefined,
		'has a + in the wrong place',
		'Write + only once, before the country code.',
	],
	['( ) -', undefined, 'has no digits in it', DIGITS],
	[
		{ number: 1 },
		undefined,
		'is not a text or a number',
		'Map a field that holds one phone number.',
	],
	[
		2 ** 60,
		undefined,
		'is a number too large to be exact',
		'Hand it over as text, so that no digit is lost.',
	],
	[-919876543210, undefined, 'is a number but no phone number', DIGITS],
	['1'.repeat(101), undefined, 'is too long a text for one phone number', ONE],
	[
		'+91 98765 4321',
		undefined,
		'is too short for India (+91): 9 digits where 10 are expected',
		CHECK,
	],
	[
		'+91 98765 432101',
		undefined,
		'is too long for India (+91): 11 digits where 10 are expected',
		CHECK,
	],
	['987654321', 'IN', 'is too short for India (+91): 9 digits where 10 are expected', CHECK],
	[
		'+1 212 555 012',
		undefined,
		'is too short for United States and others (+1): 9 digits where 10 are expected',
		CHECK,
	],
	[
		'+1 684 733 123',
		undefined,
		'is too short for American Samoa (+1): 9 digits where 10 are expected',
		CHECK,
	],
	[
		'+31 6 1234 56789',
		undefined,
		'has a wrong length for Netherlands (+31): 10 digits where 9 or 11 are expected',
		CHECK,
	],
	[
		'+43 12',
		undefined,
		'is too short for Austria (+43): 2 digits where 4 to 13 are expected',
		CHECK,
	],
	[
		'+999 1234 5678',
		undefined,
		'starts with a calling code that no country has',
		'Check the country code after the +.',
	],
	[
		'+800 1234 5678',
		undefined,
		'starts with a calling code that no country has',
		'Check the country code after the +.',
	],
	[
		'+91 0000 000 000',
		undefined,
		'is too short for India (+91): 9 digits where 10 are expected',
		CHECK,
	],
	[
		'+44 00 7400 1234',
		undefined,
		'has a 0 after the country code that does not belong there',
		'Remove that 0.',
	],
	['9'.repeat(16), undefined, 'is too long: 16 digits, and no number has more than 15', ONE],
	['13912345678', undefined, 'has no + and could be a number of more than one country', WRITE_CODE],
	['62812345678', 'ID', 'can be read as two different numbers', NO_BRACKETS],
	['+39 (0) 347 123 4567', undefined, 'can be read as two different numbers', NO_BRACKETS],
	[
		'112 345 6789',
		'US',
		'is too short for United States and others (+1): 9 digits where 10 are expected',
		CHECK,
	],
	['050 123 4567', 'IN', 'is too short for India (+91): 9 digits where 10 are expected', CHECK],
	[
		'12 34 56 78',
		'NO',
		'does not look like a number of Norway and others (+47)',
		'Check it, or write it with + and its own country code.',
	],
	['1 372 3912', 'MS', 'is too short for Montserrat (+1): 7 digits where 10 are expected', CHECK],
	[
		'0087 642 0587',
		'VA',
		'starts with a calling code that no country has',
		'Check the country code after the +.',
	],
	['98765 43210', 'Atlantis', UNKNOWN_DEFAULT, SET_DEFAULT],
];

test.each(REFUSED)(
	'%p with the default country %p is refused: the number %s',
	(written, defaultCountry, why, todo) => {
		expect(readPhoneNumber(written, defaultCountry)).toEqual({ ok: false, why, todo });
	},
);

test.each([[null], [undefined], ['   '], ['\u200e\u00a0'], ['tel:']])(
	'nothing, such as %p, is empty',
	(written) => {
		expect(readPhoneNumber(written, 'IN')).toMatchObject({ ok: false, why: 'is empty' });
	},
);

test.each([
	[
		'has no country code',
		'9876543210',
		'09876543210',
		'0919876543210',
		'12345',
		'6581234567',
		'559040174814',
	],
	[
		'has letters in it',
		'null',
		'NA',
		'Phone number not available',
		'+91 98765 43210 (Ravi)',
		'+91 98765 4321O',
	],
	[
		'has an extension',
		'98765 43210ext5',
		'+91 98765 43210 extn. 5',
		'+91 98765 43210 #5',
		'+919876543210,,5',
		'tel:+919876543210;ext=5',
	],
	[
		'has two numbers in it',
		'9876543210 / 9876543211',
		'9876543210 9876543211',
		'+919876543210+919876543211',
		'9876543210 or 9876543211',
	],
	[
		'has characters in it that no phone number has',
		'98765²43210',
		'=+919876543210',
		'9,876,543,210',
		'+91*9876543210',
	],
	['was shortened by a spreadsheet (scientific notation)', '9,19877E+11', '9e11', '+9.2E+11'],
	[
		'has no + and could be a number of more than one country',
		'84951234567',
		'51987654321',
		'81234567890',
		'15112345678',
	],
])('a number that %s is refused for that reason', (why, ...examples) => {
	for (const example of examples)
		expect([example, readPhoneNumber(example)]).toMatchObject([example, { ok: false, why }]);
});

test.each([
	NaN,
	1.5,
	1e21,
	Infinity,
	2 ** 53,
	-1n,
	true,
	[],
	['+919876543210', '+919876543211'],
	Symbol('x'),
	() => '+919876543210',
])('a value that is no phone number (%p) is refused, not guessed at', (value) => {
	expect(readPhoneNumber(value, 'IN').ok).toBe(false);
});

test('no refusal shows more of a number than its last four digits', () => {
	for (const [written, defaultCountry] of REFUSED) {
		const reading = readPhoneNumber(written, defaultCountry);
		const shown = reading.ok ? '' : `${reading.why} ${reading.todo}`;
		const digits = String(written).replace(/\D/g, '');
		const pieces = Array.from({ length: Math.max(0, digits.length - 4) }, (_, index) =>
			digits.slice(index, index + 5),
		);
		expect(pieces.filter((piece) => shown.replace(/[^\d ]/g, '').includes(piece))).toEqual([]);
	}
});

test('a default country that does not exist does not stop a number that carries its country code', () => {
	expect(readPhoneNumber('+91 98765 43210', 'India')).toEqual({
		ok: true,
		number: '+919876543210',
	});
});

test('an empty default country is none', () => {
	expect(readPhoneNumber('98765 43210', '  ')).toMatchObject({ why: 'has no country code' });
});
