import fc from 'fast-check';
import type { IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';

import { problem } from '../../../nodes/Truecaller/api/problems';
import type { Entry } from '../../../nodes/Truecaller/items/chunks';
import { inChunks } from '../../../nodes/Truecaller/items/inChunks';
import { createStrict } from '../../support/strict';

/** What one item holds: results that are known, and values with or without a key, in one of two groups. */
const entry: fc.Arbitrary<Entry<string, IDataObject>> = fc.oneof(
	fc.record({ known: fc.record({ known: fc.nat(9) }) }),
	fc
		.tuple(fc.constantFrom('g', 'h'), fc.nat(12))
		.map(([group, value]) => ({ group, value: `${value}`, key: `${value}` })),
	fc
		.tuple(fc.constantFrom('g', 'h'), fc.nat(12))
		.map(([group, value]) => ({ group, value: `${value}` })),
);
const items = fc.array(fc.array(entry, { maxLength: 4 }), { minLength: 1, maxLength: 25 });
const shape = fc.record({
	size: fc.integer({ min: 1, max: 6 }),
	atOnce: fc.integer({ min: 1, max: 4 }),
});

type Chunk = { readonly group: string; readonly values: readonly string[] };

/** A run over these items with On Error set to continue; `fails` says which chunks Truecaller turns down. */
const run = async (
	all: ReadonlyArray<ReadonlyArray<Entry<string, IDataObject>>>,
	{ size, atOnce }: { readonly size: number; readonly atOnce: number },
	fails: (chunk: Chunk) => boolean,
	s?: fc.Scheduler,
) => {
	const sent: Chunk[] = [];
	let underWay = 0;
	let mostUnderWay = 0;
	const context = createStrict<IExecuteFunctions>({
		getTimezone: () => 'UTC',
		getInputData: () => all.map((_entries, index) => ({ json: { index } })),
		getNode: () => ({ name: 'Truecaller', parameters: {} }) as unknown as INode,
		continueOnFail: () => true,
		getNodeParameter: (() => 'truecaller') as never,
		getExecutionCancelSignal: () => undefined,
		getCredentials: (async () =>
			await Promise.resolve({
				baseUrl: 'http://127.0.0.1',
				clientAccountId: 'a',
				accessToken: 'any',
			})) as never,
		addExecutionHints: () => undefined,
	});
	const send = async (values: readonly string[], _api: unknown, group: string) => {
		const chunk = { group, values };
		sent.push(chunk);
		mostUnderWay = Math.max(mostUnderWay, ++underWay);
		await s?.schedule(Promise.resolve());
		underWay--;
		if (fails(chunk))
			return { ok: false as const, problem: problem('Truecaller said no', 'Try again.', {}) };
		return { ok: true as const, value: values.map((value): IDataObject => ({ group, value })) };
	};
	const output = inChunks<string, IDataObject>({
		size,
		atOnce,
		read: (item) => ({ ok: true, value: all[item.index] ?? [] }),
		send,
		toRow: (row) => row,
	})(context);
	return { output: await (s ? s.waitFor(output) : output), sent, mostUnderWay };
};

const rowOf = (each: Entry<string, IDataObject>): IDataObject =>
	'known' in each ? each.known : { group: each.group, value: each.value };
const pairs = (
	output: ReadonlyArray<{ readonly json: IDataObject; readonly pairedItem?: unknown }>,
) => output.map(({ json, pairedItem }) => [(pairedItem as { item: number }).item, json]);

it('Every value of every item comes back to its own item, in order, whatever the chunks and whichever ends first', async () => {
	await fc.assert(
		fc.asyncProperty(fc.scheduler(), items, shape, async (s, all, form) => {
			const { output, mostUnderWay } = await run(all, form, () => false, s);
			expect(pairs(output)).toEqual(
				all.flatMap((entries, index) => entries.map((each) => [index, rowOf(each)])),
			);
			expect(mostUnderWay).toBeLessThanOrEqual(form.atOnce);
		}),
		{ numRuns: 200 },
	);
});

it('Chunks hold each value once, no more than fit, of one group each, and none is cut smaller than it must be', async () => {
	await fc.assert(
		fc.asyncProperty(items, shape, async (all, form) => {
			const { sent } = await run(all, form, () => false);
			for (const group of ['g', 'h']) {
				const mine = all
					.flat()
					.filter(
						(each): each is Extract<Entry<string, IDataObject>, { group: string }> =>
							'group' in each && each.group === group,
					);
				const keyed = new Set(mine.flatMap(({ key }) => key ?? []));
				const expected = [
					...keyed,
					...mine.filter(({ key }) => key === undefined).map(({ value }) => value),
				];
				const chunks = sent.filter((chunk) => chunk.group === group);
				expect(chunks.flatMap(({ values }) => values).sort()).toEqual(expected.sort());
				expect(chunks).toHaveLength(Math.ceil(expected.length / form.size));
				for (const { values } of chunks) expect(values.length).toBeLessThanOrEqual(form.size);
			}
		}),
		{ numRuns: 200 },
	);
});

it('A chunk that is turned down costs only the items that have a value in it, and those keep their other rows', async () => {
	await fc.assert(
		fc.asyncProperty(items, shape, fc.nat(12), async (all, form, bad) => {
			const fails = ({ values }: Chunk) => values.includes(`${bad}`);
			const { output, sent } = await run(all, form, fails);
			const lost = sent.filter(fails);
			const isLost = (each: Entry<string, IDataObject>) =>
				'group' in each &&
				lost.some(({ group, values }) => group === each.group && values.includes(each.value));
			all.forEach((entries, index) => {
				const mine = output
					.filter(({ pairedItem }) => (pairedItem as { item: number }).item === index)
					.map(({ json }) => json);
				const errors = mine.filter(({ error }) => error !== undefined);
				// A value without a key may stand in a chunk that failed and in one that did not: then either may be its fate.
				const certain = entries.filter((each) => !isLost(each)).map(rowOf);
				expect(mine.filter(({ error }) => error === undefined)).toEqual(
					expect.arrayContaining(certain),
				);
				expect(mine.length - errors.length).toBeLessThanOrEqual(entries.length);
				if (errors.length === 0) expect(mine).toEqual(entries.map(rowOf));
				else expect([errors.length, entries.some(isLost)]).toEqual([1, true]);
			});
		}),
		{ numRuns: 200 },
	);
});
