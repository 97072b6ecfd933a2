import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { toActionHint } from './builders/actionHint';
import { resources } from './resources';
import {
	findOperation,
	toChoices,
	toProperties,
	toSearches,
	toSubtitle,
} from './resources/operation';

/** The action node. What it can do stands in resources/. */
export class Truecaller implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Truecaller',
		name: 'truecaller',
		icon: { light: 'file:truecaller.svg', dark: 'file:truecaller.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: toSubtitle(resources),
		description: 'Show the people you call who calls and why, with Truecaller for Business',
		defaults: { name: 'Truecaller' },
		builderHint: toActionHint(resources),
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'truecallerApi',
				required: true,
				// Beware: `hide`, not `show`. A workflow that was saved before this parameter existed has no value to compare.
				displayOptions: { hide: { connectTo: ['simulation'] } },
			},
		],
		properties: toProperties(resources),
	};

	methods = { listSearch: toSearches(resources), loadOptions: toChoices(resources) };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const operation = this.getNodeParameter('operation', 0);
		const found = findOperation(resources, resource, operation);
		if (!found) {
			const message = `This version of the Truecaller node has no operation "${String(operation)}" for "${String(resource)}"`;
			const description =
				'Choose Resource and Operation again, or update the package n8n-nodes-truecaller.';
			throw new NodeOperationError(this.getNode(), message, { description, itemIndex: 0 });
		}
		return [await found.run(this)];
	}
}
