/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test program, never shipped */
import path from 'node:path';

import {
	ExecutionLifecycleHooks,
	LoadOptionsContext,
	PackageDirectoryLoader,
	WorkflowExecute,
} from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	ILoadOptionsFunctions,
	INode,
	INodeExecutionData,
	INodeListSearchResult,
	INodePropertyOptions,
	INodeType,
	INodeTypes,
	IRun,
	IVersionedNodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { createRunExecutionData, NodeHelpers, Workflow } from 'n8n-workflow';

import { MemoryCredentials } from './credentials';

const NODE = 'Truecaller';
const START = 'Start';

/** How the node under test is set up; what is left out is as in a new node. */
export type NodeSetUp = {
	readonly parameters: INode['parameters'];
	readonly items?: readonly IDataObject[];
	readonly onError?: INode['onError'];
	readonly retryOnFail?: boolean;
	readonly maxTries?: number;
	readonly executeOnce?: boolean;
	readonly withoutCredential?: boolean;
	/** The same for several runs makes them parts of one execution; a new one each time when left out. */
	readonly executionId?: string;
};

/** What came out: the success output, the error output, and the error that stopped the run. */
export type RunResult = {
	readonly items: INodeExecutionData[];
	readonly errors: INodeExecutionData[];
	readonly error?: Error & { description?: string; context?: IDataObject };
	readonly run: IRun;
};

/** The built pack in n8n's published engine, with one credential. */
export type Engine = {
	readonly credentials: MemoryCredentials;
	readonly runNode: (setUp: NodeSetUp) => Promise<RunResult>;
	/** Starts a run and hands back the promise together with a way to stop it, as a user would. */
	readonly startNode: (setUp: NodeSetUp) => {
		readonly result: Promise<RunResult>;
		readonly stop: () => void;
	};
	readonly search: (
		method: string,
		filter?: string,
		parameters?: INode['parameters'],
		more?: { readonly token?: string; readonly withoutCredential?: boolean },
	) => Promise<INodeListSearchResult>;
	/** The choices of a list in the editor. */
	readonly choices: (
		method: string,
		parameters?: INode['parameters'],
	) => Promise<INodePropertyOptions[]>;
};

const manualTrigger = {
	description: {
		name: 'manualTrigger',
		displayName: 'Start',
		version: 1,
		group: ['trigger'],
		defaults: {},
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
} as never as INodeType;

let executions = 0;

const CREDENTIALS = { truecallerApi: { id: '1', name: 'Truecaller' } };

const toNode = ({
	parameters,
	onError,
	retryOnFail,
	maxTries,
	executeOnce,
	withoutCredential,
}: NodeSetUp): INode => ({
	id: '1',
	name: NODE,
	type: 'n8n-nodes-truecaller.truecaller',
	typeVersion: 1,
	position: [0, 0],
	parameters,
	onError,
	retryOnFail,
	maxTries,
	executeOnce,
	waitBetweenTries: 1,
	...(withoutCredential ? {} : { credentials: CREDENTIALS }),
});

const startNode: INode = {
	id: '0',
	name: START,
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const toResult = (run: IRun): RunResult => {
	const task = run.data.resultData.runData[NODE]?.[0];
	const [items, errors] = task?.data?.main ?? [];
	return {
		items: items ?? [],
		errors: errors ?? [],
		error: run.data.resultData.error as RunResult['error'],
		run,
	};
};

const load = async (): Promise<PackageDirectoryLoader> => {
	const loader = new PackageDirectoryLoader(path.resolve(__dirname, '../..'));
	await loader.loadAll();
	return loader;
};
let loading: ReturnType<typeof load> | undefined;

/** Loads dist/ as n8n would, once. The zone is that of the workflow. */
export const createEngine = async (
	credential: ICredentialDataDecryptedObject,
	timezone = 'Asia/Kolkata',
): Promise<Engine> => {
	const loader = await (loading ??= load());
	const credentials = new MemoryCredentials(loader.getCredential('truecallerApi').type, {
		accessToken: '',
		tokenIssuedAt: 0,
		...credential,
	});
	const typeOf = (type: string): INodeType | IVersionedNodeType =>
		type === startNode.type
			? manualTrigger
			: loader.getNode(type.replace('n8n-nodes-truecaller.', '')).type;
	const nodeTypes: INodeTypes = {
		getByName: typeOf,
		getByNameAndVersion: (type, version) => NodeHelpers.getVersionedNodeType(typeOf(type), version),
		getKnownTypes: () => ({}),
	};
	const workflowOf = (setUp: NodeSetUp) =>
		new Workflow({
			id: 'w1',
			active: false,
			nodes: [startNode, toNode(setUp)],
			connections: { [START]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
			nodeTypes,
			settings: { timezone, executionOrder: 'v1' },
		});
	const additionalData = (workflow: Workflow, { executionId }: NodeSetUp) =>
		({
			credentialsHelper: credentials,
			hooks: new ExecutionLifecycleHooks('manual', '1', { ...workflow, id: 'w1' } as never),
			executionId: executionId ?? `execution ${++executions}`,
			restApiUrl: 'http://127.0.0.1/rest',
			instanceBaseUrl: 'http://127.0.0.1/',
			formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
			webhookBaseUrl: 'http://127.0.0.1/webhook',
			webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
			webhookTestBaseUrl: 'http://127.0.0.1/webhook-test',
			variables: {},
			userId: 'u1',
		}) as never as IWorkflowExecuteAdditionalData;

	const start: Engine['startNode'] = (setUp) => {
		const workflow = workflowOf(setUp);
		const items = (setUp.items ?? [{}]).map((json, item) => ({ json, pairedItem: { item } }));
		const pinData = { [START]: items };
		const execution = new WorkflowExecute(
			additionalData(workflow, setUp),
			'manual',
			createRunExecutionData({ resultData: { pinData, runData: {} } }),
		);
		const running = execution.run({ workflow, startNode, pinData });
		return { result: running.then(toResult), stop: () => running.cancel() };
	};

	const inEditor = (setUp: NodeSetUp) => {
		const workflow = workflowOf(setUp);
		// Filled with defaults, as the editor sends them.
		const node = workflow.getNode(NODE) ?? toNode(setUp);
		const context: ILoadOptionsFunctions = new LoadOptionsContext(
			workflow,
			node,
			{ ...additionalData(workflow, setUp), currentNodeParameters: node.parameters },
			'',
		);
		return { context, methods: (typeOf(node.type) as INodeType).methods };
	};

	return {
		credentials,
		startNode: start,
		runNode: async (setUp) => await start(setUp).result,
		search: async (method, filter, parameters = {}, { token, withoutCredential } = {}) => {
			const { context, methods } = inEditor({ parameters, withoutCredential });
			const found = methods?.listSearch?.[method];
			if (!found) throw new Error(`The node has no picker "${method}"`);
			return await found.call(context, filter, token);
		},
		choices: async (method, parameters = {}) => {
			const { context, methods } = inEditor({ parameters });
			const found = methods?.loadOptions?.[method];
			if (!found) throw new Error(`The node has no list "${method}"`);
			return await found.call(context);
		},
	};
};
