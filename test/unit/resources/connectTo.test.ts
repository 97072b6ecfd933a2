import { NodeHelpers } from 'n8n-workflow';
import type { INode, INodeProperties } from 'n8n-workflow';

import { Truecaller } from '../../../nodes/Truecaller/Truecaller.node';

const { description } = new Truecaller();

/** The node as n8n fills it in when it opens a workflow. */
const opened = (parameters: INode['parameters']) => {
	const node: INode = {
		id: '1',
		name: 'Truecaller',
		type: 'n8n-nodes-truecaller.truecaller',
		typeVersion: 1,
		position: [0, 0],
		parameters,
	};
	const filled = NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		node,
		description,
	);
	return { ...node, parameters: filled ?? {} };
};
const asksForCredential = (node: INode) =>
	(description.credentials ?? []).filter((credential) =>
		NodeHelpers.displayParameter(node.parameters, credential, node, description),
	).length === 1;

/** Every field, with those inside collections. */
const allFields = (entries: ReadonlyArray<object>): INodeProperties[] =>
	entries
		.filter((entry): entry is INodeProperties => 'type' in entry)
		.flatMap((field) => [field, ...allFields(field.options ?? [])]);

describe('Connect To', () => {
	it('is the first parameter of the node', () => {
		expect(description.properties[0]?.name).toBe('connectTo');
	});

	it.each([
		['saved before there was a choice', {}, true],
		['with the account', { connectTo: 'truecaller' }, true],
		['in the simulation', { connectTo: 'simulation' }, false],
	])('a workflow %s asks for a credential: %j → %s', (_title, parameters, asks) => {
		expect(asksForCredential(opened(parameters))).toBe(asks);
	});

	it('the editor loads every list of names without a credential, as the simulation has none', () => {
		const lists = allFields(description.properties)
			.flatMap(({ name, modes = [] }) => modes.map((mode) => ({ field: name, ...mode })))
			.filter(({ type }) => type === 'list');
		expect(new Set(lists.map(({ field }) => field))).toEqual(new Set(['label', 'featureSet']));
		expect(lists.map(({ typeOptions }) => typeOptions?.skipCredentialsCheckInRLC)).toEqual(
			lists.map(() => true),
		);
	});

	it('stands in the subtitle of a simulated node, and of no other', () => {
		expect(description.subtitle).toMatch(
			/^=\{\{ \(\$parameter\["connectTo"\] === "simulation" \? "Simulation: " : ""\) \+ \(\{/,
		);
	});
});
