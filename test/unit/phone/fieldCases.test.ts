import { readPhoneNumber } from '../../../nodes/Truecaller/phone/phoneNumber';

/** Numbers as real sheets, CRMs, lead forms and messengers give them. Numbers and names are made up. */
const INDIAN = '+919876543210';

const READ: ReadonlyArray<readonly [kind: string, ...given: unknown[]]> = [
	['the prefix of a lead form', 'p:+919876543210', 'p: +91 98765 43210', 'P:919876543210'],
	[
		'a URI scheme',
		'tel:+91-98765-43210',
		'tel://+919876543210',
		'callto:+919876543210',
		'sip:+919876543210@voice.example',
		'sips:+919876543210;user=phone@voice.example:5061;transport=tls',
		'sip:9876543210@192.0.2.10',
		'whatsapp:+919876543210',
		'whatsapp:919876543210',
		'sms:+919876543210',
		'sms:+919876543210?body=Hello%20there%2012',
		'sms:+919876543210;?&body=Hello',
		'smsto:9876543210',
		'viber://chat?number=%2B919876543210',
		'viber://add?number=919876543210',
		'skype:+919876543210?call',
		'facetime:+919876543210',
		'tg://resolve?phone=919876543210',
		'whatsapp://send?phone=919876543210&text=Hi',
		'TEL;TYPE=CELL:+919876543210',
	],
	[
		'a chat link',
		'https://wa.me/919876543210',
		'wa.me/919876543210',
		'http://www.wa.me/+919876543210/',
		'https://wa.me/919876543210?text=Your%20order%20123',
		'https://api.whatsapp.com/send?phone=919876543210',
		'https://api.whatsapp.com/send/?text=Hi&phone=%2B91%2098765%2043210&app_absent=0',
		`https://web.whatsapp.com/send?phone=919876543210&text=${'long%20'.repeat(40)}`,
		'https://t.me/+919876543210',
		'https://t.me/%2B919876543210',
		'https://signal.me/#p/+919876543210',
	],
	[
		'a WhatsApp ID',
		'919876543210@c.us',
		'919876543210@s.whatsapp.net',
		'919876543210:12@s.whatsapp.net',
	],
	[
		'a text mark of a spreadsheet',
		'="9876543210"',
		'="+919876543210"',
		"'9876543210",
		"'+919876543210",
		'"+91 98765 43210"',
		'"""9876543210"""',
		"'9876543210'",
		'“98765 43210”',
		'\\"9876543210\\"',
		'<+919876543210>',
		'9876543210,',
		'+919876543210;',
	],
	[
		'a list of one',
		['9876543210'],
		[['+919876543210']],
		[9876543210, null, ''],
		'["9876543210"]',
		"['+919876543210']",
		'[["9876543210"]]',
		'[919876543210]',
		'{9876543210}',
		'["9876543210",""]',
	],
	[
		'a decimal point',
		'919876543210.0',
		'919876543210.00',
		'9876543210.000000',
		'+919876543210.0',
		'9876543210,0',
	],
	[
		'a label',
		'M: 98765 43210',
		'Mob. 98765 43210',
		'98765 43210 (mobile)',
		'Phone no. 98765 43210',
		'Ph:- 98765 43210',
		'Ph-9876543210',
		'Mob - 98765 43210',
		'Tel.: +91 98765 43210',
		'Tel +91 98765 43210',
		'Cell (+91) 98765 43210',
		'+91 98765 43210 (WhatsApp)',
		'WhatsApp/Mobile: 98765 43210',
		'Mobile (98765 43210)',
		'(Mobile: 98765 43210)',
		'[mobile] 98765 43210',
		'98765 43210 - mobile',
		'9876543210 (M)',
		'T. +91 98765 43210',
		'Téléphone : +91 98765 43210',
		'telefono: +91 98765 43210',
		'Móvil 98765 43210',
		'Handy: +91 98765 43210',
		'тел. +91 98765 43210',
		'मोबाइल: 98765 43210',
		'मो. ९८७६५ ४३२१०',
		'手机：98765 43210',
		'電話 98765 43210',
		'هاتف: +91 98765 43210',
		'📞 98765 43210',
		'☎️ +91 98765 43210',
		'Phone: <tel:+919876543210>',
	],
	['the 0 and the country code', '0919876543210', '0 91 98765 43210'],
];

describe.each(READ.map(([kind, ...given]) => ({ kind, given })))(
	'a number with $kind',
	({ given }) => {
		test.each(given.map((each) => [each]))('%p is read', (each) => {
			expect(readPhoneNumber(each, 'IN')).toEqual({ ok: true, number: INDIAN });
		});
	},
);

test.each<[string, string | undefined, string]>([
	['1800 123 4567', 'IN', '+9118001234567'],
	['1860 500 5555', 'IN', '+9118605005555'],
	['+91 1800 123 4567', undefined, '+9118001234567'],
	['1800-11-4000', 'IN', '+911800114000'],
	['1800 102 33 44', 'IN', '+9118001023344'],
	['tel:1860-500-5555', 'IN', '+9118605005555'],
	['1800 1234 5678', 'PH', '+63180012345678'],
	['1800 123 4567', 'SG', '+6518001234567'],
	['1300 123 456', 'AU', '+611300123456'],
	['13 12 34', 'AU', '+61131234'],
	['0800 1111', 'GB', '+448001111'],
	['021 111 123 456', 'PK', '+9221111123456'],
	['0800 12345', 'PK', '+9280012345'],
])('the business number %p of %p is read as %p', (given, country, number) => {
	expect(readPhoneNumber(given, country)).toEqual({ ok: true, number });
});

test('a German number with its area code before a slash and its extension after a hyphen is read', () => {
	for (const given of ['0234/123456-10', '+49 234/123456-10', '0234/123456-0'])
		expect([given, readPhoneNumber(given, 'DE')]).toMatchObject([
			given,
			{ ok: true, number: expect.stringMatching(/^\+49234123456(10|0)$/) as string },
		]);
});

const REFUSED: ReadonlyArray<readonly [why: string, country: string, ...given: unknown[]]> = [
	['has letters in it', 'IN', 'Ravi', 'N/A', '98765O3210', '9876S43210', 'Ravi 98765 43210'],
	['has letters in it', 'IN', 'mobile98765 43210', '98765 mobile 43210', 'Fax: 98765 43210'],
	['has letters in it', 'DE', '+49 30 1234 BLUME', '030 1234 not 567'],
	['has an extension', 'IN', '98765 43210 x12', 'M: 98765 43210 ext. 5', 'tel:+919876543210;ext=5'],
	[
		'has some of its digits hidden',
		'IN',
		'98765xxxxx',
		'98765 XXXXX',
		'98765*****',
		'98765•••••',
		'******3210',
		'98765#####',
		'98765-----',
		'Mobile: 98765xxxxx',
	],
	['has some of its digits hidden', 'DE', '+49 30 1234••••', '+49 30 1234....', '030 1234 ----'],
	[
		'has two numbers in it',
		'IN',
		'9876543210/11',
		'98765 43210 / 9876543211',
		'9876543210 or 9876543211',
		'["9876543210","9876543211"]',
		'M: 9876543210, T: 9876543211',
		'Mobile 1: 98765 43210',
	],
	['is a list of several values', 'IN', ['9876543210', '9876543211'], [['9876543210', 5]]],
	[
		'begins with a minus, as if a spreadsheet had calculated it',
		'IN',
		'-9876543119',
		'\u22129876543119',
		"'-9876543119",
		'["-9876543119"]',
		'Tel: -9876543119',
	],
	['ends with a minus, as if a spreadsheet had calculated it', 'IN', '9876543119-'],
	[
		'ends in so many zeros that a spreadsheet may have rounded it',
		'IN',
		'919877000000',
		919877000000,
		'919877000000.0',
		'="919877000000"',
		'9880000000',
	],
	['has a 0 after the +, where the country code belongs', 'IN', '+098765 43210', '+0919876543210'],
	['has a + but no country code after it', 'IN', '+98765 43210', '+9807654321', '+8123456789'],
	['has two numbers in it', 'ID', '+62 21 5551234/5', '021-5551234/56'],
	['has more digits in brackets after it', 'ID', '021-5551234 (5)'],
	['has digits after a decimal point', 'ID', '+62 812 3456 789.0'],
	['begins with the number of a list', 'ID', '7. 0812 3456 789', '7) 08123456789', '7.08123456789'],
	['has its country code twice', 'ID', '+6262812345678', '+62 62 812 345 678'],
	['has its country code twice', 'IN', '+9191 98765 43210'],
	[
		'is a WhatsApp ID that holds no phone number',
		'IN',
		'120363012345678@g.us',
		'9876543210987@lid',
	],
	['is empty', 'IN', [], [''], [[null]], '""', '[]', 'tel:'],
];

describe.each(REFUSED.map(([why, country, ...given]) => ({ why, country, given })))(
	'a number that $why (Default Country $country)',
	({ why, country, given }) => {
		test.each(given.map((each) => [each]))('%p is refused for that reason', (each) => {
			expect(readPhoneNumber(each, country)).toMatchObject({ ok: false, why });
		});
	},
);

test('a number that was shortened and may be right after all is read with + and its country code', () => {
	expect(readPhoneNumber('+912266000000')).toEqual({ ok: true, number: '+912266000000' });
});

test('digits of a chat link without their country code are refused, not taken for a number at home', () => {
	expect(readPhoneNumber('https://wa.me/9876543210', 'IN').ok).toBe(false);
	expect(readPhoneNumber('https://wa.me/09876543210', 'IN')).toMatchObject({
		why: 'has a 0 after the +, where the country code belongs',
	});
});
