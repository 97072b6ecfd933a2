import type { IDataObject, INode, INodeTypes } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { readReference } from '../../../nodes/Truecaller/items/reference';

const node: INode = {
	id: '1',
	name: 'Node',
	type: 'any',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const nodeTypes = {
	getByNameAndVersion: () => ({ description: { properties: [] } }),
} as never as INodeTypes;
const workflow = new Workflow({
	id: '1',
	nodes: [node],
	connections: {},
	active: false,
	nodeTypes,
});

/** What n8n itself makes of an expression. */
const evaluate = (expression: string, json: IDataObject): unknown =>
	workflow.expression.getParameterValue(
		expression,
		null,
		0,
		0,
		node.name,
		[{ json }],
		'manual',
		{},
		{ node, data: { main: [[{ json }]] }, source: null },
	);

const json: IDataObject = {
	phone: '+919876543210',
	'Phone Number': '098765 43210',
	count: 5,
	zero: 0,
	no: false,
	yes: true,
	none: '',
	customer: { arguments: 'many', name: 'Ravi', 'first name': 'R.', address: { city: 'Pune' } },
	code: '={{ 1 + 1 }}',
	braces: '{{ $json.phone }}',
	backslash: 'a\\nb',
	lines: 'one\ntwo',
	big: 12_345_678_901_234,
	part: 1.5,
	list: ['first'],
	_own: 'under',
	caller: 'Acme',
	prototype: 'first',
};

const READ = [
	'={{ $json.phone }}',
	'={{$json.phone}}',
	'={{\n$json.phone\n}}',
	'={{ $json.phone }} ',
	'= {{ $json.phone }}',
	'={{ $json["Phone Number"] }}',
	"={{ $json['Phone Number'] }}",
	'={{ $json.count }}',
	'={{ $json.zero }}',
	'={{ $json.no }}',
	'={{ $json.none }}',
	'={{ $json.customer.name }}',
	'={{ $json.customer["first name"] }}',
	'={{ $json.customer.address.city }}',
	'={{ $json._own }}',
	'={{ $json.code }}',
	'=say {{ $json.code }}',
	'={{ $json.braces }}',
	'=say {{ $json.braces }} and {{ $json.phone }}',
	'=say {{ $json.backslash }}',
	'=say {{ $json.lines }}\nmore',
	'=of {{ $json.count }}, {{ $json.zero }}, {{ $json.yes }}, {{ $json.no }}, {{ $json.none }}|',
	'={{ $json.count }}{{ $json.count }}',
	'={{ $json.big }} {{ $json.part }}',
	`=it's "so" \` \${x} } { {{ $json.customer.name }} 😀`,
	'=Your order for {{ $json.customer.name }}, delivery today',
];

const LEFT = [
	'=',
	'=no field',
	'no expression {{ $json.phone }}',
	'={{ $json }}',
	'={{ $json.missing }}',
	'={{ $json.customer }}',
	'={{ $json.list }}',
	'={{ $json.list[0] }}',
	'={{ $json.phone.length }}',
	'={{ $json.phone.trim() }}',
	'={{ $json.constructor }}',
	'={{ $json.caller }}',
	'={{ $json["prototype"] }}',
	'=say {{ $json.customer.arguments }}',
	'={{ $json.__proto__ }}',
	'={{ $json.toString }}',
	'={{ $json.count + 1 }}',
	'={{ $json.phone ?? "none" }}',
	'={{ $json.phone; }}',
	'={{ $json["it\\"s"] }}',
	'={{ $item.json.phone }}',
	"={{ $('Start').item.json.phone }}",
	'={{ { a: $json.phone } }}',
	'=one {{ $json.phone }} two {{ $json.count + 1 }}',
	'=one {{ $json.phone }} two {{ $json.missing }}',
	'=a backslash \\ {{ $json.phone }}',
	'=}} {{ $json.phone }}',
	'=open {{ {{ $json.phone }}',
];

describe('an expression that only names fields of its item', () => {
	it.each(READ)('is read as n8n evaluates it: %j', (expression) => {
		const value = readReference(expression)?.(json);
		expect(value).toBeDefined();
		expect(value).toBe(evaluate(expression, json));
	});

	it.each(LEFT)('is all that is read; the rest is left to n8n: %j', (expression) => {
		expect(readReference(expression)?.(json)).toBeUndefined();
	});

	it('never reads what an item inherits or what is no field of an object', () => {
		const odd = { a: null, b: 'text' } as IDataObject;
		for (const expression of [
			'={{ $json.a.b }}',
			'={{ $json.b.length }}',
			'={{ $json.hasOwnProperty }}',
		])
			expect(readReference(expression)?.(odd)).toBeUndefined();
	});
});

it.each(['caller', 'prototype', 'arguments', 'binding', 'callee'])(
	'A field named %s is left to n8n, which forbids that name',
	(name) => {
		for (const expression of [`={{ $json.${name} }}`, `=Hi {{ $json["${name}"] }}`]) {
			expect(readReference(expression)?.({ [name]: 'value' })).toBeUndefined();
			expect(() => evaluate(expression, { [name]: 'value' })).toThrow(name);
		}
	},
);
