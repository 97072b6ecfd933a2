import type { IDataObject, INode } from 'n8n-workflow';

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

const change = (operation: string, more: INode['parameters'] = {}): INode['parameters'] => ({
	resource: 'number',
	operation,
	featureSet: { __rl: true, mode: 'list', value: FLOWERS },
	phoneNumbers: '={{ $json.phone }}',
	options: { defaultCountry: 'IN' },
	...more,
});
const phones = (...numbers: unknown[]): IDataObject[] =>
	numbers.map((phone) => ({ phone }) as IDataObject);
const rows = async (operation: string, items: IDataObject[], more: INode['parameters'] = {}) => {
	const { items: out, error } = await stage.engine.runNode({
		parameters: change(operation, more),
		items,
	});
	expect(error).toBeUndefined();
	return out;
};
const told = (out: Array<{ json: IDataObject }>) =>
	out.map(({ json }) => [json.phoneNumber, json.result, json.status]);

describe('listing numbers', () => {
	it('gathers the numbers of all items, sends each once, and says what became of each', async () => {
		const out = await rows(
			'list',
			phones('+91 22 6801 0001', '022 6801 0002, 02268010003\n022-6801-0001', [
				'02268010004',
				'02268010001',
			]),
		);
		expect(told(out)).toEqual([
			['+912268010001', 'accepted', 'pending'],
			['+912268010002', 'accepted', 'pending'],
			['+912268010003', 'accepted', 'pending'],
			['+912268010001', 'accepted', 'pending'],
			['+912268010004', 'accepted', 'pending'],
			['+912268010001', 'accepted', 'pending'],
		]);
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 1, 1, 2, 2].map((item) => ({ item })),
		);
		expect(out[0]?.json).toEqual({
			phoneNumber: '+912268010001',
			result: 'accepted',
			status: 'pending',
			advice: 'Truecaller is working on it; look with Get Many in a minute',
			featureSetId: FLOWERS,
		});
		const [call] = stage.sandbox.control.received('publish');
		expect((call?.body as { phone_numbers: string[] }).phone_numbers).toEqual([
			'912268010001',
			'912268010002',
			'912268010003',
			'912268010004',
		]);
	});

	it.each([200, 400])(
		'reads every list of the answer, whatever its HTTP status (%i)',
		async (failedNumbersStatus) => {
			stage.sandbox.control.settings({ failedNumbersStatus });
			const items = phones(
				'02268019001',
				'02268019002',
				'02268019003',
				'02268019004',
				'02268019005',
				'02268019006',
				'02268010010',
			);
			expect(told(await rows('list', items))).toEqual([
				['+912268019001', 'ownedByOther', 'failed'],
				['+912268019002', 'otherPhoneType', 'failed'],
				['+912268019003', 'accepted', 'pending'],
				['+912268019004', 'accepted', 'pending'],
				['+912268019005', 'accepted', 'pending'],
				['+912268019006', 'inOtherFeatureSet', 'failed'],
				['+912268010010', 'accepted', 'pending'],
			]);
			expect(told(await rows('list', phones('02268019001')))).toEqual([
				['+912268019001', 'ownedByOther', 'failed'],
			]);
		},
	);

	it('makes a row of a number that cannot be read, and sends the rest', async () => {
		const out = await rows('list', phones('02268010001', 'reception', '02268010002'));
		expect(told(out)).toEqual([
			['+912268010001', 'accepted', 'pending'],
			['reception', 'invalid', 'failed'],
			['+912268010002', 'accepted', 'pending'],
		]);
		expect(out[1]?.json.advice).toMatch(/^The number has letters in it\. .+\.$/);
	});

	it('cuts at 10,000 numbers per call', async () => {
		stage.sandbox.control.settings({ limits: { numbersPerFeatureSet: 30_000 } });
		const numbers = Array.from(
			{ length: 10_001 },
			(_none, index) => `+9122${String(68_000_000 + index * 10)}`,
		);
		const out = await rows('list', phones(numbers));
		expect(out).toHaveLength(10_001);
		expect(stage.sandbox.control.received('publish')).toHaveLength(2);
	});

	it('says so when the feature set is full', async () => {
		stage.sandbox.control.settings({ limits: { numbersPerFeatureSet: 2 } });
		const out = await rows('list', phones('02268010001', '02268010002', '02268010003'));
		expect(out.map(({ json }) => json.result)).toEqual([
			'limitReached',
			'limitReached',
			'limitReached',
		]);
	});

	it('tells of a feature set that Truecaller does not know', async () => {
		const parameters = change('list', {
			featureSet: { __rl: true, mode: 'id', value: '00000000-0000-4000-8000-000000000000' },
		});
		const { error } = await stage.engine.runNode({ parameters, items: phones('02268010001') });
		expect(error?.message).toBe('Truecaller does not know this feature set');
	});

	it('groups the items by feature set, and keeps those of a set that can be reached', async () => {
		const parameters = change('list', {
			featureSet: { __rl: true, mode: 'id', value: '={{ $json.set }}' },
		});
		const items = [
			{ phone: '02268010001', set: FLOWERS },
			{ phone: '02268010002', set: '00000000-0000-4000-8000-000000000000' },
			{ phone: '02268010003', set: FLOWERS },
		];
		const { items: out, errors } = await stage.engine.runNode({
			parameters,
			items,
			onError: 'continueErrorOutput',
		});
		expect(out.map(({ json, pairedItem }) => [json.result, pairedItem])).toEqual([
			['accepted', { item: 0 }],
			['accepted', { item: 2 }],
		]);
		expect(errors.map(({ json }) => json.error)).toEqual([
			'Truecaller does not know this feature set',
		]);
	});

	it('asks for numbers where an expression yields none', async () => {
		const { error } = await stage.engine.runNode({
			parameters: change('list'),
			items: phones('02268010001', null, '02268010002'),
		});
		expect(error?.message).toBe("'Phone Numbers' is empty [item 1]");
		expect(stage.sandbox.control.received()).toHaveLength(0);
	});

	it('sends an unanswered request once, and says to look first', async () => {
		stage.sandbox.control.next({ route: 'publish', connection: 'resetAfterBody' });
		const { error } = await stage.engine.runNode({
			parameters: change('list'),
			items: phones('02268010001'),
		});
		expect(error?.description).toContain(
			'Look with Get Many first: the numbers may have been taken.',
		);
		expect(stage.sandbox.control.received('publish')).toHaveLength(1);
	});
});

describe('delisting numbers', () => {
	it('tells what was there from what was not, and that an earlier change is still running', async () => {
		await rows('list', phones('02268010001', '02268010002'));
		stage.sandbox.control.advanceClock(10_000);
		expect(told(await rows('list', phones('02268010001')))).toEqual([
			['+912268010001', 'alreadyThere', null],
		]);
		expect(told(await rows('delist', phones('02268010001', '02268010005')))).toEqual([
			['+912268010001', 'accepted', 'pending'],
			['+912268010005', 'notThere', null],
		]);
		expect(told(await rows('list', phones('02268010001')))).toEqual([
			['+912268010001', 'stillProcessing', 'pending'],
		]);
		expect(told(await rows('delist', phones('02268010009')))).toEqual([
			['+912268010009', 'notThere', null],
		]);
	});
});
