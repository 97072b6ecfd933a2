import type { IExecuteFunctions } from 'n8n-workflow';

/** Tells from the wiring why this node may be handed a part of the list at a time, or returns undefined. */
export const findPartialWiring = (context: IExecuteFunctions): string | undefined => {
	const { name } = context.getNode();
	const after = new Set(context.getChildNodes(name).map((node) => node.name));
	if (context.getParentNodes(name).some((node) => after.has(node.name)))
		return 'this node is inside a loop';
	const before = context.getParentNodes(name, { depth: 1 });
	return before.length > 1 ? `this node is fed by ${before.length} branches` : undefined;
};
