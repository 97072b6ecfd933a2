import fc from 'fast-check';

import { readBatchRows } from '../../../../nodes/Truecaller/api/reading/batchRows';
import { joinRows } from '../../../../nodes/Truecaller/api/reading/joinRows';
import type { WireCallRecord } from '../../../../nodes/Truecaller/api/facts/wire';
import { toVersion } from '../../../../nodes/Truecaller/api/reading/wireRecord';

/** Few people, times and words, so that the same pair and the very same record occur several times. */
const record: fc.Arbitrary<WireCallRecord> = fc.record(
	{
		caller_number: fc.constantFrom('+912268012345', '+918045678900'),
		receiver_number: fc.integer({ min: 1, max: 4 }).map((last) => `+91987654321${last}`),
		starts_at: fc.constantFrom(1_000, 1_500),
		ends_at: fc.constantFrom(2_000, 2_500),
		label_id: fc.constantFrom(
			'255297eb-7f13-44f9-967a-f287ff0f5025',
			'7c7ec202-96cc-4c5f-8b24-23cbc07a2a8a',
		),
		dynamic_label_name: fc.constantFrom('Acme Bank', 'Acme'),
		dynamic_call_reason: fc.constantFrom('Your order today', 'Your cake is here'),
	},
	{ requiredKeys: ['caller_number', 'receiver_number', 'starts_at', 'ends_at'] },
);
const records = fc.array(record, { maxLength: 40 });

type Dialect = {
	readonly plus: boolean;
	readonly formerNames: boolean;
	readonly flat: boolean;
	readonly bare: boolean;
};
const dialect: fc.Arbitrary<Dialect> = fc.record({
	plus: fc.boolean(),
	formerNames: fc.boolean(),
	flat: fc.boolean(),
	bare: fc.boolean(),
});

const bareNumbers = (each: WireCallRecord): WireCallRecord => ({
	...each,
	caller_number: each.caller_number.slice(1),
	receiver_number: each.receiver_number.slice(1),
});

/** The record as one version or another of the status reports it, with an id that tells which record it was. */
const toRow = (each: WireCallRecord, id: number, { plus, formerNames, flat }: Dialect): object => ({
	...toVersion(plus ? each : bareNumbers(each), { plus, formerNames }),
	id: String(id),
	...(flat ? { status: 'success' } : { status_info: { status: 'success' } }),
});

const read = (rows: object[], { bare }: Dialect) =>
	readBatchRows(bare ? rows : { data: rows }) ?? [];

/** A record without its dialect: what makes two records alike. */
const contentOf = ({
	caller_number,
	receiver_number,
	starts_at,
	ends_at,
	label_id,
	dynamic_label_name,
	dynamic_call_reason,
}: WireCallRecord): string =>
	JSON.stringify([
		caller_number,
		receiver_number,
		starts_at,
		ends_at,
		label_id ?? '',
		dynamic_label_name ?? '',
		dynamic_call_reason ?? '',
	]);

const pairOf = ({ caller_number, receiver_number }: WireCallRecord): string =>
	`${caller_number} ${receiver_number}`;

const countBy = (keys: readonly string[]): Map<string, number> => {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
};

const sorted = (ids: ReadonlyArray<string | null>) => [...ids].sort();

/** Records, and the rows of some of them in any order. */
const reported = records.chain((all) =>
	fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()])),
);

it('Every row finds a record that it could have come from, in any order, dialect and number of twins', () => {
	fc.assert(
		fc.property(reported, dialect, ([all, places], form) => {
			const rows = places.map((place) => toRow(all[place] as WireCallRecord, place, form));
			const joined = joinRows(all, read(rows, form));
			expect(joined).toHaveLength(all.length);
			const found = joined.flatMap((row) => (row ? [row.recordId] : []));
			expect(sorted(found)).toEqual(sorted(places.map(String)));
			joined.forEach((row, index) => {
				if (row)
					expect(contentOf(all[Number(row.recordId)] as WireCallRecord)).toBe(
						contentOf(all[index] as WireCallRecord),
					);
			});
		}),
		{ numRuns: 500 },
	);
});

it('What Truecaller filled in, rounded or added of its own costs no other record its row', () => {
	const changed = reported.chain(([all, places]) =>
		fc.tuple(
			fc.constant(all),
			fc.constant(places),
			fc.array(
				fc.record(
					{
						starts_at: fc.constantFrom(1_000, 3_000),
						dynamic_label_name: fc.constantFrom('Acme Bank', 'Filled In'),
					},
					{ requiredKeys: [] },
				),
				{ minLength: places.length, maxLength: places.length },
			),
		),
	);
	fc.assert(
		fc.property(changed, records, dialect, ([all, places, changes], strangers, form) => {
			const truth = [
				...places.map((place, index) => ({ ...(all[place] as WireCallRecord), ...changes[index] })),
				...strangers,
			];
			const joined = joinRows(
				all,
				read(
					truth.map((each, id) => toRow(each, id, form)),
					form,
				),
			);
			const ids = joined.flatMap((row) => (row ? [Number(row.recordId)] : []));
			expect(new Set(ids).size).toBe(ids.length);
			joined.forEach((row, index) => {
				if (row)
					expect(pairOf(truth[Number(row.recordId)] as WireCallRecord)).toBe(
						pairOf(all[index] as WireCallRecord),
					);
			});
			// Of each pair, as many are joined as there are both records and rows.
			const [ofRecords, ofRows] = [countBy(all.map(pairOf)), countBy(truth.map(pairOf))];
			const expected = [...ofRecords].reduce(
				(sum, [pair, count]) => sum + Math.min(count, ofRows.get(pair) ?? 0),
				0,
			);
			expect(ids).toHaveLength(expected);
		}),
		{ numRuns: 500 },
	);
});

it('A row that agrees in every field goes before one that agrees in the pair alone', () => {
	fc.assert(
		fc.property(reported, dialect, ([all, places], form) => {
			const exact = places.map((place) => all[place] as WireCallRecord);
			const others = exact.map((each) => ({ ...each, starts_at: 9_000 }));
			const rows = [...others, ...exact].map((each, id) => toRow(each, id, form));
			const joined = joinRows(all, read(rows, form));
			const exactly = joined.filter((row) => row && Number(row.recordId) >= others.length);
			expect(exactly).toHaveLength(exact.length);
		}),
		{ numRuns: 200 },
	);
});

it('No row at all is no error', () => {
	fc.assert(
		fc.property(records, (all) => expect(joinRows(all, [])).toEqual(all.map(() => undefined))),
		{ numRuns: 50 },
	);
});

it('Any JSON is read as the rows of a status, or as none', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.jsonValue(),
				fc.array(fc.jsonValue()),
				fc.record({ data: fc.array(fc.jsonValue()) }),
			),
			(body) => {
				const rows = readBatchRows(body);
				if (!rows) return;
				for (const { outcome } of rows)
					expect(['pushed', 'running', 'cannotShow', 'tryAgain', 'refused', 'unknown']).toContain(
						outcome,
					);
				expect(joinRows([], rows)).toEqual([]);
			},
		),
		{ numRuns: 500 },
	);
});
