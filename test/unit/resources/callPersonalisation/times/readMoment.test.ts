import { DateTime } from 'luxon';

import { readMoment } from '../../../../../nodes/Truecaller/resources/callPersonalisation/times/readMoment';

const INDIA = 'Asia/Kolkata';
const NEW_YORK = 'America/New_York';
const at = (iso: string): number => Date.parse(iso);
const HALF_PAST_SIX = '2026-01-31T18:30:00+05:30';

describe('a moment is understood', () => {
	it.each([
		['2026-01-31T18:30', INDIA, '2026-01-31T18:30:00+05:30'],
		['2026-01-31T18:30', NEW_YORK, '2026-01-31T18:30:00-05:00'],
		['2026-07-31T18:30:15', NEW_YORK, '2026-07-31T18:30:15-04:00'],
		['2026-01-31 18:30', INDIA, '2026-01-31T18:30:00+05:30'],
		['2026-01-31 18:30:00.000', NEW_YORK, '2026-01-31T18:30:00-05:00'],
		['2026-01-31', INDIA, '2026-01-31T00:00:00+05:30'],
		['20260131T183000', INDIA, '2026-01-31T18:30:00+05:30'],
		['2026-01-31T18:30Z', INDIA, '2026-01-31T18:30:00Z'],
		['2026-01-31T18:30:00.000Z', NEW_YORK, '2026-01-31T18:30:00Z'],
		['2026-01-31t18:30z', NEW_YORK, '2026-01-31T18:30:00Z'],
		['2026-01-31T18:30:00.000+05:30', NEW_YORK, '2026-01-31T18:30:00+05:30'],
		['2026-01-31T18:30+0530', NEW_YORK, '2026-01-31T18:30:00+05:30'],
		['2026-01-31T23:30-05:00', INDIA, '2026-01-31T23:30:00-05:00'],
		['2026-01-31 18:30:00+00', INDIA, '2026-01-31T18:30:00Z'],
		['2026-01-31 18:30:00 UTC', INDIA, '2026-01-31T18:30:00Z'],
		['2026-01-31 18:30:00 Asia/Kolkata', NEW_YORK, '2026-01-31T18:30:00+05:30'],
		['2026-01-31T18:30:00+05:30[Asia/Kolkata]', NEW_YORK, '2026-01-31T18:30:00+05:30'],
		['Sat, 31 Jan 2026 18:30:00 GMT', INDIA, '2026-01-31T18:30:00Z'],
		['Sat, 31 Jan 2026 18:30:00 +0530', NEW_YORK, '2026-01-31T18:30:00+05:30'],
		[' 2026-01-31T18:30 ', INDIA, '2026-01-31T18:30:00+05:30'],
	])('as text %s in %s', (text, timezone, iso) => {
		expect(readMoment(text, timezone)).toEqual({ ok: true, ms: at(iso) });
	});

	it.each([
		['epoch milliseconds', at(HALF_PAST_SIX)],
		['epoch seconds', at(HALF_PAST_SIX) / 1_000],
		['epoch milliseconds as text', String(at(HALF_PAST_SIX))],
		['epoch seconds as text', String(at(HALF_PAST_SIX) / 1_000)],
		['a DateTime', DateTime.fromISO('2026-01-31T08:00', { zone: NEW_YORK })],
		['a JavaScript date', new Date(HALF_PAST_SIX)],
	])('as %s', (_title, value) => {
		for (const timezone of [INDIA, NEW_YORK])
			expect(readMoment(value, timezone)).toEqual({ ok: true, ms: at(HALF_PAST_SIX) });
	});

	it.each([[null], [undefined], [''], ['  ']])('and %p is none', (value) => {
		expect(readMoment(value, INDIA)).toEqual({ ok: true });
	});
});

/** What the wall clock of India shows at the moment that is read. */
const readInIndia = (value: unknown): string => {
	const moment = readMoment(value, INDIA);
	if (!moment.ok) return moment.says;
	return new Date((moment.ms ?? NaN) + 5.5 * 3_600_000).toISOString().slice(0, 19);
};

const FORMS = [
	'27-Nov-2026 10:00',
	'27 Nov 2026 10:00',
	'27 November 2026, 10:00',
	'27th of November, 2026 at 10.00 a.m.',
	'27-Nov-26 10:00',
	'Nov 27, 2026 10:00 AM',
	'November 27th 2026 10:00am',
	'Nov. 27, 2026, 10 AM',
	'2026 Nov 27 10:00',
	'Friday, 27 November 2026, 10:00 am',
	'Fri Nov 27 2026 10:00:00 GMT+0530 (India Standard Time)',
	'Fri Nov 27 04:30:00 UTC 2026',
	'FRI, 27 NOV 2026 10:00 AM',
	'2026/11/27 10:00',
	'2026.11.27 10:00',
	'2026-11-27 10:00 AM',
	'2026-11-27 10:00:00 a.m.',
	'2026-11-27 10:00 a. m.',
	'27/11/2026 10:00',
	'27/11/2026, 10:00:00 am',
	'27.11.2026 10:00',
	'27-11-2026 10:00',
	'27\u201311\u20132026 10:00',
	'11/27/2026 10:00',
	'11/27/2026, 10:00:00\u202fAM',
	'10:00 AM, 27 Nov 2026',
	'20261127T100000',
	'20261127T1000',
	'20261127T043000Z',
	'20261127100000',
	'202611271000',
	20261127100000,
	'"2026-11-27T04:30:00.000Z"',
	"'2026-11-27 10:00",
	46353.4166667,
	'46353.4166667',
	46353.416666666664,
	'46353,4166667',
	'46,353.4166667',
	46353.4167,
	1795753800,
	1795753800000,
	1795753800000000,
	'1795753800000000000',
	'1795753800.000',
];

it.each(FORMS)('10:00 on 27 November 2026 is read when it is written %j', (form) => {
	expect(readInIndia(form)).toBe('2026-11-27T10:00:00');
});

it.each([
	['2026-11-27 10:00:00 PM', '2026-11-27T22:00:00'],
	['27 Nov 2026 12:00 am', '2026-11-27T00:00:00'],
	['27 Nov 2026 12:05 pm', '2026-11-27T12:05:00'],
	['27-Nov-2026', '2026-11-27T00:00:00'],
	['5/5/2026 10:00', '2026-05-05T10:00:00'],
	['Thursday, 05/11/2026 10:00', '2026-11-05T10:00:00'],
	[46353, '2026-11-27T00:00:00'],
	[46353.5, '2026-11-27T12:00:00'],
	['46353.375', '2026-11-27T09:00:00'],
	[46353.99999999, '2026-11-28T00:00:00'],
	[20261127, '2026-11-27T00:00:00'],
])('%j is %s', (given, wall) => {
	expect(readInIndia(given)).toBe(wall);
});

describe('a time without a zone follows the summer time of the workflow', () => {
	it.each([
		[46203.75, '2026-06-30T22:00:00Z'],
		['30 Jun 2026 6 pm', '2026-06-30T22:00:00Z'],
		[46387.75, '2026-12-31T23:00:00Z'],
		['31 Dec 2026 6 pm', '2026-12-31T23:00:00Z'],
	])('%j', (given, iso) => {
		expect(readMoment(given, NEW_YORK)).toEqual({ ok: true, ms: at(iso) });
	});
});

describe('a moment is refused', () => {
	it.each([
		['05/11/2026 10:00', '5 November 2026 or 11 May 2026', '2026-11-05T10:00 or 2026-05-11T10:00'],
		['01-02-2026', '1 February 2026 or 2 January 2026', '2026-02-01T00:00 or 2026-01-02T00:00'],
		['1.2.2026 9 pm', '1 February 2026 or 2 January 2026', '2026-02-01T21:00 or 2026-01-02T21:00'],
		[
			'01/02/2026 10:00 UTC',
			'1 February 2026 or 2 January 2026',
			'2026-02-01T10:00 or 2026-01-02T10:00',
		],
	])('where it can be two dates, naming both: %s', (text, dates, forms) => {
		expect(readMoment(text, INDIA)).toEqual({
			ok: false,
			says: `can mean ${dates}`,
			todo: `Write the year first: ${forms}.`,
		});
	});

	it.each(['27/11/26 10:00', '26-11-27', '5.11.26'])('where its year is cut short: %s', (text) => {
		expect(readInIndia(text)).toBe(
			'has a year of two digits, so that it is not certain which number is the day',
		);
	});

	it.each([
		5,
		'5',
		-5,
		'-5',
		0,
		2026,
		'123456',
		9876543210,
		'919876543210',
		971501234567,
		40000,
		1e30,
		'1.79576E+12',
	])('where its number can be no time, and never as one that is over: %p', (value) => {
		expect(readInIndia(value)).toBe(
			'is a number that is neither an epoch time nor the date of a spreadsheet',
		);
	});

	it.each([46353.42, '46353.417', '46,353.42'])(
		'where the time of a spreadsheet was rounded: %p',
		(value) => {
			expect(readInIndia(value)).toBe('is the date of a spreadsheet whose time of day was rounded');
		},
	);

	it.each(['27 Nov 2026 10:00 IST', '2026-11-27 10:00 am EST', '27/11/2026 10:00 (CST)'])(
		'where its zone is written in letters that several zones use: %s',
		(text) => {
			expect(readInIndia(text)).toMatch(/^has a time zone that can mean several: [A-Z]{3}$/);
		},
	);

	it('where a spreadsheet gives a time of day alone', () => {
		expect(readInIndia(0.4166667)).toBe('is a time of day without its date');
	});

	it('where an expression was left on Fixed, saying so', () => {
		expect(readMoment('{{ $json.start }}', INDIA)).toEqual({
			ok: false,
			says: 'is an expression that n8n did not evaluate',
			todo: 'Switch the parameter from Fixed to Expression, so that n8n fills it in.',
		});
	});

	it.each([
		['2026-02-30'],
		['2026-02-29T10:00'],
		['29/02/2027'],
		['31-Apr-2026'],
		['2026-13-01T10:00'],
		['2026-01-31T25:00'],
		['2026-01-31T18:60'],
		['2026-01-31T18:30 pm'],
		['27 Nov 2026 13:00 PM'],
		['27 Nov 2026 0:30 AM'],
		['27 Nov 2026 10'],
		['27 Nov 2026 10:00 +15:00'],
		['2026-11-27 10:00 Atlantis/Capital'],
		['Sunday, 27 November 2026'],
		['0000-00-00 00:00:00'],
		['tomorrow'],
		['10:00'],
		['10:00 AM'],
		['27 Nov 10:00'],
		['2026 banana'],
		['null'],
		['Invalid Date'],
		['Invalid DateTime'],
		['[object Object]'],
		['meeting 5 in room Z'],
		[NaN],
		[Infinity],
		[true],
		[[]],
		[['2026-01-31T18:30']],
		[{}],
		[{ toMillis: 5 }],
		[new Date('garbage')],
		[DateTime.fromISO('garbage')],
		[() => 0],
	])('where it is no time: %p', (value) => {
		expect(readInIndia(value)).toBe('is not a time that can be read');
	});
});
