import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';

import type { Item } from '../../nodes/Truecaller/items/item';
import { readItems } from '../../nodes/Truecaller/items/item';
import { createStrict } from './strict';

/** What surrounds an item; what is left out is as in a new workflow in India. */
export type Around = {
	readonly timezone?: string;
	readonly json?: IDataObject;
	/** Parameters as they stand in the node, where an expression yields what is given. */
	readonly sources?: Readonly<Record<string, unknown>>;
};

/**
 * The item that the nodes would read from these parameters. A parameter that is not given at all makes the
 * fake throw; one that is `undefined` yields null, as n8n does for an expression that finds nothing.
 */
export const createItem = (
	parameters: Readonly<Record<string, unknown>>,
	{ timezone = 'Asia/Kolkata', json = {}, sources = {} }: Around = {},
): Item => {
	const input: INodeExecutionData[] = [{ json }];
	const context = createStrict<IExecuteFunctions>({
		getTimezone: () => timezone,
		getInputData: () => input,
		getNode: () => ({ parameters: { ...parameters, ...sources } }) as unknown as INode,
		getNodeParameter: ((name: string, index: number, fallback: unknown) => {
			if (index !== 0) throw new Error(`There is no item ${index}`);
			if (!(name in parameters)) throw new Error(`The fake item does not define "${name}"`);
			return parameters[name] ?? fallback;
		}) as never,
	});
	const [item] = readItems(context);
	if (!item) throw new Error('No item was read');
	return item;
};
