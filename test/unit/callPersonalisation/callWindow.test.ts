import { DateTime } from 'luxon';

import {
	readMoment,
	readWindow,
	toTimes,
} from '../../../nodes/Truecaller/resources/callPersonalisation/callWindow';

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

describe('a moment is refused', () => {
	it.each([
		'01/02/2026',
		'01-02-2026',
		'1.2.2026',
		'01/02/2026 10:00Z',
		'01/02/2026 10:00 UTC',
		'01-02-2026 10:00',
		'01-Feb-2026',
		'2026/01/02',
	])(
		'where it means different days to different people, or different hours in different places: %s',
		(text) => {
			expect(readMoment(text, INDIA)).toEqual({ ok: false });
		},
	);

	it.each([
		['2026-02-30'],
		['2026-02-29T10:00'],
		['2026-13-01T10:00'],
		['2026-01-31T25:00'],
		['2026-01-31 10:00 PM'],
		['2026-01-31T18:30 pm'],
		['tomorrow'],
		['10:00'],
		['5'],
		['2026 banana'],
		['null'],
		['[object Object]'],
		['meeting 5 in room Z'],
		[0],
		[-1],
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
		expect(readMoment(value, INDIA)).toEqual({ ok: false });
	});
});

const NOW = at('2026-01-31T10:00:00Z');
const DAY_MS = 24 * 60 * 60_000;
const windowOf = (
	startsAt: unknown,
	endsAt: unknown,
	durationMinutes: unknown = 60,
	checks = true,
) => readWindow({ startsAt, endsAt, durationMinutes, timezone: INDIA }, NOW, checks);
/** The words of all faults, as they stand in the message. */
const faultsOf = (...input: Parameters<typeof windowOf>): string[] =>
	windowOf(...input).faults.map(({ name, says }) => `${name} ${says}`);

describe('a call window', () => {
	it.each([
		['24 hours exactly', NOW, NOW + DAY_MS],
		['24 hours from the moment of sending', null, NOW + DAY_MS],
		['that ends this very moment', NOW - 1, NOW],
		['that is under way', NOW - DAY_MS + 1, NOW + 1],
		['of one millisecond', NOW + 5, NOW + 6],
		['that starts next year', NOW + 365 * DAY_MS, NOW + 366 * DAY_MS],
	])('may be one of %s', (_title, startsAt, endsAt) => {
		expect(faultsOf(startsAt, endsAt)).toEqual([]);
	});

	it.each([
		['Ends At makes the call window longer than 24 hours', NOW, NOW + DAY_MS + 1],
		['Ends At makes the call window longer than 24 hours', null, NOW + DAY_MS + 1],
		['Ends At puts the call window in the past', NOW - DAY_MS, NOW - 1],
		['Ends At puts the call window in the past', NOW + DAY_MS, NOW - 1],
		['Ends At is not after Starts At', NOW + 10, NOW + 10],
		['Ends At is not after Starts At', NOW + 10, NOW + 9],
		['Starts At is not a time that can be read', '01/02/2026', NOW + 5],
		['Ends At is not a time that can be read', NOW, 'garbage'],
		['Starts At puts the call window in the past', NOW - 60 * 60_000 - 1, null],
	])('is refused with the words: %s', (words, startsAt, endsAt) => {
		expect(faultsOf(startsAt, endsAt)).toEqual([words]);
	});

	it.each([
		[1, []],
		[1440, []],
		['60', []],
		[0.5, []],
		[0, ['Duration is not above 0']],
		[-5, ['Duration is not above 0']],
		['', ['Duration is not above 0']],
		[1441, ['Duration makes the call window longer than 24 hours']],
		['an hour', ['Duration is not a number']],
		[null, ['Duration is not a number']],
		[Infinity, ['Duration is not a number']],
		[{}, ['Duration is not a number']],
	])('that lasts %p minutes has these faults: %j', (minutes, faults) => {
		expect(faultsOf(null, null, minutes)).toEqual(faults);
		expect(faultsOf(null, NOW + 5, minutes)).toEqual([]);
	});

	it('has all its unreadable times named at once', () => {
		expect(faultsOf('x', 'y', 'z')).toEqual([
			'Starts At is not a time that can be read',
			'Ends At is not a time that can be read',
		]);
		expect(faultsOf('x', null, 'z')).toEqual([
			'Starts At is not a time that can be read',
			'Duration is not a number',
		]);
	});

	it('is sent as it is when checks are off, unless it is no time at all', () => {
		expect(faultsOf(NOW, NOW + 2 * DAY_MS, 60, false)).toEqual([]);
		expect(faultsOf(NOW, NOW - 1, 60, false)).toEqual([]);
		expect(faultsOf('x', null, 60, false)).toEqual(['Starts At is not a time that can be read']);
		expect(faultsOf(null, null, 'z', false)).toEqual(['Duration is not a number']);
	});

	it('without a start starts the moment it is sent', () => {
		const { window } = windowOf('', '');
		expect(toTimes(window, NOW + 5_000)).toEqual({
			starts_at: NOW + 5_000,
			ends_at: NOW + 5_000 + 60 * 60_000,
		});
	});

	it('keeps the times that were given, whenever it is sent', () => {
		expect(toTimes(windowOf(NOW + 1, '').window, NOW + 5_000)).toEqual({
			starts_at: NOW + 1,
			ends_at: NOW + 1 + 60 * 60_000,
		});
		expect(toTimes(windowOf(NOW + 1, NOW + 9).window, NOW + 5_000)).toEqual({
			starts_at: NOW + 1,
			ends_at: NOW + 9,
		});
		expect(toTimes(windowOf('', NOW + 9_000).window, NOW + 5_000)).toEqual({
			starts_at: NOW + 5_000,
			ends_at: NOW + 9_000,
		});
	});
});
