import type { Failure } from '../../../../nodes/Truecaller/api/reading/answer';
import { retryWaitMs } from '../../../../nodes/Truecaller/api/pacing/retry';

const NOT_SENT: Failure = { kind: 'notSent' };
const NO_ANSWER: Failure = { kind: 'noAnswer' };
const answered = (status: number, retryAfterMs?: number): Failure => ({
	kind: 'answered',
	status,
	retryAfterMs,
});

const GET = true;
const POST = false;

type Case = readonly [title: string, failure: Failure, repeatable: boolean, again: boolean];

const CASES: readonly Case[] = [
	['a GET that never got a connection', NOT_SENT, GET, true],
	['a POST that never got a connection', NOT_SENT, POST, true],
	['a GET without an answer', NO_ANSWER, GET, true],
	['a POST without an answer, which may have worked', NO_ANSWER, POST, false],
	['a GET whose answer could not be read', { kind: 'noAnswer', status: 200 }, GET, true],
	['a POST whose answer could not be read', { kind: 'noAnswer', status: 200 }, POST, false],
	['a GET that was one too many', answered(429), GET, true],
	['a POST that was one too many', answered(429), POST, true],
	['a GET that met a fault of the server', answered(500), GET, true],
	['a POST that met a fault of the server, which may have worked', answered(500), POST, false],
	['a GET that met a busy server', answered(503), GET, true],
	[
		'a POST that met a busy server, even one that asks to come back',
		answered(503, 1_000),
		POST,
		false,
	],
	['a GET that was refused', answered(400), GET, false],
	['a POST that was refused', answered(400), POST, false],
	['a GET with a bad token', answered(401), GET, false],
	['a POST with a bad token', answered(401), POST, false],
	['a GET that is not allowed', answered(403), GET, false],
	['a GET to an address that is not there', answered(404), GET, false],
	['a GET that was sent on elsewhere', answered(302), GET, false],
	['a call without a token', { kind: 'login' }, GET, false],
	['a call that the user stopped', { kind: 'cancelled' }, GET, false],
	['a call that could not be set up', { kind: 'setUp' }, GET, false],
];

it.each(CASES)('%s', (_title, failure, repeatable, again) => {
	expect(retryWaitMs({ failure, attempt: 0, repeatable, random: 0 }) !== undefined).toBe(again);
});

it.each([
	[0, 0],
	[1_500, 1_500],
	[120_000, 120_000],
	[120_001, undefined],
])(
	'waits as long as Truecaller asks (%i ms), and gives up where that is more than two minutes',
	(retryAfterMs, waitMs) => {
		for (const random of [0, 0.999]) {
			expect(
				retryWaitMs({ failure: answered(429, retryAfterMs), attempt: 3, repeatable: POST, random }),
			).toBe(waitMs);
		}
	},
);

it('tries five times in all, and waits twice as long each time', () => {
	const waits = [0, 1, 2, 3, 4, 5].map((attempt) =>
		retryWaitMs({ failure: NOT_SENT, attempt, repeatable: POST, random: 0 }),
	);
	expect(waits).toEqual([250, 500, 1_000, 2_000, undefined, undefined]);
});

it('tries seven times where the account was only busy, and waits four seconds at most', () => {
	const waits = [0, 1, 2, 3, 4, 5, 6].map((attempt) =>
		retryWaitMs({ failure: answered(429), attempt, repeatable: POST, random: 0 }),
	);
	expect(waits).toEqual([250, 500, 1_000, 2_000, 2_000, 2_000, undefined]);
});

it('gives up after seven tries even when Truecaller says when to come back', () => {
	expect(retryWaitMs({ failure: answered(429, 10), attempt: 5, repeatable: GET, random: 0 })).toBe(
		10,
	);
	expect(
		retryWaitMs({ failure: answered(429, 10), attempt: 6, repeatable: GET, random: 0 }),
	).toBeUndefined();
});

it('spreads the tries of parallel calls over the second half of the wait', () => {
	const waits = [0, 0.5, 0.999_999].map((random) =>
		Math.round(
			retryWaitMs({ failure: answered(429), attempt: 1, repeatable: POST, random }) ?? NaN,
		),
	);
	expect(waits).toEqual([500, 750, 1_000]);
});
