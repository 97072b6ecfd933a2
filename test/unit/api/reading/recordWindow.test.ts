import { DateTime } from 'luxon';

import { readRecordWindow } from '../../../../nodes/Truecaller/api/reading/recordWindow';

const windowOf = (startsAt: unknown, endsAt: unknown, timezone: string) =>
	readRecordWindow({ starts_at: startsAt, ends_at: endsAt }, timezone);

describe('the call window of a row', () => {
	it('shows the times of the record in the zone of the workflow', () => {
		const start = Date.parse('2026-01-31T13:00:00Z');
		expect(windowOf(start, start + 3_600_000, 'Asia/Kolkata')).toEqual({
			start: '2026-01-31T18:30:00+05:30',
			end: '2026-01-31T19:30:00+05:30',
			timezone: 'Asia/Kolkata',
		});
		expect(windowOf(start, start + 3_600_000, 'America/New_York')).toEqual({
			start: '2026-01-31T08:00:00-05:00',
			end: '2026-01-31T09:00:00-05:00',
			timezone: 'America/New_York',
		});
	});

	it('may begin before clocks are put forward and end after it', () => {
		const start = Date.parse('2026-03-08T06:59:00Z');
		expect(windowOf(start, start + 120_000, 'America/New_York')).toMatchObject({
			start: '2026-03-08T01:59:00-05:00',
			end: '2026-03-08T03:01:00-04:00',
		});
	});

	it.each(['Asia/Kathmandu', 'Europe/Berlin', 'Australia/Lord_Howe', 'UTC', 'Pacific/Marquesas'])(
		'agrees with luxon in %s',
		(zone) => {
			for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2027, 0, 1); ms += 13 * 3_599_000)
				expect(windowOf(ms, ms, zone)?.start).toBe(
					DateTime.fromMillis(ms, { zone })
						.startOf('second')
						.toISO({ suppressMilliseconds: true, includeOffset: true })
						?.replace('Z', '+00:00'),
				);
		},
	);

	it('is null where the record has no times, or nobody knows the zone', () => {
		const now = Date.UTC(2026, 0, 1);
		expect(readRecordWindow(undefined, 'UTC')).toBeNull();
		expect(readRecordWindow({}, 'UTC')).toBeNull();
		expect(windowOf(now, 'soon', 'UTC')).toBeNull();
		expect(windowOf(now, now, 'Asia/Atlantis')).toBeNull();
		expect(windowOf(String(now), now, 'UTC')?.start).toBe('2026-01-01T00:00:00+00:00');
	});
});
