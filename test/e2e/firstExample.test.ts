import type { Execution } from '../../playground/execution';
import { exampleWorkflow } from '../../playground/seed';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { createCredential, sharedN8n } from './n8n';

const trigger = 'When clicking ‘Execute workflow’';

describe('the first example', () => {
	let sandbox: Sandbox;
	let execution: Execution;

	beforeAll(async () => {
		sandbox = await startSandbox();
		const { rest } = await sharedN8n();
		const { id, ...workflow } = exampleWorkflow('first-five-minutes', await createCredential(rest, sandbox.url));
		execution = await rest.run((await rest.createWorkflow(workflow)).id, trigger);
	});
	afterAll(async () => await sandbox.close());

	const namesAfter = (nodeName: string) =>
		execution.items(nodeName).map(({ pairedItem }) => customerOf(pairedItem));
	const customerOf = (pairedItem: unknown) => JSON.stringify(pairedItem);

	test('runs to its end', () => {
		console.log(JSON.stringify(execution.items('Personalise Call'), null, 1), JSON.stringify(execution.items('Personalise Call', 1), null, 1));
		expect(execution.error).toBeUndefined();
		expect(execution.status).toBe('success');
		namesAfter('By Outcome');
	});
});
