import { readBatchRows } from '../../../../nodes/Truecaller/api/reading/batchRows';
import { joinRows } from '../../../../nodes/Truecaller/api/reading/joinRows';
import type { WireCallRecord } from '../../../../nodes/Truecaller/api/facts/wire';
import { pauseMs } from '../../../../nodes/Truecaller/api/pacing/polling';
import { note } from '../../../../nodes/Truecaller/api/waitForBatch';
import type { Waiting } from '../../../../nodes/Truecaller/api/waitForBatch';
import { createRandom } from '../../../support/random';

const record = (receiver: string, more: Partial<WireCallRecord> = {}): WireCallRecord => ({
	caller_number: '+912268012345',
	receiver_number: receiver,
	starts_at: 1_000,
	ends_at: 2_000,
	dynamic_call_reason: 'Your flower delivery today',
	...more,
});
const row = (id: string, of: object, status = 'success') => ({
	id,
	...of,
	status_info: { status },
});
const join = (records: WireCallRecord[], rows: object[]) =>
	joinRows(records, readBatchRows({ data: rows }) ?? []).map((found) => found?.recordId);

describe('the rows of a batch find the calls that made them', () => {
	it('in any order, with or without +, and in the names of version 1', () => {
		const records = ['+919876543210', '+919876543220', '+919876543230'].map((receiver) =>
			record(receiver),
		);
		const rows = [
			{
				id: 'c',
				caller: '912268012345',
				receiver: '919876543230',
				starts_at: 1_000,
				ends_at: 2_000,
				status: 'success',
			},
			row('a', { ...records[0], receiver_number: '919876543210' }),
			row('b', records[1] ?? {}),
		];
		expect(join(records, rows)).toEqual(['a', 'b', 'c']);
	});

	it('when the same pair occurs several times, by what differs', () => {
		const records = [
			record('+919876543210'),
			record('+919876543210', { starts_at: 1_500 }),
			record('+919876543210', { dynamic_call_reason: 'Your cake is on its way' }),
		];
		const rows = [
			row('c', records[2] ?? {}),
			row('b', records[1] ?? {}),
			row('a', records[0] ?? {}),
		];
		expect(join(records, rows)).toEqual(['a', 'b', 'c']);
	});

	it('when Truecaller filled in a name, and leaves alone what nothing reports on', () => {
		const records = [record('+919876543210'), record('+919876543220'), record('+919876543230')];
		const rows = [
			row('b', { ...records[1], dynamic_label_name: 'Acme Bank' }),
			row('x', record('+919999999999')),
		];
		expect(join(records, rows)).toEqual([undefined, 'b', undefined]);
	});

	it('each row once and none invented, over random batches with repeats', () => {
		const random = createRandom(20261123);
		for (let batch = 0; batch < 200; batch++) {
			const records = Array.from({ length: 1 + Math.floor(random() * 30) }, () =>
				record(`+91987654${1_000 + Math.floor(random() * 5)}`, {
					starts_at: Math.floor(random() * 3),
				}),
			);
			const rows = records
				.map((each, index) => row(String(index), each))
				.filter(() => random() > 0.2);
			const shuffled = [...rows].sort(() => random() - 0.5);
			const joined = joinRows(records, readBatchRows({ data: shuffled }) ?? []);
			const ids = joined.flatMap((found) => (found ? [found.recordId] : []));
			expect([...ids].sort()).toEqual(rows.map(({ id }) => id).sort());
			joined.forEach((found, index) => found && expect(found.callRecord).toEqual(records[index]));
		}
	});
});

describe('waiting for a batch', () => {
	const waiting = (count?: number): Waiting => ({
		batchId: 'b',
		count,
		rows: [],
		isSettled: false,
	});
	const rowsOf = (...statuses: string[]) =>
		readBatchRows({
			data: statuses.map((status, index) => row(String(index), record('+919876543210'), status)),
		}) ?? [];

	it('is over when every call has its outcome', () => {
		const batch = waiting(2);
		note(batch, [], 0);
		expect(batch.isSettled).toBe(false);
		note(batch, rowsOf('pending', 'success'), 1_000);
		expect(batch.isSettled).toBe(false);
		note(batch, rowsOf('error', 'success'), 2_000);
		expect(batch.isSettled).toBe(true);
	});

	it('goes on for half a minute for rows that are missing, counted from the last that came', () => {
		const batch = waiting(3);
		note(batch, rowsOf('success'), 0);
		note(batch, rowsOf('success', 'success'), 29_000);
		note(batch, rowsOf('success', 'success'), 58_000);
		expect(batch.isSettled).toBe(false);
		note(batch, rowsOf('success', 'success'), 59_000);
		expect(batch.isSettled).toBe(true);
	});

	it('asks less and less often, and never after the time is over', () => {
		expect([0, 1, 2, 6, 7, 50].map((round) => Math.round(pauseMs(round, 60_000)))).toEqual([
			1_000, 1_500, 2_250, 11_391, 15_000, 15_000,
		]);
		expect(pauseMs(50, 700)).toBe(700);
	});
});
