/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a program for developers, never shipped */

import { preparePlayground, type Playground } from '../../playground/playground';
import type { Credential, Rest, Workflow, WorkflowNode } from '../../playground/n8n/rest';
import { sandboxCredential } from '../../playground/n8n/seed';

/** The n8n that run.mjs started for all tests. Each test brings its own sandbox and credential, so none meets another's. */
export async function sharedN8n(): Promise<{ n8n: Playground; rest: Rest }> {
	const n8n = await sharedPlayground();
	return { n8n, rest: await n8n.signIn() };
}

/** The same n8n; restarted through this, it also has these environment variables. */
export async function sharedPlayground(variables?: NodeJS.ProcessEnv): Promise<Playground> {
	const wishes = sharedWishes();
	return await preparePlayground({ ...wishes, variables: { ...wishes.variables, ...variables } });
}

/** Which n8n it is, and where. */
export function sharedWishes(): Parameters<typeof preparePlayground>[0] {
	const wishes = process.env.E2E_N8N;
	if (!wishes) throw new Error('Start these tests with: npm run test:e2e');
	return JSON.parse(wishes) as ReturnType<typeof sharedWishes>;
}

/** The key of the sandbox's demo account, with whatever a test wants to be otherwise. */
export function credentialFor(baseUrl: string, changed: Record<string, string> = {}): Credential {
	const credential = sandboxCredential(baseUrl);
	return { ...credential, data: { ...credential.data, ...changed } };
}

export async function createCredential(
	rest: Rest,
	baseUrl: string,
	changed?: Record<string, string>,
): Promise<string> {
	return (await rest.createCredential(credentialFor(baseUrl, changed))).id;
}

const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: object,
	more: object = {},
): WorkflowNode => ({
	id: name.toLowerCase().replace(/\W/g, '-'),
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters: { ...parameters },
	...more,
});

export const manualTrigger = node('Start', 'n8n-nodes-base.manualTrigger', 1, {});

export const webhook = (path: string): WorkflowNode =>
	node(
		'Webhook',
		'n8n-nodes-base.webhook',
		2,
		{ httpMethod: 'POST', path, responseMode: 'lastNode', options: {} },
		{ webhookId: path },
	);

const usingCredential = (id: string) => ({
	credentials: { truecallerApi: { id, name: 'Truecaller sandbox' } },
});

const firstLabel = { __rl: true, mode: 'id', value: '255297eb-7f13-44f9-967a-f287ff0f5025' };

const truecaller = (name: string, credentialId: string, parameters: object): WorkflowNode =>
	node(name, 'n8n-nodes-truecaller.truecaller', 1, parameters, usingCredential(credentialId));

/** One call to one number, in the demo account's first label. */
export const personaliseCall = (
	credentialId: string,
	receiverNumber = '+91 98765 43210',
): WorkflowNode =>
	truecaller('Personalise Call', credentialId, {
		resource: 'callPersonalisation',
		operation: 'personalise',
		callerNumber: '+91 80 4567 8900',
		receiverNumber,
		label: firstLabel,
		callReason: 'Your flowers arrive today',
		options: {},
	});

/** The same for every row of a sheet that has a `phone`. */
export const personaliseMany = (credentialId: string): WorkflowNode =>
	truecaller('Personalise Many', credentialId, {
		resource: 'callPersonalisation',
		operation: 'personaliseBulk',
		callerNumber: '+91 80 4567 8900',
		receiverNumber: '={{ $json.phone }}',
		label: firstLabel,
		callReason: 'Your flowers arrive today',
		options: {},
	});

export const batchStatus = (credentialId: string): WorkflowNode =>
	truecaller('Get Status', credentialId, {
		resource: 'batch',
		operation: 'getStatus',
		batchId: '={{ $json.batchId }}',
	});

/** `list`, `delist` or `getMany` of the Number resource. */
export const numbers = (
	credentialId: string,
	operation: string,
	parameters: object,
): WorkflowNode =>
	truecaller('Numbers', credentialId, { resource: 'number', operation, ...parameters });

/** The checks of an account. */
export const checkSetup = (credentialId: string, options: object): WorkflowNode =>
	truecaller('Check Setup', credentialId, {
		resource: 'account',
		operation: 'checkSetup',
		options,
	});

/** One test event to a trigger. */
export const sendTestEvent = (credentialId: string, parameters: object): WorkflowNode =>
	truecaller('Send Test Event', credentialId, {
		resource: 'event',
		operation: 'sendTest',
		options: {},
		...parameters,
	});

/** Rows as a spreadsheet would give them: one item each. */
export const sheet = (rows: object[]): WorkflowNode[] => [
	node('Sheet', 'n8n-nodes-base.set', 3.4, {
		mode: 'raw',
		jsonOutput: JSON.stringify({ rows }),
		options: {},
	}),
	node('Rows', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'rows', options: {} }),
];

/** n8n's own HTTP Request node with our credential. */
export const httpRequest = (credentialId: string, url: string): WorkflowNode =>
	node(
		'HTTP Request',
		'n8n-nodes-base.httpRequest',
		4.2,
		{
			url,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'truecallerApi',
			options: {},
		},
		usingCredential(credentialId),
	);

/** The nodes one after the other. */
export function chain(name: string, ...nodes: WorkflowNode[]): Workflow {
	const links = nodes
		.slice(1)
		.map((next, index) => [
			nodes[index]?.name ?? '',
			{ main: [[{ node: next.name, type: 'main', index: 0 }]] },
		]);
	return { name, nodes, connections: Object.fromEntries(links) as object };
}
