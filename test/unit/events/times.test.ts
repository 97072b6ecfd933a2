import { DateTime } from 'luxon';

import {
	chooseZone,
	isZone,
	toIso,
	toIsoUtc,
	toUtcMs,
} from '../../../nodes/Truecaller/events/reading/times';
import { createRandom } from '../../support/random';

describe('a moment', () => {
	it.each([
		['Asia/Kolkata', '2025-08-02T06:30:00Z', '2025-08-02T12:00:00+05:30'],
		['Asia/Kathmandu', '2025-08-02T06:30:00Z', '2025-08-02T12:15:00+05:45'],
		['UTC', '2025-08-02T00:00:00Z', '2025-08-02T00:00:00+00:00'],
		['Pacific/Kiritimati', '2025-12-31T12:00:00Z', '2026-01-01T02:00:00+14:00'],
		// Clocks go forward on 2026-03-08 and back on 2026-11-01: 01:30 comes twice.
		['America/New_York', '2026-03-08T06:59:59Z', '2026-03-08T01:59:59-05:00'],
		['America/New_York', '2026-03-08T07:00:00Z', '2026-03-08T03:00:00-04:00'],
		['America/New_York', '2026-11-01T05:30:00Z', '2026-11-01T01:30:00-04:00'],
		['America/New_York', '2026-11-01T06:30:00Z', '2026-11-01T01:30:00-05:00'],
		['America/New_York', '2026-07-04T04:00:00Z', '2026-07-04T00:00:00-04:00'],
	])('in %s is written as clocks show it there: %s is %s', (zone, utc, expected) => {
		expect(toIso(Date.parse(utc), zone)).toBe(expected);
		expect(toIsoUtc(Date.parse(utc))).toBe(utc);
	});

	it('is written as luxon writes it, at any time in many zones', () => {
		const random = createRandom(4_711);
		const zones = [
			'Asia/Kolkata',
			'America/New_York',
			'Europe/London',
			'America/St_Johns',
			'Australia/Lord_Howe',
			'Africa/Casablanca',
			'Asia/Tehran',
			'America/Sao_Paulo',
		];
		// More minutes than it remembers.
		for (let round = 0; round < 6_000; round++) {
			const ms = Math.floor(random() * 4_000_000_000) * 1_000;
			const zone = zones[round % zones.length] ?? '';
			expect(toIso(ms, zone)).toBe(
				DateTime.fromMillis(ms, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"),
			);
		}
	});
});

describe('the time zone', () => {
	it('is the first name that is one, and never lost to a misspelt one', () => {
		expect(chooseZone('Asia/Tokyo', 'Asia/Kolkata')).toBe('Asia/Tokyo');
		expect(chooseZone(' Asia/Tokyo\n', 'Asia/Kolkata')).toBe('Asia/Tokyo');
		expect(chooseZone('', 'Asia/Kolkata')).toBe('Asia/Kolkata');
		expect(chooseZone('Asia/Atlantis', 'Asia/Kolkata')).toBe('Asia/Kolkata');
		expect(chooseZone(undefined, {}, 'DEFAULT')).toBe('UTC');
	});

	it('is a name that this machine knows', () => {
		expect(['Asia/Kolkata', 'UTC', 'Europe/Berlin'].every(isZone)).toBe(true);
		expect(['', 'IST+1', 'nowhere', 7, null].some(isZone)).toBe(false);
	});
});

describe('the time on a clock', () => {
	it.each([
		['Asia/Kolkata', '2025-08-02T12:00:00', '2025-08-02T06:30:00Z'],
		['America/New_York', '2026-07-04T00:00:00', '2026-07-04T04:00:00Z'],
		['America/New_York', '2026-03-08T01:59:00', '2026-03-08T06:59:00Z'],
		['America/New_York', '2026-03-08T03:00:00', '2026-03-08T07:00:00Z'],
		// This hour comes twice.
		['America/New_York', '2026-11-01T01:30:00', '2026-11-01T05:30:00Z'],
		['Pacific/Kiritimati', '2026-01-01T02:00:00', '2025-12-31T12:00:00Z'],
	])('in %s of %s is the moment %s', (zone, clock, utc) =>
		expect(toUtcMs(Date.parse(`${clock}Z`), zone)).toBe(Date.parse(utc)),
	);

	it('that is skipped in spring is no moment', () =>
		expect(toUtcMs(Date.parse('2026-03-08T02:30:00Z'), 'America/New_York')).toBeUndefined());
});
