import { readAnswer } from '../../../../nodes/Truecaller/api/reading/answer';
import { tellClock } from '../../../../nodes/Truecaller/api/reading/clock';

const NOON = Date.parse('2026-01-31T12:00:00Z');
const MINUTE = 60_000;
const aheadBy = (headers: Record<string, string>, status = 200) =>
	readAnswer(status, '{"message":"hello"}', headers, NOON).clockAheadMs;
const at = (time: string) => ({ date: `Sat, 31 Jan 2026 ${time} GMT` });

describe('the clock of n8n', () => {
	it.each([
		['09:00:00', 180 * MINUTE, '3 hours ahead of'],
		['15:00:00', -180 * MINUTE, '3 hours behind'],
		['11:54:59', 5 * MINUTE + 1_000, '5 minutes ahead of'],
		['13:20:00', -80 * MINUTE, '80 minutes behind'],
	])('is off where an answer was written at %s and it is noon here', (time, aheadMs, words) => {
		expect(aheadBy(at(time))).toBe(aheadMs);
		expect(aheadBy(at(time), 400)).toBe(aheadMs);
		expect(tellClock(aheadMs)).toBe(`the clock of this n8n is ${words} Truecaller's`);
	});

	it.each([
		['an answer of this very moment', at('12:00:00')],
		['an answer that was slow', at('11:55:00')],
		['an answer without a date', {}],
		['a date that cannot be read', { date: 'yesterday' }],
		['an answer out of a cache', { ...at('09:00:00'), age: '10800' }],
	])('is not judged by %s', (_title, headers) => {
		expect(aheadBy(headers as Record<string, string>)).toBeUndefined();
	});

	it('is not judged by the answer of a proxy', () => {
		expect(readAnswer(403, '<html>', at('09:00:00'), NOON).clockAheadMs).toBeUndefined();
	});
});
