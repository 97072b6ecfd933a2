import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { triggerProperties } from '../../../nodes/Truecaller/events/properties';
import { resources } from '../../../nodes/Truecaller/resources';
import { toProperties } from '../../../nodes/Truecaller/resources/operation';
import saved from './savedDefaults.json';

const isField = (
	entry: INodeProperties | INodePropertyOptions | INodePropertyCollection,
): entry is INodeProperties => 'type' in entry;

/** Every field by where it stands: "callPersonalisation/personalise: options/timeLimit", and its default. */
const defaultsOf = (
	properties: readonly INodeProperties[],
	within = '',
): Array<readonly [string, unknown]> =>
	properties.flatMap((field) => {
		const { resource = [], operation = [], connectTo = [] } = field.displayOptions?.show ?? {};
		const simulated = connectTo.includes('simulation') ? ['simulation'] : [];
		const place = within
			? `${within}/`
			: `${[...simulated, ...resource, ...operation].join('/')}: `;
		const name = place + field.name;
		const nested =
			field.type === 'collection' ? defaultsOf((field.options ?? []).filter(isField), name) : [];
		return field.type === 'notice' ? [] : [[name, field.default] as const, ...nested];
	});

describe('n8n does not store a field that has its default, so a saved workflow changes with the default', () => {
	it.each([
		['truecaller', toProperties(resources)],
		['truecallerTrigger', triggerProperties],
	] as const)('of %s every default is what it was', (node, properties) => {
		expect(Object.fromEntries(defaultsOf(properties))).toMatchObject(saved[node]);
	});
});
