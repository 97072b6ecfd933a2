import type { Execution } from '../../../playground/n8n/execution';
import { firstTrigger } from '../../../playground/firstExample';
import type { WorkflowNode } from '../../../playground/n8n/rest';
import type { Journey, JourneyCopy } from './journey';

const NODES = [firstTrigger, 'Calls to make', 'Calls', 'Personalise the calls'];

const handOverTo = (workflowId: string): WorkflowNode => ({
	id: 'hand-over',
	name: 'Hand over',
	type: 'n8n-nodes-base.executeWorkflow',
	typeVersion: 1.2,
	position: [900, 0],
	parameters: {
		workflowId: { __rl: true, mode: 'id', value: workflowId },
		workflowInputs: { mappingMode: 'defineBelow', value: {} },
		options: {},
	},
});

const withCalls = (node: WorkflowNode, calls: object[]): WorkflowNode =>
	node.name === 'Calls to make'
		? { ...node, parameters: { ...node.parameters, jsonOutput: JSON.stringify({ calls }) } }
		: node;

const inOneLine = (nodes: WorkflowNode[]) =>
	Object.fromEntries(
		nodes
			.slice(1)
			.map(({ name }, index) => [
				nodes[index]?.name,
				{ main: [[{ node: name, type: 'main', index: 0 }]] },
			]),
	);

/** Runs a user's own workflow, which personalises calls and hands their outcomes over to the report. */
export const runCaller = async (
	{ rest }: Journey,
	report: JourneyCopy,
	calls: object[],
): Promise<Execution> => {
	const { data } = (
		await rest.http.get<{ data: { nodes: WorkflowNode[] } }>(`/workflows/${report.id}`)
	).data;
	const nodes = NODES.flatMap((name) => data.nodes.filter((node) => node.name === name))
		.map((node) => withCalls(node, calls))
		.concat(handOverTo(report.id));
	const { id } = await rest.createWorkflow({
		name: 'Calls of a day',
		nodes,
		connections: inOneLine(nodes),
		settings: { executionOrder: 'v1', timezone: 'Asia/Kolkata' },
	});
	return await rest.run(id, firstTrigger);
};
