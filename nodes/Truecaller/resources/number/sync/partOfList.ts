import type { IExecuteFunctions } from 'n8n-workflow';

/** How n8n calls the mode of a workflow that another one has called. */
const CALLED = 'integrated';

/** Tells from the wiring why this node may be handed a part of the list at a time, or returns undefined. */
export const findPartialWiring = (context: IExecuteFunctions): string | undefined => {
	const { name } = context.getNode();
	const after = new Set(context.getChildNodes(name).map((node) => node.name));
	if (context.getParentNodes(name).some((node) => after.has(node.name)))
		return 'this node is inside a loop';
	const before = context.getParentNodes(name, { depth: 1 });
	if (before.length > 1) return `this node is fed by ${before.length} branches`;
	// It may be called once for each item, or for each batch of a loop: no node can see that from inside.
	return context.getMode() === CALLED ? 'this node is in a sub-workflow' : undefined;
};
