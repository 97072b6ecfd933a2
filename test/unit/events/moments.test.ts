import { momentReader } from '../../../nodes/Truecaller/events/reading/moments';

const MS = 1_753_945_760_000;

it.each([
	['1753945760', MS],
	[' 1753945760 ', MS],
	['1753945760.0', MS],
	[1_753_945_760, MS],
	[1_753_945_760.5, MS + 500],
	['1753945760123', MS + 123],
	[1_753_945_760_123, MS + 123],
	['1753945760123456', MS + 123],
	['2025-07-31T07:09:20Z', MS],
	['2025-07-31T07:09:20.000+00:00', MS],
	['2025-07-31 12:39:20', MS],
	['2025-07-31T12:39:20+05:30', MS],
	['2025-07-31T12:39:20+0530', MS],
	['2025-07-31T03:09:20-04', MS],
	['2025-07-31 07:09:20 utc', MS],
	['20250731T070920Z', MS],
	['20250731T123920+0530', MS],
])('A moment is read from %p', (value, expected) =>
	expect(momentReader('Asia/Kolkata')(value)).toBe(expected),
);

it.each([
	['0'],
	[-1],
	['now'],
	[''],
	['2025-08-02'],
	['12:00'],
	['2026-02-30T10:00'],
	['2026-02-28T25:00'],
	['2026-02-28T10:00+99:99'],
	['2026-0228T10:00'],
	[true],
	[{}],
	['9'.repeat(400)],
	[Number.NaN],
	// As epoch milliseconds this is the year 2612.
	['20261127153000'],
	[Date.UTC(2100, 0, 1)],
])('No moment is read from %p', (value) =>
	expect(momentReader('Asia/Kolkata')(value)).toBeUndefined(),
);
