/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstTrigger } from '../../../playground/firstExample';
import { root } from '../../../playground/paths';
import type { Rest, Workflow } from '../../../playground/n8n/rest';
import { startThirdParties, type ThirdParties } from '../../support/thirdParties';
import { sharedN8n } from '../n8n';

/** The file as it is, without a credential in any node. Webhooks alone get paths of their own. */
const imported = (name: string): Workflow => {
	const workflow = JSON.parse(
		readFileSync(join(root, 'examples', `${name}.json`), 'utf8'),
	) as Workflow;
	for (const node of workflow.nodes) if (node.webhookId) node.webhookId = randomUUID();
	return { ...workflow, id: undefined };
};

describe('an example as it is imported, with no account of any kind', () => {
	let outside: ThirdParties;
	let rest: Rest;
	beforeAll(async () => {
		outside = await startThirdParties(
			JSON.parse(String(process.env.E2E_THIRD_PARTIES)) as Parameters<typeof startThirdParties>[0],
			{},
		);
		({ rest } = await sharedN8n());
	});
	afterAll(async () => await outside.close());

	test.each([
		['first-five-minutes', firstTrigger, 'Personalise call', 7, 'Fix the number'],
		['morning-list', firstTrigger, 'Personalise the list', 9, 'Nobody is texted or called'],
		['numbers-as-code', firstTrigger, 'Sync: plan', 4, 'Approval'],
		['coverage-report', firstTrigger, 'Personalise the calls', 9, 'Report'],
		['call-me-back', 'Truecaller Trigger', 'Personalise the call', 4, 'Call by hand'],
	])('%s runs in the simulation', async (name, trigger, truecaller, count, lastNode) => {
		const { id } = await rest.createWorkflow(imported(name));
		const execution = await rest.run(id, trigger);
		expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
		const rows = execution.items(truecaller).map(({ json }) => json);
		expect(rows).toHaveLength(count);
		expect(rows.map((row) => row.simulated)).toEqual(rows.map(() => true));
		expect(execution.items(lastNode).length).toBeGreaterThan(0);
		const asked = [...outside.calls().map(({ to }) => to), ...outside.unplanned];
		expect(asked.filter((to) => to.includes('truecaller'))).toEqual([]);
	});
});
