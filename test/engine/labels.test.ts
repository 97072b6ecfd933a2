import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

const getMany = { resource: 'label', operation: 'getMany' };
const all = { ...getMany, returnAll: true };
const pages = () => stage.sandbox.control.received('labels').length;

describe('getting labels', () => {
	it('gives the rows as Truecaller sends them, each paired with its input item', async () => {
		const { items } = await stage.engine.runNode({ parameters: all, items: [{}, {}] });
		expect(items).toHaveLength(24);
		expect(items[0]).toEqual({
			json: expect.objectContaining({
				id: '255297eb-7f13-44f9-967a-f287ff0f5025',
				name: 'FlowerEra Delivery',
				label_type: 'dynamic',
			}),
			pairedItem: { item: 0 },
		});
		expect(items.at(-1)?.pairedItem).toEqual({ item: 1 });
	});

	it.each([
		[0, 1],
		[1, 1],
		[999, 1],
		[1_000, 2],
		[1_001, 2],
		[2_000, 3],
		[2_345, 3],
	])('gives all of %i labels', async (labelCount, calls) => {
		stage.sandbox.control.settings({ labelCount });
		const { items, error } = await stage.engine.runNode({ parameters: all });
		expect(error).toBeUndefined();
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(labelCount);
		expect(items).toHaveLength(labelCount);
		expect(pages()).toBe(calls);
	});

	it('stops when Truecaller knows no pages and repeats the first', async () => {
		const body = Array.from({ length: 1_000 }, (_none, index) => ({
			id: `label-${index}`,
			name: `Label ${index}`,
		}));
		stage.sandbox.control.next({ route: 'labels', status: 200, body, times: 5 });
		const { items } = await stage.engine.runNode({ parameters: all });
		expect(items).toHaveLength(1_000);
		expect(pages()).toBe(2);
	});

	it('stops at the limit', async () => {
		const { items } = await stage.engine.runNode({ parameters: { ...getMany, limit: 5 } });
		expect(items).toHaveLength(5);
	});

	it('asks for a limit that is a number above 0', async () => {
		const { error } = await stage.engine.runNode({
			parameters: { ...getMany, limit: '={{ null }}' },
		});
		expect(error?.message).toBe("'Limit' is not a whole number above 0");
	});

	it('tries again when Truecaller does not answer or has a fault, because asking twice changes nothing', async () => {
		stage.sandbox.control.next({ route: 'labels', connection: 'resetAfterBody' });
		stage.sandbox.control.next({ route: 'labels', status: 500 });
		const { items } = await stage.engine.runNode({ parameters: all });
		expect(items).toHaveLength(12);
		expect(pages()).toBe(3);
	});

	it('says what is missing when the key has no access', async () => {
		const { keyId, apiKey } = stage.sandbox.keys.withoutCallPersonalisation;
		await stage.sandbox.close();
		stage = await setStage({ keyId, apiKey });
		const { error } = await stage.engine.runNode({ parameters: all });
		expect(error?.message).toBe('Truecaller does not allow this with your API key');
	});

	it('does not take an answer of another kind for an empty list', async () => {
		stage.sandbox.control.next({ route: 'labels', status: 200, body: { rows: [] }, times: 10 });
		const { error } = await stage.engine.runNode({ parameters: all });
		expect(error?.message).toBe('Truecaller did not answer in a form that can be read');
	});
});

describe('the label picker', () => {
	it('finds labels by any part of their name, in any case, in order', async () => {
		const { results } = await stage.engine.search('searchLabels', 'acme BANK');
		expect(results.map(({ name }) => name)).toEqual([
			'Acme Bank – Cards',
			'Acme Bank – Collections',
			'Acme Bank – Fraud Desk',
			'Acme Bank – KYC',
			'Acme Bank – Loans',
		]);
		expect(results[3]?.value).toBe('d1d1d1d1-0000-4000-8000-000000000003');
	});

	it('shows all labels before anything is typed', async () => {
		expect((await stage.engine.search('searchLabels')).results).toHaveLength(12);
	});

	it('says in words why it cannot show any', async () => {
		await stage.sandbox.close();
		stage = await setStage({ apiKey: 'wrong' });
		await expect(stage.engine.search('searchLabels')).rejects.toThrow(
			'Truecaller does not accept this Key ID and Secret API Key',
		);
	});
});
