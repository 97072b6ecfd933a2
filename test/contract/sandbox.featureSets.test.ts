import { readExample, shapeOf } from './examples';
import { FEATURE_SET, openCaller } from './caller';
import type { Caller, Headers } from './caller';

let caller: Caller;
let bearer: Headers;
beforeAll(async () => {
	caller = await openCaller();
});
afterAll(async () => await caller.close());
beforeEach(async () => {
	caller.sandbox.control.reset();
	bearer = await caller.bearer();
});

type Row = Record<string, unknown> & { id: string; status: string };

const DELIVERY_DEPARTMENT = '8e16b0d3-0953-40d0-9079-2a412363063e';
const CARDS_OPERATION = '0a0a0a0a-0000-4000-8000-000000000003';
const WORKSHOP_PROCESS = '0c0c0c0c-0000-4000-8000-000000000006';

const featureSets = async (query: object = {}): Promise<Row[]> =>
	(await caller.featureSets(bearer, query)).data.feature_sets;
const numbers = async (query: object = {}): Promise<string[]> =>
	(await caller.numbers(bearer, query)).data.numbers.map(
		({ phone_number }: { phone_number: string }) => phone_number,
	);
const seedMany = (count: number, prefix = '9122') =>
	caller.sandbox.control.seedNumbers({
		featureSetId: FEATURE_SET,
		phoneNumbers: Array.from({ length: count }, (_, index) => prefix + String(10_000_000 + index)),
		state: 'listed',
	});

describe('feature sets', () => {
	it('come in the published shape, eight of them, one a draft', async () => {
		const { response } = readExample('featureSets.listed');
		const { status, data } = await caller.featureSets(bearer);
		expect(status).toBe(200);
		expect(Object.keys(data)).toEqual(['feature_sets']);
		expect(data.feature_sets).toHaveLength(8);
		const [shape] = Object.values(shapeOf(response.body) as object).flat();
		for (const row of data.feature_sets) expect(shapeOf(row)).toEqual(shape);
		const statuses = data.feature_sets.map(({ status }: Row) => status);
		expect(statuses.filter((each: string) => each === 'draft')).toHaveLength(1);
	});

	it('name labels of the account', async () => {
		const { data: labels } = await caller.labels(bearer);
		const known = labels.map(({ id }: { id: string }) => id);
		for (const { label_id } of await featureSets()) expect(known).toContain(label_id);
	});

	it.each([
		['department_id', DELIVERY_DEPARTMENT, 1],
		['operation_id', CARDS_OPERATION, 1],
		['process_id', WORKSHOP_PROCESS, 1],
		['department_id', '0d0d0d0d-0000-4000-8000-000000000001', 2],
		['department_id', 'nobody', 0],
		['department_id', '', 8],
		['colour', 'blue', 8],
	])('are narrowed by %s %s to %i', async (name, value, count) => {
		const rows = await featureSets({ [name]: value });
		expect(rows).toHaveLength(count);
		if (count < 8) expect(rows.every((row) => row[name] === value)).toBe(true);
	});

	it('come a page at a time, thousands if wanted, each once', async () => {
		caller.sandbox.control.settings({ featureSetCount: 2_345 });
		const pages = [];
		for (const page of [1, 2, 3, 4]) pages.push(await featureSets({ page, limit: 1_000 }));
		expect(pages.map(({ length }) => length)).toEqual([1_000, 1_000, 345, 0]);
		expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(2_345);
		expect(await featureSets()).toHaveLength(100);
		caller.sandbox.control.settings({ featureSetCount: 0 });
		expect(await featureSets()).toEqual([]);
	});

	it('tell how many pages there are only when told to', async () => {
		caller.sandbox.control.settings({ featureSetsTellPages: true });
		const { data } = await caller.featureSets(bearer, { limit: 3 });
		expect(data.pagination_information).toEqual({ total_page_count: 3 });
	});
});

describe('numbers', () => {
	it('come in the published shape, with the names of their feature set and label', async () => {
		const { response } = readExample('numbers.listed');
		const { status, data } = await caller.numbers(bearer, { limit: 1 });
		expect(status).toBe(200);
		expect(shapeOf(data)).toEqual(shapeOf(response.body));
		expect(data.numbers[0]).toMatchObject({
			phone_number: '911140000101',
			status: 'listed',
			department: 'Flower Shop',
			feature_set_name: 'Fresh Flower Delivery',
			label_name: 'FlowerEra Delivery',
			call_me_back: 'enabled',
		});
		expect(data.pagination_information).toEqual({ total_page_count: 6 });
	});

	it.each([
		[{ feature_set_id: FEATURE_SET }, 3],
		[{ feature_set_id: 'nobody' }, 0],
		[{ department_id: DELIVERY_DEPARTMENT }, 3],
		[{ department_id: DELIVERY_DEPARTMENT, operation_id: CARDS_OPERATION }, 0],
		[{ process_id: '0c0c0c0c-0000-4000-8000-000000000001' }, 2],
		[{ feature_set_id: '' }, 6],
	])('are narrowed by %j to %i', async (query, count) => {
		expect(await numbers(query)).toHaveLength(count);
	});

	it('come a page at a time, each once, and end where the page count says', async () => {
		seedMany(249);
		const query = { feature_set_id: FEATURE_SET };
		const { data } = await caller.numbers(bearer, query);
		expect(data.numbers).toHaveLength(100);
		expect(data.pagination_information).toEqual({ total_page_count: 3 });
		const pages = [];
		for (const page of [1, 2, 3, 4]) pages.push(await numbers({ ...query, page }));
		expect(pages.map(({ length }) => length)).toEqual([100, 100, 52, 0]);
		expect(new Set(pages.flat()).size).toBe(252);
	});

	it('tell no page count when told not to, and zero pages when there are none', async () => {
		const none = await caller.numbers(bearer, { feature_set_id: 'nobody' });
		expect(none.data).toEqual({ numbers: [], pagination_information: { total_page_count: 0 } });
		caller.sandbox.control.settings({ numbersTellPages: false });
		expect(Object.keys((await caller.numbers(bearer)).data)).toEqual(['numbers']);
	});

	it('of another account are not shown', async () => {
		const { secondAccount } = caller.sandbox.keys;
		const url = `/clients/${secondAccount.clientAccountId}/number_management/numbers`;
		const headers = await caller.bearer(secondAccount);
		const { data } = await caller.send({ method: 'GET', url, headers });
		expect(data.numbers).toMatchObject([{ phone_number: '911140000901' }]);
		expect(await numbers()).not.toContain('911140000901');
	});
});

describe('what comes after the last page', () => {
	it.each([
		['empty' as const, [[4, 5, 6], [], []]],
		[
			'repeatsLast' as const,
			[
				[4, 5, 6],
				[4, 5, 6],
				[4, 5, 6],
			],
		],
		[
			'startsOver' as const,
			[
				[4, 5, 6],
				[1, 2, 3],
				[4, 5, 6],
			],
		],
	])('can be set to %s', async (pastLastPage, expected) => {
		caller.sandbox.control.settings({ pastLastPage, labelCount: 6, featureSetCount: 6 });
		const all = await numbers();
		const labels = (await caller.labels(bearer)).data;
		const sets = await featureSets();
		const of = <T>(rows: T[], positions: number[]) => positions.map((each) => rows[each - 1]);
		for (const [index, positions] of expected.entries()) {
			const query = { limit: 3, page: index + 2 };
			expect(await numbers(query)).toEqual(of(all, positions));
			expect(await featureSets(query)).toEqual(of(sets, positions));
			expect((await caller.labels(bearer, query)).data).toEqual(of(labels, positions));
		}
	});

	it('comes sooner when pages are smaller than asked for', async () => {
		caller.sandbox.control.settings({ largestPage: 4 });
		const { data } = await caller.numbers(bearer, { limit: 1_000 });
		expect(data.numbers).toHaveLength(4);
		expect(data.pagination_information).toEqual({ total_page_count: 2 });
		expect(await featureSets({ limit: 1_000 })).toHaveLength(4);
		expect(await featureSets({ limit: 2 })).toHaveLength(2);
	});
});

describe('feature sets and numbers are refused', () => {
	it('without a good token, for another account, and for a key without the access', async () => {
		const { keys } = caller.sandbox;
		const forbidden = readExample('publish.forbidden').response.body;
		for (const get of [caller.featureSets, caller.numbers]) {
			expect((await get({})).status).toBe(401);
			for (const key of [keys.withoutNumberManagement, keys.secondAccount]) {
				const { status, data } = await get(await caller.bearer(key));
				expect({ status, data }).toEqual({ status: 403, data: forbidden });
			}
		}
	});

	it.each(['page', 'limit'])('when %s is no whole number from 1 up', async (name) => {
		for (const get of [caller.featureSets, caller.numbers]) {
			const { status, data } = await get(bearer, { [name]: '0' });
			const message = `${name} must be an integer of 1 or more`;
			expect({ status, data }).toEqual({ status: 400, data: { slug: 'invalid-input', message } });
		}
	});
});
