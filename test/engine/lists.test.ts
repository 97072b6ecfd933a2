import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

const FLOWERS = '069d2e3a-41e6-41f9-a768-157d7e3bd6b9';
const featureSets = { resource: 'featureSet', operation: 'getMany', returnAll: true };
const numbers = { resource: 'number', operation: 'getMany', returnAll: true };
const calls = (route: string) => stage.sandbox.control.received(route).length;

const seed = (count: number) =>
	stage.sandbox.control.seedNumbers({
		featureSetId: FLOWERS,
		state: 'listed',
		phoneNumbers: Array.from({ length: count }, (_none, index) =>
			String(912_268_000_000 + index * 10),
		),
	});

describe('getting feature sets', () => {
	it('gives the columns that matter, or all of them', async () => {
		const { items } = await stage.engine.runNode({ parameters: featureSets });
		expect(Object.keys(items[0]?.json ?? {})).toEqual([
			'name',
			'status',
			'description',
			'call_me_back',
			'survey',
			'department_name',
			'calling_operation_name',
			'process_name',
			'id',
			'label_id',
		]);
		const raw = await stage.engine.runNode({ parameters: { ...featureSets, simplify: false } });
		expect(Object.keys(raw.items[0]?.json ?? {}).length).toBeGreaterThan(15);
		expect(raw.items.map(({ json }) => json.name)).toEqual(items.map(({ json }) => json.name));
	});

	it('filters by department, operation and process', async () => {
		const { items: all } = await stage.engine.runNode({
			parameters: { ...featureSets, simplify: false },
		});
		const {
			department_id: departmentId,
			operation_id: operationId,
			process_id: processId,
		} = all[1]?.json ?? {};
		for (const filters of [{ departmentId }, { operationId }, { processId }]) {
			const { items } = await stage.engine.runNode({
				parameters: { ...featureSets, filters: filters as never },
			});
			expect(items.length).toBeGreaterThan(0);
			expect(items.length).toBeLessThan(all.length);
		}
	});

	it('reads a filter at its own item', async () => {
		const { items: all } = await stage.engine.runNode({
			parameters: { ...featureSets, simplify: false },
		});
		const departments = [...new Set(all.map(({ json }) => json.department_id))].slice(0, 3);
		const parameters = {
			...featureSets,
			simplify: false,
			filters: { departmentId: '={{ $json.department }}' },
		};
		const { items } = await stage.engine.runNode({
			parameters,
			items: departments.map((department) => ({ department })),
		});
		const found = items.map(({ json, pairedItem }) => [
			(pairedItem as { item: number }).item,
			json.department_id,
		]);
		expect(new Set(found.map(([item]) => item)).size).toBe(3);
		expect(found.filter(([item, department]) => departments[Number(item)] !== department)).toEqual(
			[],
		);
	});

	it.each([0, 1, 99, 100, 101, 200, 2_345])(
		'gives all of %i, wherever Truecaller says how many pages there are and wherever not',
		async (featureSetCount) => {
			for (const featureSetsTellPages of [true, false]) {
				for (const pastLastPage of ['empty', 'repeatsLast', 'startsOver'] as const) {
					stage.sandbox.control.settings({ featureSetCount, featureSetsTellPages, pastLastPage });
					const { items, error } = await stage.engine.runNode({ parameters: featureSets });
					expect(error).toBeUndefined();
					expect(items).toHaveLength(featureSetCount);
					expect(new Set(items.map(({ json }) => json.id)).size).toBe(featureSetCount);
				}
			}
		},
	);

	it('gives all of them from a server that gives fewer at once than it is asked for', async () => {
		stage.sandbox.control.settings({ featureSetCount: 235, largestPage: 50 });
		const { items } = await stage.engine.runNode({ parameters: featureSets });
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(235);
	});

	it('stops at the limit, and asks for no more than that', async () => {
		stage.sandbox.control.settings({ featureSetCount: 500 });
		const { items } = await stage.engine.runNode({
			parameters: { ...featureSets, returnAll: false, limit: 150 },
		});
		expect(items).toHaveLength(150);
		expect(calls('featureSets')).toBe(2);
	});
});

describe('getting numbers', () => {
	it('gives the columns that matter, with one word for Call Me Back in both lists', async () => {
		seed(3);
		const { items } = await stage.engine.runNode({ parameters: numbers });
		expect(items.at(-1)?.json).toMatchObject({
			phone_number: expect.stringMatching(/^\d+$/),
			status: 'listed',
			feature_set_name: 'Fresh Flower Delivery',
			call_me_back: true,
		});
		expect(Object.keys(items[0]?.json ?? {})).toEqual([
			'phoneNumber',
			'status',
			'phone_type',
			'feature_set_name',
			'label_name',
			'call_me_back',
			'department',
			'operation',
			'process',
			'updated_at',
			'phone_number',
		]);
		expect(items[0]?.json.phoneNumber).toBe(`+${items[0]?.json.phone_number as string}`);
	});

	it.each([0, 1, 100, 101, 250])(
		'gives all of %i of a feature set, with and without a page count',
		async (count) => {
			seed(count);
			const parameters = {
				...numbers,
				filters: { featureSet: { __rl: true, mode: 'list', value: FLOWERS } },
			};
			const { items: before } = await stage.engine.runNode({ parameters });
			for (const numbersTellPages of [true, false]) {
				stage.sandbox.control.settings({ numbersTellPages });
				const { items } = await stage.engine.runNode({ parameters });
				expect(new Set(items.map(({ json }) => json.phone_number)).size).toBe(before.length);
				expect(items.length).toBeGreaterThanOrEqual(count);
			}
		},
	);
});

describe('the feature-set picker', () => {
	it('finds feature sets by any part of their name', async () => {
		const { results } = await stage.engine.search('searchFeatureSets', 'acme bank');
		expect(results.map(({ name }) => name)).toEqual([
			'Acme Bank – KYC',
			'Acme Bank – Collections',
			'Acme Bank – Cards',
			'Acme Bank – Loans',
		]);
	});

	it('shows page after page as the user scrolls, and finds what stands on a later page', async () => {
		stage.sandbox.control.settings({ featureSetCount: 250 });
		const first = await stage.engine.search('searchFeatureSets');
		const second = await stage.engine.search(
			'searchFeatureSets',
			'',
			{},
			{ token: String(first.paginationToken) },
		);
		const third = await stage.engine.search(
			'searchFeatureSets',
			'',
			{},
			{ token: String(second.paginationToken) },
		);
		const all = [first, second, third].flatMap(({ results }) => results);
		expect([
			first.results.length,
			new Set(all.map(({ value }) => value)).size,
			third.paginationToken,
		]).toEqual([100, 250, undefined]);
		const last = all.at(-1);
		const found = await stage.engine.search('searchFeatureSets', last?.name);
		expect(found.results).toEqual(expect.arrayContaining([last]));
	});
});
