import type { IDataObject, INode } from 'n8n-workflow';

import { OF_EVERY_OUTCOME, personaliseCall } from '../../support/calls';
import { batches } from '../faults/expected/batches';
import { ofStatus, PEOPLE, tellOutcome } from '../faults/setUps/calls';
import type { Version } from '../faults/setUps/calls';
import type { SetUp } from '../faults/setUps/setUp';
import type { Proof } from '../proof';

const bulk = (options: IDataObject = {}): INode['parameters'] =>
	personaliseCall({ operation: 'personaliseBulk', labelName: 'Acme Flowers' }, options);

/** Three items, each of which asks for a batch of its own: a batch that several items name is asked for once. */
const getStatus = (apiVersion: Version): SetUp => ({
	...ofStatus(apiVersion),
	expected: batches.getStatus,
	parameters: {
		resource: 'batch',
		operation: 'getStatus',
		batchId: '={{ $json.batchId }}',
		options: { apiVersion },
	},
	items: [],
	prepare: async ({ sandbox, engine }) => {
		sandbox.control.settings({ batchSettleMs: 0 });
		const batchIds: unknown[] = [];
		for (const person of PEOPLE) {
			const { items } = await engine.runNode({
				parameters: bulk({ apiVersion }),
				items: [person],
			});
			batchIds.push(items[0]?.json.batchId);
		}
		// Without a token of its own the run sends its first call alone.
		Object.assign(engine.credentials.stored, { accessToken: '', tokenIssuedAt: 0 });
		return batchIds.map((batchId) => ({ batchId }) as IDataObject);
	},
	tell: tellOutcome,
});

export const proof: Proof = {
	outputs: async (run) => {
		const [first] = await run(bulk(), OF_EVERY_OUTCOME);
		return await run({
			resource: 'batch',
			operation: 'getStatus',
			batchId: String(first?.batchId),
		});
	},
	faults: {
		'batch.getStatus v3': getStatus('v3'),
		'batch.getStatus v2': getStatus('v2'),
		'batch.getStatus v1': getStatus('v1'),
	},
};
