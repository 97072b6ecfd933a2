import type { Reply } from '../../../nodes/Truecaller/api/reading/answer';
import { listLabels } from '../../../nodes/Truecaller/api/labels';
import type { OpenContent } from '../../../nodes/Truecaller/api/dialects/speech';
import type { Api } from '../../../nodes/Truecaller/api/request';
import { createStrict } from '../../support/strict';

const PAGE = 1_000;
const rows = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => ({
		id: `id-${from + index}`,
		name: `Label ${from + index}`,
	}));

/** A Truecaller that gives these pages, and fails when it is asked for more. */
const createPages = (pages: readonly unknown[]) => {
	const queries: Array<OpenContent['query']> = [];
	const api = createStrict<Api>({
		send: async (_endpoint, { query } = {}): Promise<Reply> => {
			if (queries.length >= pages.length) throw new Error('One page too many');
			queries.push(query);
			return { ok: true, body: pages[queries.length - 1] };
		},
	});
	return { api, queries };
};

describe('all labels of the account are listed', () => {
	it.each([
		['none', [[]], 0],
		['one', [rows(1)], 1],
		['not quite a page', [rows(PAGE - 1)], PAGE - 1],
		['a full page', [rows(PAGE), []], PAGE],
		['a full page and one', [rows(PAGE), rows(1, PAGE)], PAGE + 1],
		['two full pages', [rows(PAGE), rows(PAGE, PAGE), []], 2 * PAGE],
		['a full page from a Truecaller that knows no pages', [rows(PAGE), rows(PAGE)], PAGE],
		[
			'a full page from one that knows no pages and no order',
			[rows(PAGE), rows(PAGE).reverse()],
			PAGE,
		],
		['more than a page from one that knows no pages', [rows(PAGE + 200)], PAGE + 200],
	])('%s', async (_title, pages, count) => {
		const { api, queries } = createPages(pages);
		const labels = await listLabels(api, Infinity);
		expect(labels.ok && labels.value.map(({ id }) => id)).toEqual(rows(count).map(({ id }) => id));
		expect(queries).toEqual(
			pages.map((_page, index) => (index === 0 ? undefined : { page: index + 1, limit: PAGE })),
		);
	});

	it.each([
		[1, 1],
		[PAGE, 1],
		[PAGE + 1, 2],
	])('up to %i of them, in %i calls', async (limit, calls) => {
		const { api, queries } = createPages([rows(PAGE), rows(PAGE, PAGE)]);
		const labels = await listLabels(api, limit);
		expect(labels.ok && labels.value).toHaveLength(limit);
		expect(queries).toHaveLength(calls);
	});

	it('without what is no label', async () => {
		const { api } = createPages([
			[null, 'x', { id: 5, name: 'Five' }, ...rows(1), { id: 'nameless' }],
		]);
		expect(await listLabels(api, Infinity)).toEqual({ ok: true, value: rows(1) });
	});
});

describe('labels cannot be listed', () => {
	it.each([[{}], [{ labels: [] }], ['[]'], [0]])(
		'when the answer is no list (%j)',
		async (body) => {
			expect(await listLabels(createPages([body]).api, 5)).toMatchObject({
				ok: false,
				problem: { message: 'Truecaller did not answer in a form that can be read' },
			});
		},
	);

	it('when a later page fails', async () => {
		let pages = 0;
		const send = async (): Promise<Reply> =>
			pages++ === 0
				? { ok: true, body: rows(PAGE) }
				: { ok: false, failure: { kind: 'cancelled' } };
		expect(await listLabels(createStrict<Api>({ send }), Infinity)).toMatchObject({
			ok: false,
			problem: { message: 'The execution was stopped before Truecaller answered' },
		});
	});
});
