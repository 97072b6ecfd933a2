import type { IExecuteFunctions } from 'n8n-workflow';

/** n8n's name for the mode of a workflow that another workflow called. */
const CALLED = 'integrated';

/**
 * Returns why this node may get only a part of the list at a time, according to its wiring, or
 * undefined.
 */
export const findPartialWiring = (context: IExecuteFunctions): string | undefined => {
	const { name } = context.getNode();
	const after = new Set(context.getChildNodes(name).map((node) => node.name));
	if (context.getParentNodes(name).some((node) => after.has(node.name)))
		return 'this node is inside a loop';
	const before = context.getParentNodes(name, { depth: 1 });
	if (before.length > 1) return `this node is fed by ${before.length} branches`;
	// The parent may call it for each item or batch of a loop; a node inside cannot see that.
	return context.getMode() === CALLED ? 'this node is in a sub-workflow' : undefined;
};
