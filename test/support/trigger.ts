/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test program, never shipped */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import { HookContext, PackageDirectoryLoader, WebhookContext } from 'n8n-core';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	IWebhookData,
	IWebhookResponseData,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { resolveWebhookDescriptionField, Workflow } from 'n8n-workflow';

import { MemoryCredentials } from './credentials';
import { dressRequest, dressResponse, readAnswer } from './n8nHttp';
import type { Answer } from './n8nHttp';

const TYPE = 'n8n-nodes-truecaller.truecallerTrigger';
/** The Webhook Key of the credential. */
export const WORD = 'flowers-and-16-more';

export type TriggerSetUp = {
	readonly parameters?: INode['parameters'];
	/** The Webhook Key of the credential; null for a node without credential. */
	readonly key?: string | null;
	/** `manual` while the editor listens for a test event. */
	readonly mode?: WorkflowExecuteMode;
	readonly timezone?: string;
};

export type Delivery = {
	readonly key?: string | null;
	readonly headers?: Record<string, string>;
	readonly signal?: AbortSignal;
};

/** A published workflow that begins with the trigger, at an address of its own. */
export type TriggerStage = {
	/** Without a key. */
	readonly url: string;
	/** What started the workflow: one entry per execution. */
	readonly executions: INodeExecutionData[][];
	/** How often `webhook()` threw: n8n would store a failed execution each time. */
	readonly failures: () => number;
	/** Posts JSON, or a text as it is. The right key is appended unless another is given; null for none. */
	readonly deliver: (body: unknown, delivery?: Delivery) => Promise<Answer>;
	/** What n8n does with an execution before it answers; throws for a database that is down. */
	storeBy: () => Promise<void>;
	/** How the workflow ends, if n8n answers after that: its last items, or undefined where n8n lost its data. */
	runBy: () => Promise<INodeExecutionData[] | undefined>;
	/** What n8n calls on publishing. Throws what keeps it from being published. */
	readonly publish: () => Promise<void>;
	readonly unpublish: () => Promise<boolean>;
	readonly node: INodeType;
	readonly close: () => Promise<void>;
};

let count = 0;

/** Loads dist/ as n8n would and serves its trigger over HTTP, in n8n's own contexts; only n8n's storage is a stand-in. */
export const setTriggerStage = async ({
	parameters = {},
	key = WORD,
	mode = 'webhook',
	timezone = 'Asia/Kolkata',
}: TriggerSetUp = {}): Promise<TriggerStage> => {
	const loader = new PackageDirectoryLoader(path.resolve(__dirname, '../..'));
	await loader.loadAll();
	const nodeType = loader.getNode('truecallerTrigger').type as INodeType;
	const credentials = key === null ? undefined : { truecallerApi: { id: '1', name: 'Truecaller' } };
	const node: INode = {
		id: 'n1',
		name: 'Truecaller Trigger',
		type: TYPE,
		typeVersion: 2,
		position: [0, 0],
		parameters,
		credentials,
	};
	const nodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		id: `w${++count}-${process.pid}`,
		active: true,
		nodes: [node],
		connections: {},
		nodeTypes,
		settings: { timezone },
	});
	const [filled] = Object.values(workflow.nodes);
	if (!filled) throw new Error('The workflow has no node');
	const around = (more: object = {}) =>
		({
			credentialsHelper: new MemoryCredentials(loader.getCredential('truecallerApi').type, {
				webhookSecret: key ?? '',
			}),
			variables: {},
			...more,
		}) as never as IWorkflowExecuteAdditionalData;
	const webhookData = {
		webhookDescription: nodeType.description.webhooks?.[0],
		workflowId: workflow.id,
		node: node.name,
	} as never as IWebhookData;
	const executions: INodeExecutionData[][] = [];
	let failures = 0;

	/** Fails where n8n would start its expression engine for an event. */
	const readResponseMode = (): unknown => {
		const { webhookDescription } = webhookData;
		const mode = resolveWebhookDescriptionField(filled, webhookDescription, 'responseMode');
		if (!mode.resolved) throw new Error('n8n would evaluate an expression');
		return mode.value;
	};

	/** After n8n's webhook-helpers.js: what it answers when the workflow has ended. */
	const answerAfterRun = async (response: ReturnType<typeof dressResponse>): Promise<void> => {
		const ended = await stage.runBy().then(
			(items) => ({ items }),
			() => undefined,
		);
		if (!ended) return void response.status(500).json({ message: 'Error in workflow' });
		const noItems = { message: 'Workflow executed successfully but no data was returned' };
		response.json(ended.items?.map(({ json }) => json) ?? noItems);
	};

	/** After n8n's webhook-helpers.js: who answers, with what, and when. */
	const receive = async (request: IncomingMessage, bare: ServerResponse): Promise<void> => {
		const response = dressResponse(bare);
		const httpRequest = await dressRequest(request).catch(() => undefined);
		if (!httpRequest) {
			response.status(422).json({ message: 'Failed to parse request body' });
			return;
		}
		const responseMode = readResponseMode();
		const context = new WebhookContext(
			workflow,
			filled,
			around({ httpRequest, httpResponse: response }),
			mode,
			webhookData,
			[],
			null,
		);
		const result: IWebhookResponseData = (await nodeType.webhook?.call(context)) ?? {};
		if (!result.workflowData) {
			if (!result.noWebhookResponse)
				response.json(result.webhookResponse ?? { message: 'Webhook call received' });
			return;
		}
		await stage.storeBy();
		executions.push(result.workflowData[0] ?? []);
		if (responseMode === 'lastNode') return await answerAfterRun(response);
		response.json(
			webhookData.webhookDescription.responseData ||
				(result.webhookResponse ?? { message: 'Workflow was started' }),
		);
	};
	const server = createServer((request, response) => {
		receive(request, response).catch(() => {
			failures++;
			response.statusCode = 500;
			response.end('{}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
	const hook = () => new HookContext(workflow, filled, around(), mode, 'activate', webhookData);

	const stage: TriggerStage = {
		url,
		executions,
		failures: () => failures,
		node: nodeType,
		storeBy: async () => {},
		runBy: async () => await Promise.resolve([]),
		deliver: async (body, { key: given = WORD, headers = {}, signal } = {}) => {
			const address = given === null ? url : `${url}?key=${encodeURIComponent(given)}`;
			const text = typeof body === 'string' ? body : JSON.stringify(body);
			return await readAnswer(
				await fetch(address, {
					method: 'POST',
					body: text,
					headers: { 'Content-Type': 'application/json', ...headers },
					signal,
				}),
			);
		},
		publish: async () => {
			const methods = nodeType.webhookMethods?.default;
			if (!(await methods?.checkExists.call(hook()))) await methods?.create.call(hook());
		},
		unpublish: async () => (await nodeType.webhookMethods?.default?.delete.call(hook())) === true,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return stage;
};

/** The only item of the only execution. */
export const onlyItem = ({ executions }: TriggerStage): IDataObject => {
	const [execution, ...others] = executions;
	const [item, ...more] = execution ?? [];
	if (!item || others.length > 0 || more.length > 0)
		throw new Error(`There are ${executions.length} executions`);
	return item.json;
};
