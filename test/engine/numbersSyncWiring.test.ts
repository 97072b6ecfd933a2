import type { IDataObject, INode } from 'n8n-workflow';

import type { NodeSetUp } from '../support/engine';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

const CLINIC = 'f5f5f5f5-0000-4000-8000-000000000006';
const LIVE = Array.from({ length: 6 }, (_none, index) => `91226802001${index}`);

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
	stage.sandbox.control.settings({ listingMs: 0, delistingMs: 0 });
	const there = stage.sandbox.control.numbers(CLINIC).map(({ phoneNumber }) => phoneNumber);
	stage.sandbox.control.seedNumbers({ featureSetId: CLINIC, phoneNumbers: there, state: 'absent' });
	stage.sandbox.control.seedNumbers({ featureSetId: CLINIC, phoneNumbers: LIVE, state: 'listed' });
});
afterEach(async () => {
	await stage.sandbox.close();
});

const sync = (mode: 'plan' | 'apply', options: IDataObject = {}): INode['parameters'] => ({
	resource: 'number',
	operation: 'sync',
	mode,
	featureSet: { __rl: true, mode: 'id', value: CLINIC },
	phoneNumbers: '={{ $json.phoneNumber }}',
	options: options as never,
});
const phones = (...numbers: unknown[]): IDataObject[] =>
	numbers.map((phoneNumber) => ({ phoneNumber }) as IDataObject);
const all = LIVE.map((digits) => `+${digits}`);
const live = () =>
	stage.sandbox.control
		.numbers(CLINIC)
		.filter(({ state }) => state === 'listed')
		.map(({ phoneNumber }) => phoneNumber)
		.sort();
const run = async (setUp: NodeSetUp) => await stage.engine.runNode(setUp);

const PART =
	"Nothing was changed. Look at the plan ('Mode': Plan), and check that the input holds the whole list: in a loop, a branch or a sub-workflow, this node sees a part of it.";

describe('a sync that sees only a part of the list', () => {
	it('takes nothing off when Execute Once is switched on, and says where to switch it off', async () => {
		const setUp = { parameters: sync('apply'), items: phones(...all), executeOnce: true };
		const { error } = await run(setUp);
		expect(error?.message).toBe(
			"'Execute Once' is switched on for this node, so that it sees the first item alone and would take off the numbers of all others",
		);
		expect(error?.description).toContain("switch off 'Execute Once'");
		expect(live()).toEqual(LIVE);
	});

	it('stops when more than half of the feature set would be taken off, and says both figures', async () => {
		const { error } = await run({ parameters: sync('apply'), items: phones(...all.slice(0, 2)) });
		expect(error?.message).toBe(
			'4 of the 6 numbers of this feature set would be delisted, which is more than half [item 0]',
		);
		expect(error?.description).toContain(
			`${PART} If the plan is right, add 'Max Removals' under Options and set it to 4 or more.`,
		);
		expect(live()).toEqual(LIVE);
	});

	it('takes off half of the feature set without being told so, and more when Max Removals says so', async () => {
		await run({ parameters: sync('apply'), items: phones(...all.slice(0, 3)) });
		expect(live()).toEqual(LIVE.slice(0, 3));
		const parameters = sync('apply', { maxRemovals: 2 });
		await run({ parameters, items: phones(...all.slice(0, 1)) });
		expect(live()).toEqual(LIVE.slice(0, 1));
	});

	it('shows in a plan which numbers are over the limit', async () => {
		const { items } = await run({ parameters: sync('plan'), items: phones(...all.slice(0, 2)) });
		expect(items.map(({ json }) => json.overLimit)).toEqual([
			undefined,
			undefined,
			true,
			true,
			true,
			true,
		]);
	});

	it('applies one list per execution and feature set: the same again is let through, another is not', async () => {
		const apply = async (count: number, executionId: string) =>
			await run({ parameters: sync('apply'), items: phones(...all.slice(0, count)), executionId });
		expect((await apply(5, 'a')).error).toBeUndefined();
		expect((await apply(5, 'a')).error).toBeUndefined();
		const { error } = await apply(4, 'a');
		expect(error?.message).toBe(
			'This execution has applied another list to this feature set already, and this list would take its numbers off again [item 0]',
		);
		expect(live()).toEqual(LIVE.slice(0, 5));
		expect((await apply(4, 'b')).error).toBeUndefined();
		expect(live()).toEqual(LIVE.slice(0, 4));
	});

	it('leaves the feature set as it is when an item has no number, and names the item', async () => {
		const items = phones(...all.slice(0, 5), '', null);
		const { error } = await run({ parameters: sync('apply'), items });
		expect(error?.message).toBe(
			'This feature set was left as it is, because an item has no number (items 5 and 6) [item 0]',
		);
		expect(live()).toEqual(LIVE);
	});

	it('does not keep a number that its own plan says to delist', async () => {
		const { items: plan } = await run({
			parameters: sync('plan'),
			items: phones(...all.slice(0, 5)),
		});
		const rows = plan.map(({ json }) => json);
		const { error } = await run({ parameters: sync('apply'), items: rows });
		expect(error?.message).toBe(
			'This item is a row of a plan that says delist, and here it would keep its number [item 5]',
		);
		expect(live()).toEqual(LIVE);
		const kept = rows.filter(({ action }) => action !== 'delist');
		await run({ parameters: sync('apply'), items: kept });
		expect(live()).toEqual(LIVE.slice(0, 5));
	});

	it('pairs a number that is taken off with all items of its feature set, and with no other', async () => {
		const parameters = {
			...sync('apply'),
			featureSet: {
				__rl: true,
				mode: 'id',
				value: '={{ $json.set ?? "f5f5f5f5-0000-4000-8000-000000000006" }}',
			},
		};
		const items = [
			...phones(...all.slice(0, 4)),
			{ phoneNumber: '+912268012345', set: '069d2e3a-41e6-41f9-a768-157d7e3bd6b9' },
		];
		const { items: out } = await run({ parameters, items, onError: 'continueRegularOutput' });
		const off = out.filter(({ json }) => json.action === 'delist' && json.featureSetId === CLINIC);
		expect(off.map(({ pairedItem }) => pairedItem)).toEqual(
			off.map(() => [0, 1, 2, 3].map((item) => ({ item }))),
		);
		expect(off).toHaveLength(2);
	});
});
