import type { IDataObject, INode } from 'n8n-workflow';

import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
	stage.sandbox.control.settings({ listingMs: 0, delistingMs: 0 });
	const there = stage.sandbox.control.numbers(CLINIC).map(({ phoneNumber }) => phoneNumber);
	stage.sandbox.control.seedNumbers({ featureSetId: CLINIC, phoneNumbers: there, state: 'absent' });
});
afterEach(async () => {
	await stage.sandbox.close();
});

const CLINIC = 'f5f5f5f5-0000-4000-8000-000000000006';
const OLD = ['912268020010', '912268020020', '912268020030'];

const sync = (
	mode: 'plan' | 'apply',
	options: IDataObject = {},
	more: INode['parameters'] = {},
): INode['parameters'] => ({
	resource: 'number',
	operation: 'sync',
	mode,
	featureSet: { __rl: true, mode: 'list', value: CLINIC },
	phoneNumbers: '={{ $json.phone }}',
	...more,
	options: { defaultCountry: 'IN', ...options },
});
const phones = (...numbers: unknown[]): IDataObject[] =>
	numbers.map((phone) => ({ phone }) as IDataObject);
const seed = (state: 'listed' | 'delisting' | 'failed', phoneNumbers = OLD) =>
	stage.sandbox.control.seedNumbers({ featureSetId: CLINIC, phoneNumbers, state });
const live = () =>
	stage.sandbox.control
		.numbers(CLINIC)
		.filter(({ state }) => state === 'listed')
		.map(({ phoneNumber }) => phoneNumber)
		.sort();
const run = async (
	parameters: INode['parameters'],
	items: IDataObject[],
	onError?: INode['onError'],
) => await stage.engine.runNode({ parameters, items, onError });
const told = (items: Array<{ json: IDataObject }>) =>
	items.map(({ json }) => [json.phoneNumber, json.action, json.result]);
const sent = () =>
	stage.sandbox.control.received('publish').length +
	stage.sandbox.control.received('delist').length;

describe('syncing numbers', () => {
	const wanted = phones('022 6802 0010', '022 6802 0040');

	it('plans without changing anything', async () => {
		seed('listed');
		const { items } = await run(sync('plan'), wanted);
		expect(told(items)).toEqual([
			['+912268020010', 'keep', undefined],
			['+912268020040', 'list', undefined],
			['+912268020020', 'delist', undefined],
			['+912268020030', 'delist', undefined],
		]);
		const both = [{ item: 0 }, { item: 1 }];
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([...both, both, both]);
		expect([sent(), live()]).toEqual([0, OLD]);
	});

	it('applies the plan, and changes nothing the second time', async () => {
		seed('listed');
		const { items } = await run(sync('apply', { maxRemovals: 2 }), wanted);
		expect(
			items.map(({ json }) => [json.phoneNumber, json.action, json.result, json.status]).sort(),
		).toEqual([
			['+912268020010', 'keep', 'alreadyThere', 'listed'],
			['+912268020020', 'delist', 'accepted', 'pending'],
			['+912268020030', 'delist', 'accepted', 'pending'],
			['+912268020040', 'list', 'accepted', 'pending'],
		]);
		expect(live()).toEqual(['912268020010', '912268020040']);
		const calls = sent();
		const { items: again } = await run(sync('apply'), wanted);
		expect(again.map(({ json }) => json.action)).toEqual(['keep', 'keep']);
		expect(sent()).toBe(calls);
	});

	it('says which numbers are blocked by a delisting that is still under way', async () => {
		stage.sandbox.control.settings({ delistingMs: 60_000 });
		seed('delisting', ['912268020010']);
		const { items } = await run(sync('apply'), wanted);
		expect(items.map(({ json }) => [json.action, json.result, json.status])).toEqual([
			['blocked', 'stillProcessing', 'pending'],
			['list', 'accepted', 'pending'],
		]);
	});

	it('tells in a plan what Truecaller is at already, so that nobody has to approve it again', async () => {
		stage.sandbox.control.settings({ delistingMs: 60_000 });
		seed('listed', ['912268020010']);
		seed('delisting', ['912268020020']);
		const { items } = await run(sync('plan'), wanted);
		expect(items.map(({ json }) => [json.action, json.status])).toEqual([
			['keep', undefined],
			['list', undefined],
			['delist', 'pending'],
		]);
	});

	it('lists a blocked number again when its delisting is over, if it may wait', async () => {
		stage.sandbox.control.settings({ delistingMs: 1_500 });
		seed('delisting', ['912268020010']);
		const { items } = await run(sync('apply', { waitUntilSettled: true, maxWait: 20 }), wanted);
		expect(items.map(({ json }) => [json.action, json.result, json.status])).toEqual([
			['blocked', 'accepted', 'listed'],
			['list', 'accepted', 'listed'],
		]);
		expect(live()).toEqual(['912268020010', '912268020040']);
	}, 60_000);

	it('stops before it changes anything when more would be taken off than is allowed', async () => {
		seed('listed');
		const { items: plan } = await run(sync('plan', { maxRemovals: 1 }), wanted);
		expect(plan.filter(({ json }) => json.overLimit === true)).toHaveLength(2);
		const { error } = await run(sync('apply', { maxRemovals: 1 }), wanted);
		expect(error?.message).toBe("2 numbers would be delisted, and 'Max Removals' is 1 [item 0]");
		expect([sent(), live()]).toEqual([0, OLD]);
	});

	it('does not take an empty list for the wish to take everything off, unless it is told so', async () => {
		seed('listed');
		const { error } = await run(sync('apply'), phones('', null));
		expect(error?.message).toBe(
			'The list of numbers is empty, and would take every number off this feature set [item 0]',
		);
		expect(live()).toEqual(OLD);
		await run(sync('apply', { allowEmpty: true }), phones(''));
		expect(live()).toEqual([]);
	});

	it('leaves a feature set as it is when a number cannot be read, and says which', async () => {
		seed('listed');
		const items = [...wanted, ...phones('reception', '022 6802 0050')];
		const { error } = await run(sync('apply'), items);
		expect(error?.message).toBe("'Phone Numbers' has letters in it [item 2]");
		const { errors } = await run(sync('apply'), items, 'continueErrorOutput');
		expect(errors.map(({ json }) => json.error)).toEqual([
			'This feature set was left as it is, because a number cannot be read (item 2)',
			'This feature set was left as it is, because a number cannot be read (item 2)',
			"'Phone Numbers' has letters in it",
			'This feature set was left as it is, because a number cannot be read (item 2)',
		]);
		expect([sent(), live()]).toEqual([0, OLD]);
	});

	it('reads all pages first, and cuts at 10,000 numbers per call', async () => {
		const many = Array.from({ length: 450 }, (_none, index) =>
			String(912_268_100_000 + index * 10),
		);
		seed('listed', many);
		stage.sandbox.control.settings({ limits: { numbersPerFeatureSet: 30_000 } });
		const fresh = Array.from(
			{ length: 10_001 },
			(_none, index) => `+${912_269_000_000 + index * 10}`,
		);
		const { items, error } = await run(sync('apply', { maxRemovals: 1_000 }), phones(fresh));
		expect(error).toBeUndefined();
		expect(items.filter(({ json }) => json.action === 'delist')).toHaveLength(450);
		expect([
			stage.sandbox.control.received('publish').length,
			stage.sandbox.control.received('delist').length,
		]).toEqual([2, 1]);
	}, 60_000);

	it('takes nothing off when the new numbers could not be listed', async () => {
		seed('listed');
		stage.sandbox.control.next({ route: 'publish', status: 403 });
		const { error } = await run(sync('apply', { maxRemovals: 2 }), wanted);
		expect(error?.message).toBe('Truecaller does not allow this with your API key [item 0]');
		expect(live()).toEqual(OLD);
	});
});

describe('waiting until numbers have settled', () => {
	const change = (operation: string): INode['parameters'] => ({
		...sync('apply', { waitUntilSettled: true, maxWait: 20 }),
		operation,
	});

	it('says listed, and delisted, when it is so', async () => {
		stage.sandbox.control.settings({ listingMs: 1_200, delistingMs: 1_200 });
		const listed = await run(change('list'), phones('022 6802 0010', '022 6802 9007'));
		expect(listed.items.map(({ json }) => [json.result, json.status])).toEqual([
			['accepted', 'listed'],
			['accepted', 'failed'],
		]);
		const delisted = await run(change('delist'), phones('022 6802 0010'));
		expect(delisted.items.map(({ json }) => [json.result, json.status])).toEqual([
			['accepted', 'delisted'],
		]);
	}, 60_000);

	it('lists again what Truecaller ignored because its delisting was still under way', async () => {
		stage.sandbox.control.settings({ delistingMs: 1_500 });
		seed('delisting', ['912268020010']);
		const { items } = await run(change('list'), phones('022 6802 0010'));
		expect(items.map(({ json }) => [json.result, json.status])).toEqual([['accepted', 'listed']]);
		expect(stage.sandbox.control.received('publish')).toHaveLength(2);
	}, 60_000);

	it('waits hardly longer than Max Wait when the question is never answered', async () => {
		stage.sandbox.control.next({ route: 'numbers', connection: 'hang', times: 100 });
		const parameters = {
			...sync('apply', { waitUntilSettled: true, maxWait: 1 }),
			operation: 'list',
		};
		const { items } = await run(parameters, phones('022 6802 0010'));
		expect(items[0]?.json).toMatchObject({ result: 'accepted', status: 'pending' });
	});

	it('says pending, with what to do, when the time is over', async () => {
		stage.sandbox.control.settings({ listingMs: 60_000 });
		const parameters = {
			...sync('apply', { waitUntilSettled: true, maxWait: 2 }),
			operation: 'list',
		};
		const { items } = await run(parameters, phones('022 6802 0010'));
		expect(items[0]?.json).toMatchObject({
			status: 'pending',
			advice:
				"Look with Get Many later; Truecaller was still working on it when 'Max Wait (Seconds)' was over",
		});
	}, 60_000);
});
