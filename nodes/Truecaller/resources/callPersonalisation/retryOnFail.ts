import type { INode } from 'n8n-workflow';

import { problem } from '../../api/problems';
import type { Problem } from '../../api/problems';

/** n8n would run the whole node again, and with it every call that Truecaller has taken already. */
export const refuseRetryOnFail = (node: INode): Problem | undefined =>
	node.retryOnFail === true
		? problem(
				'Retry On Fail is switched on for this node, and would personalise calls a second time',
				'Open the Settings of this node and switch off Retry On Fail. The node repeats by itself whatever is safe to repeat.',
			)
		: undefined;
