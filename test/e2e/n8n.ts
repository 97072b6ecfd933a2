/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a program for developers, never shipped */

import { preparePlayground, type Playground } from '../../playground/playground';
import type { Credential, Rest, Workflow, WorkflowNode } from '../../playground/rest';
import { sandboxCredential } from '../../playground/seed';

/** The n8n that run.mjs started for all tests. Each test brings its own sandbox and credential, so none meets another's. */
export async function sharedN8n(): Promise<{ n8n: Playground; rest: Rest }> {
	const wishes = process.env.E2E_N8N;
	if (!wishes) throw new Error('Start these tests with: npm run test:e2e');
	const n8n = await preparePlayground(JSON.parse(wishes) as Parameters<typeof preparePlayground>[0]);
	return { n8n, rest: await n8n.signIn() };
}

/** The key of the sandbox's demo account, with whatever a test wants to be otherwise. */
export function credentialFor(baseUrl: string, changed: Record<string, string> = {}): Credential {
	const credential = sandboxCredential(baseUrl);
	return { ...credential, data: { ...credential.data, ...changed } };
}

export async function createCredential(rest: Rest, baseUrl: string, changed?: Record<string, string>): Promise<string> {
	return (await rest.createCredential(credentialFor(baseUrl, changed))).id;
}

const node = (name: string, type: string, typeVersion: number, parameters: object, more: object = {}): WorkflowNode => ({
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
	node('Webhook', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path, responseMode: 'lastNode', options: {} }, { webhookId: path });

const usingCredential = (id: string) => ({ credentials: { truecallerApi: { id, name: 'Truecaller sandbox' } } });

/** One call to one number, in the demo account's first label. */
export const personaliseCall = (credentialId: string, receiverNumber = '+91 98765 43210'): WorkflowNode =>
	node(
		'Personalise Call',
		'n8n-nodes-truecaller.truecaller',
		1,
		{
			resource: 'callPersonalisation',
			operation: 'personalise',
			callerNumber: '+91 80 4567 8900',
			receiverNumber,
			label: { __rl: true, mode: 'id', value: '255297eb-7f13-44f9-967a-f287ff0f5025' },
			callReason: 'Your flowers arrive today',
			options: {},
		},
		usingCredential(credentialId),
	);

/** n8n's own HTTP Request node with our credential. */
export const httpRequest = (credentialId: string, url: string): WorkflowNode =>
	node(
		'HTTP Request',
		'n8n-nodes-base.httpRequest',
		4.2,
		{ url, authentication: 'predefinedCredentialType', nodeCredentialType: 'truecallerApi', options: {} },
		usingCredential(credentialId),
	);

/** The nodes one after the other. */
export function chain(name: string, ...nodes: WorkflowNode[]): Workflow {
	const links = nodes.slice(1).map((next, index) => [
		nodes[index]?.name ?? '',
		{ main: [[{ node: next.name, type: 'main', index: 0 }]] },
	]);
	return { name, nodes, connections: Object.fromEntries(links) as object };
}
