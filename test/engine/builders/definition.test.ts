import { generateNodeTypeFile } from '@n8n/workflow-sdk';
import { NodeHelpers } from 'n8n-workflow';
import type { INode, INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import { resources } from '../../../nodes/Truecaller/resources';
import { readSchema } from '../../support/schema';
import n8nNodes from './n8nNodes.json';
import { describePack } from './pack';

let action: INodeTypeDescription;
let trigger: INodeTypeDescription;
beforeAll(async () => {
	[action, trigger] = (await describePack()) as [INodeTypeDescription, INodeTypeDescription];
});

/** What n8n gives an AI builder that asks for a community node: the whole node, whatever operation it asks for. */
const define = (node: INodeTypeDescription): string =>
	generateNodeTypeFile({
		...node,
		properties: node.properties.filter(({ type }) => type !== 'hidden'),
	} as never);

/** The part of the definition that is about one operation. */
const partFor = (resource: string, operation: string): string =>
	define(action)
		.split('\nexport type ')
		.find(
			(part) =>
				part.includes(`resource: '${resource}'`) && part.includes(`operation: '${operation}'`),
		) ?? '';

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => [resource.value, operation.value] as const),
);

const fieldsOf = (resource: string, operation: string): INodeProperties[] =>
	action.properties.filter(({ displayOptions: { show } = {} }) =>
		[show?.resource?.includes(resource), show?.operation?.includes(operation)].every(Boolean),
	);

describe('the definition that AI builders read', () => {
	it('is short: at most 15,000 characters for the action node, 5,000 for the trigger', () => {
		expect(define(action).length).toBeLessThanOrEqual(15_000);
		expect(define(trigger).length).toBeLessThanOrEqual(5_000);
	});

	it.each(operations)('names every key that %s %s puts out', (resource, operation) => {
		const [output] = /Output item: .*/.exec(partFor(resource, operation)) ?? [''];
		const keys = Object.keys(readSchema('v1.0.0', resource, operation).properties ?? {});
		expect(keys.length).toBeGreaterThan(3);
		expect(keys.filter((key) => !new RegExp(`\\b${key}\\b`).test(output))).toEqual([]);
	});

	it('names every key of an event and of its call-back', () => {
		const [output = ''] = /Output item with simplify: .*/.exec(define(trigger)) ?? [];
		const { properties = {} } = readSchema('v2.0.0');
		const keys = [
			...Object.keys(properties),
			...Object.keys(properties.callback?.properties ?? {}),
		];
		expect(keys.length).toBeGreaterThan(15);
		expect(keys.filter((key) => !new RegExp(`\\b${key}\\b`).test(output))).toEqual([]);
	});

	it.each(operations)('names every field and option of %s %s', (resource, operation) => {
		const part = partFor(resource, operation);
		const fields = fieldsOf(resource, operation).filter(
			({ name, type }) => name !== 'toolDescription' && type !== 'notice',
		);
		const options = fields
			.filter(({ type }) => type === 'collection')
			.flatMap((field) => (field.options ?? []) as INodeProperties[]);
		const names = [...fields, ...options].map(({ name }) => name);
		expect(names.filter((name) => !new RegExp(`\\b${name}\\??[:,\\s]`).test(part))).toEqual([]);
	});

	it('says the limits that a builder must know', () => {
		const all = define(action);
		expect(all).toContain('Leave Retry On Fail off');
		expect(all).toContain('pushed is not seen');
		expect(all).toContain('options.maxCalls is the brake of a run');
		expect(all).toContain("set connectTo to 'simulation'");
		expect(partFor('callPersonalisation', 'personalise')).toMatch(/10 to 100\s+characters/);
		expect(partFor('number', 'sync')).toContain("mode?: 'apply'|'plan' = plan");
		expect(partFor('number', 'delist')).toContain('human review');
		expect(define(trigger)).toContain('An event can come twice');
	});

	it('recommends nodes that exist', () => {
		const known = new Set([...n8nNodes.map(({ name }) => name), action.name, trigger.name]);
		const related = [action, trigger].flatMap(({ builderHint }) => builderHint?.relatedNodes ?? []);
		expect(related.length).toBeGreaterThan(4);
		expect(related.filter(({ nodeType }) => !known.has(nodeType))).toEqual([]);
	});
});

describe('what the definition leaves out', () => {
	it.each(['truecaller', 'simulation', undefined])(
		'is enabled in the editor all the same, connected to %s',
		(connectTo) => {
			const hidden = action.properties.filter(({ disabledOptions }) => disabledOptions);
			expect(hidden.length).toBeGreaterThan(20);
			const disabled = hidden.filter((field) => {
				const { resource, operation } = field.displayOptions?.show ?? {};
				const parameters = { resource: resource?.[0], operation: operation?.[0], connectTo };
				const name = field.name === 'toolDescription' ? 'truecallerTool' : 'truecaller';
				const outputs = name === 'truecallerTool' ? ['ai_tool'] : ['main'];
				return NodeHelpers.displayParameter(
					parameters as never,
					field,
					{ typeVersion: 1 } as INode,
					{ ...action, name, outputs: outputs as never },
					undefined,
					'disabledOptions',
				);
			});
			expect(disabled.map(({ name }) => name)).toEqual([]);
		},
	);
});
