import { readAnswer, readVerdict } from '../../../../nodes/Truecaller/api/reading/answer';
import { readRetryAfterMs } from '../../../../nodes/Truecaller/api/reading/retryAfter';

const NOW = Date.parse('2026-01-31T10:00:00Z');
const PAST = 'Request body is invalid: ends_at cannot be older than current time';

describe('a verdict is found in every form that Truecaller has printed', () => {
	it.each([
		['the newest', { status_info: { status: 'error', field: 'ends_at', message: PAST } }],
		['that of mid-2025', { statusInfo: { status: 'error', field: 'ends_at', message: PAST } }],
		['the flat one of early 2025', { status: 'error', field: 'ends_at', message: PAST }],
		['one in capitals', { status_info: { status: 'ERROR', field: 'ends_at', message: PAST } }],
		[
			'one beside an empty one',
			{ status_info: null, statusInfo: { status: 'error', field: 'ends_at', message: PAST } },
		],
	])('%s', (_title, body) => {
		expect(readVerdict(body)).toEqual({
			status: 'error',
			slug: undefined,
			field: 'ends_at',
			message: PAST,
		});
	});

	it.each([
		{ slug: 'invalid-input', message: 'api_key is required' },
		{ message: 'No CMB found for client Id' },
		{ status: 'success', message: 'Records Uploaded Successfully. BatchID: 6dabe53b' },
	])('%j', (body) => {
		expect(readVerdict(body)).toEqual(body);
	});

	it.each([
		[undefined],
		[null],
		['success'],
		[200],
		[true],
		[[]],
		[[{ status: 'success', message: 'A row of a batch of 2024' }]],
		[{ data: [{ status_info: { status: 'success' } }] }],
		[{ status_info: [{ status: 'success' }] }],
		[{ status: 200, slug: 5, field: null, message: { text: 'success' } }],
		[{ status_info: { status: true, message: ['success'] } }],
		[{ status: '', slug: '', field: '', message: '' }],
		[{}],
	])('and none in %j', (body) => {
		expect(readVerdict(body)).toEqual({});
	});
});

describe('an answer', () => {
	it.each([200, 201, 299])('of status %i comes with its body', (status) => {
		expect(readAnswer(status, '{"token":"t"}', undefined, NOW)).toEqual({
			ok: true,
			status,
			body: { token: 't' },
		});
		expect(readAnswer(status, '[]', undefined, NOW)).toEqual({ ok: true, status, body: [] });
	});

	it.each([
		['a page of a proxy', '<!DOCTYPE html><html>Welcome</html>'],
		['a cut-off answer', '{"status_info":{"status":"succ'],
		['an empty answer', ''],
		['nothing', undefined],
		['the word null', 'null'],
	])('that is %s cannot be read, though its status is 200', (_title, body) => {
		expect(readAnswer(200, body, undefined, NOW)).toEqual({
			ok: false,
			failure: { kind: 'noAnswer', status: 200 },
		});
	});

	it.each([NaN, 0])('without a status (%p) is none', (status) => {
		expect(readAnswer(status, '{"status":"success"}', undefined, NOW)).toEqual({
			ok: false,
			failure: { kind: 'noAnswer' },
		});
	});

	it.each([199, 300, 302, 400, 401, 403, 404, 429, 500, 503])(
		'of status %i is a refusal, with all that was said',
		(status) => {
			const body = { slug: 'some-slug', message: 'Some words', field: 'some_field' };
			expect(readAnswer(status, JSON.stringify(body), { 'retry-after': '7' }, NOW)).toEqual({
				ok: false,
				failure: {
					kind: 'answered',
					status,
					slug: 'some-slug',
					field: 'some_field',
					said: 'Some words',
					retryAfterMs: 7_000,
					body,
				},
			});
		},
	);

	it.each(['<html>502 Bad Gateway</html>', '', undefined, '{"slug":'])(
		'of a server in trouble is a refusal without words (%p)',
		(body) => {
			expect(readAnswer(502, body, undefined, NOW)).toEqual({
				ok: false,
				failure: { kind: 'answered', status: 502 },
			});
		},
	);
});

describe('Retry-After', () => {
	it.each([
		['0', 0],
		['1', 1_000],
		[' 120 ', 120_000],
		[30, 30_000],
		['0.5', 500],
		['Sat, 31 Jan 2026 10:01:30 GMT', 90_000],
		['Sat, 31 Jan 2026 09:00:00 GMT', 0],
	])('%p is a wait of %i ms', (header, waitMs) => {
		expect(readRetryAfterMs(header, NOW)).toBe(waitMs);
	});

	it.each([
		[''],
		[' '],
		['soon'],
		['in 5 minutes'],
		['5 minutes'],
		['-5'],
		['1,2'],
		['0x10'],
		['Infinity'],
		[NaN],
		[null],
		[undefined],
		[['5']],
		[{}],
	])('%p says nothing about the time', (header) => {
		expect(readRetryAfterMs(header, NOW)).toBeUndefined();
	});
});
