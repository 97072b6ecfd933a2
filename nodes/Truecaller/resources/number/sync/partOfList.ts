import type { IExecuteFunctions } from 'n8n-workflow';

/** n8n's name for the mode of a sub-workflow. */
const CALLED = 'integrated';

/** Returns why this node may get only a part of the list, judging by the wiring, or undefined. */
export const findPartialWiring = (context: IExecuteFunctions): string | undefined => {
	const { name } = context.getNode();
	const after = new Set(context.getChildNodes(name).map((node) => node.name));
	if (context.getParentNodes(name).some((node) => after.has(node.name)))
		return 'this node is inside a loop';
	const before = context.getParentNodes(name, { depth: 1 });
	if (before.length > 1) return `this node is fed by ${before.length} branches`;
	// A sub-workflow may run once for each item or batch, which a node inside cannot see.
	return context.getMode() === CALLED ? 'this node is in a sub-workflow' : undefined;
};
