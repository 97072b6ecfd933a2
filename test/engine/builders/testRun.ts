/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test program, never shipped */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import {
	needsPinData,
	normalizePinData,
	parseWorkflowCodeToBuilder,
	validateWorkflow,
} from '@n8n/workflow-sdk';
import { ExecutionLifecycleHooks, PackageDirectoryLoader, WorkflowExecute } from 'n8n-core';
import type {
	IDataObject,
	INode,
	INodeType,
	INodeTypes,
	IPinData,
	IRun,
	IVersionedNodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { createRunExecutionData, isTriggerNode, NodeHelpers, Workflow } from 'n8n-workflow';

import { STAND_INS } from './standIns';

const loadNodeTypes = async (): Promise<INodeTypes> => {
	const loader = new PackageDirectoryLoader(path.resolve(__dirname, '../../..'));
	await loader.loadAll();
	const typeOf = (type: string): INodeType | IVersionedNodeType => {
		const [packageName = '', name = ''] = type.split('.');
		const found = packageName === 'n8n-nodes-base' ? STAND_INS[name] : loader.getNode(name).type;
		if (!found) throw new Error(`No stand-in for ${type}`);
		return found;
	};
	return {
		getByName: typeOf,
		getByNameAndVersion: (type, version) => NodeHelpers.getVersionedNodeType(typeOf(type), version),
		getKnownTypes: () => ({}),
	};
};
let nodeTypes: Promise<INodeTypes> | undefined;

/** What an AI builder wrote, read and judged as n8n's MCP server does before it saves a workflow. */
export const readWorkflow = async (file: string) => {
	const provider = await (nodeTypes ??= loadNodeTypes());
	const code = readFileSync(path.join(__dirname, 'workflows', file), 'utf8');
	const builder = parseWorkflowCodeToBuilder(code.replace(/^import .*$/m, ''));
	const graph = builder.validate({ nodeTypesProvider: provider });
	const json = builder.toJSON();
	const whole = validateWorkflow(json, { nodeTypesProvider: provider });
	const nodes = json.nodes as never as INode[];
	const isTrigger = ({ type, typeVersion }: { type: string; typeVersion?: number }) =>
		isTriggerNode(provider.getByNameAndVersion(type, typeVersion).description);
	const pinned = nodes.filter((node) => needsPinData(node, isTrigger as never));
	const outputOf = ({ name }: INode) =>
		(builder.getNode(name)?.config.output ?? []) as IDataObject[];
	return {
		json,
		nodes,
		issues: [graph.errors, graph.warnings, whole.errors, whole.warnings].flat(),
		trigger: nodes.find(isTrigger),
		pinData: normalizePinData(
			Object.fromEntries(pinned.map((node) => [node.name, outputOf(node)])) as never,
		) as IPinData,
	};
};

/** Runs a workflow as the test run of an AI builder: triggers, HTTP requests and nodes with a credential are pinned. */
export const testRun = async (file: string): Promise<IRun> => {
	const { json, nodes, trigger, pinData } = await readWorkflow(file);
	if (!trigger) throw new Error(`${file} has no trigger`);
	const workflow = new Workflow({
		id: file,
		active: false,
		nodes,
		connections: json.connections as never,
		nodeTypes: await (nodeTypes ??= loadNodeTypes()),
		settings: { timezone: 'Asia/Kolkata', executionOrder: 'v1' },
	});
	const additionalData = {
		hooks: new ExecutionLifecycleHooks('manual', '1', { ...workflow, id: file } as never),
		executionId: file,
		restApiUrl: 'http://127.0.0.1/',
		instanceBaseUrl: 'http://127.0.0.1/',
		formWaitingBaseUrl: 'http://127.0.0.1/',
		webhookBaseUrl: 'http://127.0.0.1/',
		webhookWaitingBaseUrl: 'http://127.0.0.1/',
		webhookTestBaseUrl: 'http://127.0.0.1/',
		variables: {},
		userId: 'u1',
	} as never as IWorkflowExecuteAdditionalData;
	const data = createRunExecutionData({ resultData: { pinData, runData: {} } });
	const execution = new WorkflowExecute(additionalData, 'manual', data);
	return await execution.run({
		workflow,
		startNode: workflow.getNode(trigger.name) ?? undefined,
		pinData,
	});
};

/** What came out of a node, from all of its outputs. */
export const rowsOf = ({ data }: IRun, node: string): IDataObject[] =>
	(data.resultData.runData[node] ?? []).flatMap((run) =>
		(run.data?.main ?? []).flatMap((items) => (items ?? []).map(({ json }) => json)),
	);
