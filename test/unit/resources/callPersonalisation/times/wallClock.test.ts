import { DateTime } from 'luxon';

import {
	toEpochMs,
	toWallMs,
} from '../../../../../nodes/Truecaller/resources/callPersonalisation/times/wallClock';

const ZONES = [
	'Asia/Kolkata',
	'Asia/Kathmandu',
	'America/New_York',
	'America/St_Johns',
	'Europe/London',
	'Australia/Lord_Howe',
	'Africa/Cairo',
	'Asia/Beirut',
	'UTC',
];

it.each(ZONES)(
	'A time in %s is the moment that luxon finds, in every quarter of an hour',
	(zone) => {
		const days = [
			[2026, 3, 8],
			[2026, 3, 29],
			[2026, 4, 5],
			[2026, 10, 4],
			[2026, 10, 25],
			[2026, 11, 1],
		] as const;
		for (const [year, month, day] of days) {
			for (let minute = 0; minute < 1440; minute += 7) {
				const wallMs = toWallMs([year, month, day], minute * 60_000 + 1) ?? NaN;
				const expected = DateTime.fromISO(new Date(wallMs).toISOString().slice(0, -1), { zone });
				expect([wallMs, toEpochMs(wallMs, zone)]).toEqual([wallMs, expected.toMillis()]);
			}
		}
	},
);

it('A zone that does not exist has no time, and a day that its month does not have is none', () => {
	expect(toEpochMs(0, 'Atlantis/Capital')).toBeUndefined();
	expect([toWallMs([2026, 2, 29]), toWallMs([2026, 13, 1]), toWallMs([0, 1, 1])]).toEqual([
		undefined,
		undefined,
		undefined,
	]);
	expect(toWallMs([2028, 2, 29])).toBe(Date.UTC(2028, 1, 29));
});
