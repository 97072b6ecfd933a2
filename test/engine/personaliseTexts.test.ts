import type { IDataObject, INode } from 'n8n-workflow';

import { manyCustomers, personaliseCall } from '../support/calls';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

const run = async (
	more: INode['parameters'],
	items: IDataObject[],
	options: IDataObject = {},
	onError?: INode['onError'],
) => {
	const ran = await stage.engine.runNode({
		parameters: personaliseCall(more, options),
		items,
		onError,
	});
	const hints = ran.run.data.resultData.runData.Truecaller?.[0]?.hints ?? [];
	const told = hints.map(({ message }) => message);
	// The last hint of every run says what became of the calls.
	return { ...ran, hints: told.filter((message) => !message.includes('Next: ')) };
};

const NAME = '=Hi {{ $json.name }}, your order is here';
const withNames = (...names: unknown[]): IDataObject[] =>
	manyCustomers(names.length).map(
		(item, index) => ({ ...item, name: names[index] }) as IDataObject,
	);

describe('a field that was empty within a call reason', () => {
	it.each(['personalise', 'personaliseBulk'])(
		'is told once after the run, and sent (%s)',
		async (operation) => {
			const items = withNames('Ravi', undefined, 'Asha', '', null);
			const { items: out, hints } = await run({ operation, callReason: NAME }, items);
			expect(out.map(({ json }) => (json.callRecord as IDataObject).dynamic_call_reason)).toEqual([
				'Hi Ravi, your order is here',
				'Hi , your order is here',
				'Hi Asha, your order is here',
				'Hi , your order is here',
				'Hi , your order is here',
			]);
			expect(hints).toEqual([
				"A field was empty in the 'Call Reason' of items 1, 3 and 4. Look at the texts under callRecord, and give the field a value where it is missing.",
			]);
		},
	);

	it('is tidied away where the reason is cleaned, and told all the same', async () => {
		const { items, hints } = await run({ callReason: NAME }, withNames('Ravi', 'Asha', undefined), {
			cleanReason: true,
		});
		expect(items[2]?.json.callRecord).toMatchObject({
			dynamic_call_reason: 'Hi, your order is here',
		});
		expect(hints).toEqual([expect.stringContaining('of item 2.')]);
	});

	it('is no matter where every item has the field, or where the field is all of the reason', async () => {
		expect((await run({ callReason: NAME }, withNames('Ravi', 'Asha', 'Zoe'))).hints).toEqual([]);
		const alone = await run({ callReason: '={{ $json.name }}' }, withNames('', undefined, null));
		expect(alone.hints).toEqual([]);
	});
});

it('A field that is an object is named before a customer reads it, and the other items go on', async () => {
	const items = withNames('Ravi', { first: 'Asha' }, 'Zoe');
	const { items: out } = await run({ callReason: NAME }, items, {}, 'continueRegularOutput');
	expect(out.map(({ json }) => json.error)).toEqual([
		undefined,
		'\'Call Reason\' has "[object Object]" in it, where an object was mapped as text',
		undefined,
	]);
	expect(out[1]?.json.details).toMatchObject({
		advice:
			'Look at the field "name" that \'Call Reason\' uses: it is an object or a list. Map a single text inside it.',
	});
});

it.each(['caller', 'constructor', 'prototype', 'arguments'])(
	'A field named %s, which n8n forbids in expressions, is named with how to rename it',
	async (name) => {
		for (const path of [`$json.${name}`, `$json["${name}"]`]) {
			const items = manyCustomers(3).map((item) => ({ ...item, [name]: '+912268012345' }));
			const { error } = await run({ callerNumber: `={{ ${path} }}` }, items.slice(0, 1));
			expect(error?.message).toBe(`n8n does not let an expression read a field named "${name}"`);
			expect(error?.description).toBe(
				`Rename the field "${name}" before this node, for example with the Rename Keys node, and choose the renamed field here.`,
			);
		}
	},
);

it('A label that comes out empty for an item is not dropped beside a Label Name', async () => {
	const label = { __rl: true, mode: 'id', value: '={{ $json.label }}' };
	const items = manyCustomers(3).map((item, index) => ({
		...item,
		label: index === 1 ? '' : '255297eb-7f13-44f9-967a-f287ff0f5025',
	}));
	const { error } = await run({ label, labelName: 'Acme Bank' }, items);
	expect(error?.message).toBe("'Label' comes out empty for this item [item 1]");
});
