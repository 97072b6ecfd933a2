import { readCallback } from '../../../nodes/Truecaller/events/kinds/callback';
import type { JsonObject } from '../../../nodes/Truecaller/events/reading/json';
import { callMeBack } from '../../support/events';

const callbackOf = (payload: object, country = '') =>
	readCallback(
		JSON.parse(
			JSON.stringify({ ...callMeBack().cmb_payload, business_number: '', ...payload }),
		) as JsonObject,
		{ timezone: 'Asia/Kolkata', country },
	);

describe('the number to call back', () => {
	it.each([
		[{ client_number: '919876543210' }, '+919876543210', 'client', {}],
		[{ client_number: '+91 98765-43210' }, '+919876543210', 'client', {}],
		[{ client_number: 919_876_543_210 }, '+919876543210', 'client', {}],
		[
			{ client_number: 'PHONE NUMBER NOT AVAILABLE', alternate_number: '+16502530000' },
			'+16502530000',
			'alternate',
			{},
		],
		[{ client_number: 'NA', alternate_number: null }, null, null, {}],
		[
			{ client_number: '12', alternate_number: '919876543210' },
			'+919876543210',
			'alternate',
			{ client_number: '12' },
		],
		[
			{ client_number: '12', alternate_number: '34' },
			null,
			null,
			{ client_number: '12', alternate_number: '34' },
		],
		[
			{ client_number: '919876543210', alternate_number: '+919876543210' },
			'+919876543210',
			'client',
			{},
		],
		[
			{ client_number: '919876543210', alternate_number: '16502530000' },
			'+919876543210',
			'client',
			{ alternate_number: '16502530000' },
		],
		[{ client_number: ['919876543210'] }, null, null, { client_number: ['919876543210'] }],
	])('of %j is %s', (payload, number, numberSource, extra) => {
		expect(callbackOf(payload)).toMatchObject({ number, numberSource, extra });
		expect(Object.keys(callbackOf(payload).extra)).toEqual(Object.keys(extra));
	});

	it.each([
		['9876543210', 'IN', '+919876543210'],
		['098765 43210', 'IN', '+919876543210'],
		[9_876_543_210, 'in', '+919876543210'],
		['919876543210', 'IN', '+919876543210'],
		['16502530000', 'IN', '+16502530000'],
		['+1 650 253 0000', 'IN', '+16502530000'],
		['0016502530000', 'IN', '+16502530000'],
		['6502530000', 'US', '+16502530000'],
	])('written %p with the default country %s is %s', (client_number, country, number) =>
		expect(callbackOf({ client_number }, country)).toMatchObject({
			number,
			numberSource: 'client',
			extra: {},
		}),
	);

	it('is not guessed: of a home number that is also one abroad nothing is read', () =>
		expect(callbackOf({ client_number: '6581234567' }, 'IN')).toMatchObject({
			number: null,
			extra: { client_number: '6581234567' },
		}));

	it('needs its country code where there is no default country', () =>
		expect(callbackOf({ client_number: '098765 43210' })).toMatchObject({
			number: null,
			extra: { client_number: '098765 43210' },
		}));

	it.each([['Phone number not available'], ['not shared'], ['Unknown'], ['private'], ['-']])(
		'is none where the event says %p',
		(client_number) =>
			expect(callbackOf({ client_number })).toMatchObject({ number: null, extra: {} }),
	);

	it('in words that nobody knows is kept', () =>
		expect(callbackOf({ client_number: 'ask my wife' })).toMatchObject({
			number: null,
			extra: { client_number: 'ask my wife' },
		}));
});

describe('the wish for a call-back', () => {
	it.each([
		[true, true],
		['true', true],
		['Yes', true],
		[' y ', true],
		[1, true],
		['1', true],
		['Interested', true],
		['Yes, please!', true],
		[false, false],
		['FALSE', false],
		['no', false],
		['N', false],
		[0, false],
		['not_interested', false],
		['No, thanks', false],
	])('%p is read as %p', (is_interested, wanted) =>
		expect(callbackOf({ is_interested })).toMatchObject({ wanted, extra: {} }),
	);

	it.each([[undefined], [null], [''], ['NA']])('%p says nothing', (is_interested) =>
		expect(callbackOf({ is_interested })).toMatchObject({ wanted: null, extra: {} }),
	);

	it.each([['perhaps'], ['no problem, call me'], [2], [[true]], [{}]])(
		'%j cannot be read and is kept',
		(is_interested) =>
			expect(callbackOf({ is_interested })).toMatchObject({
				wanted: null,
				extra: { is_interested },
			}),
	);
});

describe('the slot', () => {
	it.each([
		['epoch seconds', 1_754_116_200, '1754118000'],
		['epoch milliseconds', '1754116200000', 1_754_118_000_000],
		['ISO text with an offset', '2025-08-02T12:00:00+05:30', '2025-08-02T12:30:00+0530'],
		['ISO text in UTC', '2025-08-02T06:30:00.000Z', '2025-08-02 07:00Z'],
		['ISO text in the zone of the trigger', '2025-08-02T12:00', '2025-08-02 12:30:00'],
	])('is read from %s', (_title, preferred_from_time, preferred_to_time) =>
		expect(callbackOf({ preferred_from_time, preferred_to_time })).toMatchObject({
			slot: {
				start: '2025-08-02T12:00:00+05:30',
				end: '2025-08-02T12:30:00+05:30',
				startUtc: '2025-08-02T06:30:00Z',
				endUtc: '2025-08-02T07:00:00Z',
			},
			extra: {},
		}),
	);

	it('that ends before it begins is kept as it came', () => {
		const given = { preferred_from_time: '1754118000', preferred_to_time: '1754116200' };
		expect(callbackOf(given)).toMatchObject({ slot: null, extra: given });
	});

	it('has a slot only with both its ends', () => {
		expect(callbackOf({ preferred_to_time: null })).toMatchObject({
			slot: null,
			extra: { preferred_from_time: '1754116200' },
		});
		expect(callbackOf({ preferred_from_time: 'NA', preferred_to_time: 'NA' })).toMatchObject({
			slot: null,
			extra: {},
		});
		expect(
			callbackOf({ preferred_from_time: 1_754_116_200, preferred_to_time: 1_754_118_000_000 }),
		).toMatchObject({
			slot: { start: '2025-08-02T12:00:00+05:30', end: '2025-08-02T12:30:00+05:30' },
		});
	});
});
