import type { INode, INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { resources } from '../../../nodes/Truecaller/resources';
import { toProperties } from '../../../nodes/Truecaller/resources/operation';
import { Truecaller } from '../../../nodes/Truecaller/Truecaller.node';

const { description } = new Truecaller();
const fields = toProperties(resources);

/** What the editor makes of the parameters that a workflow has stored. */
const openInEditor = (parameters: INodeParameters): INodeParameters => {
	const node: INode = {
		id: '1',
		name: 'Truecaller',
		type: 'n8n-nodes-truecaller.truecaller',
		typeVersion: 1,
		position: [0, 0],
		parameters,
	};
	return (
		NodeHelpers.getNodeParameters(
			description.properties,
			parameters,
			true,
			false,
			node,
			description,
		) ?? {}
	);
};

describe('the form of a new node', () => {
	it.each([
		['callPersonalisation', 'personalise'],
		['callPersonalisation', 'personaliseBulk'],
		['number', 'list'],
		['number', 'delist'],
		['number', 'sync'],
	])('shows Default Country, which is empty: %s, %s', (resource, operation) => {
		expect(openInEditor({ resource, operation }).options).toEqual({ defaultCountry: '' });
	});

	it.each([{}, { defaultCountry: 'IN' }, { checks: 'off' }])(
		'leaves the options of a stored workflow as they are: %j',
		(options) => {
			const call = { resource: 'callPersonalisation', operation: 'personalise' };
			expect(openInEditor({ ...call, options }).options).toEqual(options);
		},
	);

	it('takes a column of numbers in a field of several lines', () => {
		const columns = fields.filter(({ name }) => name === 'phoneNumbers');
		expect(columns.length).toBeGreaterThan(0);
		expect(columns.every(({ typeOptions }) => Number(typeOptions?.rows) > 1)).toBe(true);
	});

	it.each(['receiverNumber', 'phoneNumbers', 'label', 'callReason'])(
		'says before a run what %s needs',
		(name) => {
			const hints = fields.filter((field) => field.name === name).map(({ hint = '' }) => hint);
			expect(hints.length).toBeGreaterThan(0);
			expect(hints).not.toContain('');
		},
	);

	it('calls all waiting Max Wait, and tells its unit', () => {
		const all = fields.flatMap(({ options = [], ...field }) => [field, ...options]);
		const waits = all.flatMap((each) =>
			'displayName' in each && ['maxWait', 'timeLimit'].includes(each.name)
				? [each.displayName]
				: [],
		);
		expect([...new Set(waits)].sort()).toEqual(['Max Wait (Milliseconds)', 'Max Wait (Seconds)']);
	});
});
