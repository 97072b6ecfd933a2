import type { IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';

import { readItems } from '../../../nodes/Truecaller/items/item';
import { createStrict } from '../../support/strict';

const EXPRESSION = '={{ $json.phone }}';

/** Reads one parameter of every item twice, where n8n evaluates it over `seen`; and tells what n8n was asked. */
const readAll = (
	expression: string,
	items: readonly IDataObject[],
	seen: readonly IDataObject[] = items,
) => {
	const asked: number[] = [];
	const context = createStrict<IExecuteFunctions>({
		getTimezone: () => 'Asia/Kolkata',
		getInputData: () => items.map((json) => ({ json })),
		getNode: () => ({ parameters: { receiverNumber: expression } }) as unknown as INode,
		getNodeParameter: ((_name: string, index: number) => {
			asked.push(index);
			return expression.startsWith('=') ? (seen[index]?.phone ?? null) : expression;
		}) as never,
	});
	const values = readItems(context).map((item) => [
		item.parameter('receiverNumber'),
		item.parameter('receiverNumber'),
	]);
	return { asked, values: values.map(([once, twice]) => (once === twice ? once : [once, twice])) };
};

describe('a parameter of an item', () => {
	it('is asked of n8n once where it has no expression', () => {
		expect(readAll('+919876543210', [{}, {}, {}])).toEqual({
			asked: [0],
			values: ['+919876543210', '+919876543210', '+919876543210'],
		});
	});

	it('is taken from the item once n8n has answered the same for another', () => {
		expect(readAll(EXPRESSION, [{ phone: 'a' }, { phone: 'b' }, { phone: 3 }])).toEqual({
			asked: [0],
			values: ['a', 'b', 3],
		});
	});

	it('is asked of n8n for an item that has no such field, or one that is no plain value', () => {
		const items = [{ phone: 'a' }, {}, { phone: ['b'] }, { phone: 'c' }];
		expect(readAll(EXPRESSION, items)).toEqual({
			asked: [0, 1, 2],
			values: ['a', null, ['b'], 'c'],
		});
	});

	it('is always asked of n8n where its answer is not the field of the item', () => {
		const seen = [{ phone: 'x' }, { phone: 'y' }, { phone: 'z' }];
		expect(readAll(EXPRESSION, [{ phone: 'a' }, { phone: 'b' }, { phone: 'c' }], seen)).toEqual({
			asked: [0, 1, 2],
			values: ['x', 'y', 'z'],
		});
	});

	it('is asked of n8n once an item for any other expression', () => {
		expect(readAll('={{ $json.phone.trim() }}', [{ phone: 'a' }, { phone: 'b' }])).toEqual({
			asked: [0, 1],
			values: ['a', 'b'],
		});
	});
});
