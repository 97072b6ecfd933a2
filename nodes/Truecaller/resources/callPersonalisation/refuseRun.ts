import type { IExecuteFunctions, INode, INodeProperties } from 'n8n-workflow';

import { problem } from '../../api/problems';
import type { Problem } from '../../api/problems';
import type { Item } from '../../items/item';

/** Stops a run with more calls than the user meant to send. */
export const maxCallsField: INodeProperties = {
	displayName: 'Max Calls',
	name: 'maxCalls',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description:
		'How many calls one run may send at most. With more input items than that, nothing is sent. 0 sets no limit.',
};

/**
 * Refuses Retry On Fail: n8n would run the whole node again and send every accepted call a second
 * time.
 */
const refuseRetryOnFail = (node: INode): Problem | undefined =>
	node.retryOnFail === true
		? problem(
				"'Retry On Fail' is switched on for this node, and would personalise calls a second time",
				"Open the Settings of this node and switch off 'Retry On Fail'. The node repeats by itself whatever is safe to repeat.",
			)
		: undefined;

const refuseTooMany = (first: Item, total: number): Problem | undefined => {
	const most = Number(first.option('maxCalls') ?? 0);
	const field = { field: 'maxCalls' };
	if (!(most >= 0))
		return problem(
			"'Max Calls' is not a number of 0 or more",
			'Enter how many calls one run may send at most, such as 1000, or 0 for no limit.',
			field,
		);
	if (most === 0 || total <= most) return undefined;
	return problem(
		`${total} items came in, and 'Max Calls' is ${most}`,
		"Nothing was sent. Check the input of this node. If all of them are meant, raise 'Max Calls' under Options.",
		field,
	);
};

/**
 * Returns why the run is refused: it would send calls twice, or more calls than the user meant.
 * Otherwise undefined.
 */
export const refuseRun = (context: IExecuteFunctions, first: Item): Problem | undefined =>
	refuseRetryOnFail(context.getNode()) ?? refuseTooMany(first, context.getInputData().length);
