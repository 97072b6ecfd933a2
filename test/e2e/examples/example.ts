import type { Execution } from '../../../playground/n8n/execution';
import { firstTrigger } from '../../../playground/firstExample';
import type { WorkflowNode } from '../../../playground/n8n/rest';
import { exampleWorkflow } from '../../../playground/n8n/seed';
import { startSandbox } from '../../../sandbox/server';
import { createCredential, sharedN8n } from '../n8n';

/** An example beside a sandbox of its own, to be run as it is or with some of its nodes' parameters changed. */
export async function openExample(name: string) {
	const sandbox = await startSandbox();
	const { rest } = await sharedN8n();
	const credentialId = await createCredential(rest, sandbox.url);

	const run = async (
		changes: Record<string, (parameters: WorkflowNode['parameters']) => object> = {},
	): Promise<Execution> => {
		const workflow = exampleWorkflow(name, credentialId);
		for (const node of workflow.nodes)
			node.parameters = { ...node.parameters, ...changes[node.name]?.(node.parameters) };
		// Under an id of its own: another test has the example where `npm start` puts it.
		const { id } = await rest.createWorkflow({ ...workflow, id: undefined });
		const execution = await rest.run(id, firstTrigger);
		expect(execution.error?.message).toBeUndefined();
		return execution;
	};
	/** Another list in place of the example's own. */
	const listOf = (rows: object) => () => ({ jsonOutput: JSON.stringify(rows) });
	/** What one way got, one field of each item. */
	const went = (execution: Execution, nodeName: string, field: string) =>
		execution.items(nodeName).map(({ json }) => json[field]);
	return { sandbox, run, listOf, went, close: async () => await sandbox.close() };
}

export type Example = Awaited<ReturnType<typeof openExample>>;

/** The last four digits of each receiver in the batches that were sent, and how each batch was answered. */
export const batchesAt = ({ sandbox }: Example) =>
	sandbox.control.received('batchV3').map(({ status, body }) => {
		const { call_records: records } = body as { call_records: Array<{ receiver_number: string }> };
		return { status, receivers: records.map(({ receiver_number: number }) => number.slice(-4)) };
	});
