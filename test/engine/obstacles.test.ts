import type { INode } from 'n8n-workflow';

import { manyCustomers, personaliseCall } from '../support/calls';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

const STRANGER =
	'Something other than the Truecaller API answered at the Base URL of the credential';
const FEATURE_SET = { __rl: true, mode: 'id', value: '069d2e3a-41e6-41f9-a768-157d7e3bd6b9' };

const run = async (parameters: INode['parameters']) =>
	await stage.engine.runNode({ parameters, items: manyCustomers(3) });
/** What a proxy that is set up by its company says: no header tells who it is. */
const blocked = (route: string) =>
	stage.sandbox.control.next({ route, status: 404, body: 'Host not in allowlist', times: 100 });

describe('a proxy that answers in plain text in place of Truecaller is named', () => {
	it('and no feature set is said to be missing', async () => {
		blocked('publish');
		const { error } = await run({
			resource: 'number',
			operation: 'list',
			featureSet: FEATURE_SET,
			phoneNumbers: '={{ $json.phone }}',
		});
		expect(error?.message).toBe(`${STRANGER} [item 0]`);
		expect(error?.description).toContain('ask whoever runs the network of n8n');
	});

	it('and no batch is said to be unknown', async () => {
		blocked('batchV3Status');
		const { error } = await run({ resource: 'batch', operation: 'getStatus', batchId: 'b-1' });
		expect(error?.message).toBe(`${STRANGER} [item 0]`);
		expect(error?.description).toContain('ask whoever runs the network of n8n');
	});

	it('and no version of the API is said to be missing', async () => {
		blocked('batchV3');
		const { items } = await run(personaliseCall({ operation: 'personaliseBulk' }));
		expect(items.map(({ json }) => [json.outcome, json.reason])).toEqual(
			Array(3).fill(['tryAgain', 'notSent']),
		);
		expect(items[0]?.json.advice).toContain('something other than the Truecaller API answered');
	});
});
