import { NodeHelpers } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import { Truecaller } from '../../../nodes/Truecaller/Truecaller.node';
import { resources } from '../../../nodes/Truecaller/resources';

const { description } = new Truecaller();
const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({ resource, operation })),
);

/** The parameters as n8n fills them in for a node that sets nothing but its operation. */
const filledIn = (resource: string, operation: string, name: string, more: object = {}) => {
	const node: INode = {
		id: '1',
		name: 'Truecaller',
		type: `n8n-nodes-truecaller.${name}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: { resource, operation, ...more },
	};
	return NodeHelpers.getNodeParameters(description.properties, node.parameters, true, false, node, {
		...description,
		name,
	});
};

describe('what an AI agent is told about a tool', () => {
	it.each(operations)(
		'is the long text of $operation.value of $resource.value',
		({ resource, operation }) => {
			expect(filledIn(resource.value, operation.value, 'truecallerTool')?.toolDescription).toBe(
				operation.toolDescription,
			);
			expect(filledIn(resource.value, operation.value, 'truecaller')).not.toHaveProperty(
				'toolDescription',
			);
		},
	);

	it.each(operations)(
		'begins with the simulation for $operation.value of $resource.value where nothing is real',
		({ resource, operation }) => {
			const simulation = { connectTo: 'simulation' };
			const told = (name: string) =>
				filledIn(resource.value, operation.value, name, simulation)?.toolDescription;
			expect(told('truecallerTool')).toBe(
				`This is a simulation: nothing is sent to Truecaller and no phone shows anything, so say that to the person you talk to. ${operation.toolDescription}`,
			);
			expect(told('truecaller')).toBeUndefined();
		},
	);

	it('says of a push that nobody knows who saw it, and of whatever takes numbers off that a person must agree', () => {
		const told = (value: string) =>
			operations.find(({ operation }) => operation.value === value)?.operation.toolDescription;
		expect(told('personalise')).toContain('never that the person saw it');
		expect(told('personaliseBulk')).toContain('pushed does not mean that the person saw it');
		expect(told('personaliseBulk')).toContain('needs the yes of a person');
		expect(told('delist')).toContain('needs the yes of a person');
		expect(told('sync')).toContain('needs the yes of a person');
	});
});

describe('what the editor says of an operation', () => {
	it.each(operations)('fits two lines for $operation.value of $resource.value', ({ operation }) => {
		expect(operation.description.length).toBeLessThanOrEqual(90);
		expect(operation.action).not.toMatch(/\b(a|an|the)\b/i);
	});

	it('has one word for listing and one for its opposite', () => {
		const number = resources.find(({ value }) => value === 'number')?.operations ?? [];
		expect(number.map(({ action }) => action)).toEqual([
			'List numbers',
			'Delist numbers',
			'Get many numbers',
			'Sync numbers',
		]);
	});
});
