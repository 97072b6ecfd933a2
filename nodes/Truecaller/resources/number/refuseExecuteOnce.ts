import type { IExecuteFunctions } from 'n8n-workflow';

import { problem } from '../../api/problems';
import type { Problem } from '../../api/problems';
import type { Item } from '../../items/item';

/**
 * Refuses Execute Once when changes are applied: n8n would pass on only the first item, and Sync
 * would delist the numbers of all others.
 */
export const refuseExecuteOnce = (context: IExecuteFunctions, first: Item): Problem | undefined =>
	context.getNode().executeOnce === true && first.parameter('mode') === 'apply'
		? problem(
				"'Execute Once' is switched on for this node, so that it sees the first item alone and would take off the numbers of all others",
				"Open the Settings of this node and switch off 'Execute Once'. The numbers of all input items are sent together without it.",
			)
		: undefined;
