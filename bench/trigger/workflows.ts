import type { Workflow, WorkflowNode } from '../../playground/rest';
import { callMeBack } from '../../sandbox/webhooks/callMeBack';
import { DEMO_ACCOUNT } from '../../sandbox/demo';

export type Subject = 'truecaller' | 'webhook' | 'bare';

/** In the order in which they take turns. */
export const subjects: readonly Subject[] = ['truecaller', 'webhook', 'bare'];

export const titles: Readonly<Record<Subject, string>> = {
	truecaller: 'Truecaller Trigger',
	webhook: 'Webhook (n8n)',
	bare: 'bare trigger',
};

/** Only as secret as a benchmark on one machine. */
export const keyInUrl = 'bench'.repeat(5);

/** n8n puts the path of the node's description behind its webhookId; the Webhook node's path is its own. */
export const pathOf = (subject: Subject): string => `/webhook/bench-${subject}${subject === 'webhook' ? '' : '/webhook'}?key=${keyInUrl}`;

/** A Call Me Back as the sandbox sends it; whoever sends it gives it an `event_id`. */
export const eventWithoutId = (): object => ({
	client_account_id: DEMO_ACCOUNT,
	event_type: 'cmb',
	created_at: String(Math.floor(Date.now() / 1_000)),
	cmb_payload: callMeBack({ clientAccountId: DEMO_ACCOUNT, nowMs: Date.now() }),
});

/** n8n looks up the right to a credential for every execution: the bare trigger has it too, and does not read it. */
const credentialsOf = (id: string) => ({ credentials: { truecallerApi: { id, name: 'Truecaller sandbox' } } });

const starts = (credentialId: string): Record<Subject, Partial<WorkflowNode>> => ({
	truecaller: { type: 'n8n-nodes-truecaller.truecallerTrigger', typeVersion: 2, parameters: {}, ...credentialsOf(credentialId) },
	webhook: {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path: 'bench-webhook', responseMode: 'onReceived', options: {} },
	},
	bare: { type: 'n8n-nodes-bench-bare.bareTrigger', typeVersion: 2, parameters: {}, ...credentialsOf(credentialId) },
});

/** The node and No Operation behind it. */
export function workflowOf(subject: Subject, credentialId: string): Workflow {
	const start = { parameters: {}, type: '', typeVersion: 1, ...starts(credentialId)[subject] };
	const nodes: WorkflowNode[] = [
		{ ...start, id: 'start', name: 'Start', position: [0, 0], webhookId: `bench-${subject}` },
		{ id: 'end', name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [200, 0], parameters: {} },
	];
	return { name: titles[subject], nodes, connections: { Start: { main: [[{ node: 'End', type: 'main', index: 0 }]] } } };
}
