import {
	readWindow,
	toTimes,
} from '../../../../../nodes/Truecaller/resources/callPersonalisation/times/callWindow';

const INDIA = 'Asia/Kolkata';
const at = (iso: string): number => Date.parse(iso);

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
	windowOf(...input).faults.map(({ name, says }) => `'${name}' ${says}`);

describe('a call window', () => {
	it.each([
		['24 hours exactly', NOW, NOW + DAY_MS],
		['24 hours from the moment of sending', null, NOW + DAY_MS],
		['that ends this very moment', NOW - 1, NOW],
		['that is under way', NOW - DAY_MS + 1, NOW + 1],
		['of one millisecond', NOW + 5, NOW + 6],
		['that starts next year', NOW + 365 * DAY_MS, NOW + 366 * DAY_MS],
		['that starts in two years', NOW + 732 * DAY_MS, NOW + 733 * DAY_MS],
	])('may be one of %s', (_title, startsAt, endsAt) => {
		expect(faultsOf(startsAt, endsAt)).toEqual([]);
	});

	it.each([
		["'Ends At' makes the call window longer than 24 hours", NOW, NOW + DAY_MS + 1],
		["'Ends At' makes the call window longer than 24 hours", null, NOW + DAY_MS + 1],
		["'Ends At' puts the call window in the past", NOW - DAY_MS, NOW - 1],
		["'Ends At' puts the call window in the past", NOW + DAY_MS, NOW - 1],
		["'Ends At' is not after 'Starts At'", NOW + 10, NOW + 10],
		["'Ends At' is not after 'Starts At'", NOW + 10, NOW + 9],
		["'Starts At' is not a time that can be read", 'tomorrow', NOW + 5],
		["'Ends At' is not a time that can be read", NOW, 'garbage'],
		["'Starts At' puts the call window in the past", NOW - 60 * 60_000 - 1, null],
		["'Starts At' is more than 2 years ahead", NOW + 732 * DAY_MS + 1, NOW + 733 * DAY_MS],
		["'Starts At' is more than 2 years ahead", '2612-01-31T10:00', null],
		["'Starts At' can mean 1 February 2026 or 2 January 2026", '01/02/2026', null],
	])('is refused with the words: %s', (words, startsAt, endsAt) => {
		expect(faultsOf(startsAt, endsAt)).toEqual([words]);
	});

	it.each([
		[1, []],
		[1440, []],
		['60', []],
		[0.5, []],
		[0, ["'Duration (Minutes)' is not above 0"]],
		[-5, ["'Duration (Minutes)' is not above 0"]],
		['', ["'Duration (Minutes)' is not above 0"]],
		[1441, ["'Duration (Minutes)' makes the call window longer than 24 hours"]],
		['an hour', ["'Duration (Minutes)' is not a number"]],
		[null, ["'Duration (Minutes)' is not a number"]],
		[Infinity, ["'Duration (Minutes)' is not a number"]],
		[{}, ["'Duration (Minutes)' is not a number"]],
	])('that lasts %p minutes has these faults: %j', (minutes, faults) => {
		expect(faultsOf(null, null, minutes)).toEqual(faults);
		expect(faultsOf(null, NOW + 5, minutes)).toEqual([]);
	});

	it('has all its unreadable times named at once', () => {
		expect(faultsOf('x', 'y', 'z')).toEqual([
			"'Starts At' is not a time that can be read",
			"'Ends At' is not a time that can be read",
		]);
		expect(faultsOf('x', null, 'z')).toEqual([
			"'Starts At' is not a time that can be read",
			"'Duration (Minutes)' is not a number",
		]);
	});

	it('is sent as it is when checks are off, unless it is no time at all', () => {
		expect(faultsOf(NOW, NOW + 2 * DAY_MS, 60, false)).toEqual([]);
		expect(faultsOf(NOW, NOW - 1, 60, false)).toEqual([]);
		expect(faultsOf('x', null, 60, false)).toEqual(["'Starts At' is not a time that can be read"]);
		expect(faultsOf(null, null, 'z', false)).toEqual(["'Duration (Minutes)' is not a number"]);
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
