import type { Credential, Workflow, WorkflowNode } from '../../playground/n8n/rest';
import { sandboxCredential } from '../../playground/n8n/seed';
import { callMeBack } from '../../nodes/Truecaller/simulation/events/callMeBack';
import { DEMO_ACCOUNT } from '../../nodes/Truecaller/simulation/demo/account';

export type Subject = 'truecaller' | 'webhook' | 'guarded' | 'bare';

/** In the order in which they take turns. */
export const subjects: readonly Subject[] = ['truecaller', 'webhook', 'guarded', 'bare'];

export const titles: Readonly<Record<Subject, string>> = {
	truecaller: 'Truecaller Trigger',
	webhook: 'Webhook (n8n)',
	guarded: 'Webhook with a key',
	bare: 'bare trigger',
};

/** Only as secret as a benchmark on one machine. */
export const keyInUrl = 'bench'.repeat(5);

/** Where n8n's Webhook node looks for a key. Every subject gets it, so that all receive the same request. */
const headerName = 'x-bench-key';
export const keyHeader = { [headerName]: keyInUrl };

/** n8n puts the path of the node's description behind its webhookId; the Webhook node's path is its own. */
const placeOf = (subject: Subject): string =>
	`bench-${subject}${subject === 'webhook' || subject === 'guarded' ? '' : '/webhook'}`;
export const pathOf = (subject: Subject): string => `/webhook/${placeOf(subject)}?key=${keyInUrl}`;

/** Nothing listens there: receiving an event asks nothing of Truecaller. */
const nowhere = 'http://127.0.0.1:9';
const truecaller = sandboxCredential(nowhere);

export type CredentialType = 'truecallerApi' | 'httpHeaderAuth';
export type CredentialIds = Readonly<Record<CredentialType, string>>;

export const credentials: Readonly<Record<CredentialType, Credential>> = {
	truecallerApi: { ...truecaller, data: { ...truecaller.data, webhookSecret: keyInUrl } },
	httpHeaderAuth: {
		name: 'Key of the benchmark',
		type: 'httpHeaderAuth',
		data: { name: headerName, value: keyInUrl },
	},
};

/** A Call Me Back as the sandbox sends it; the sender adds an `event_id`. */
export const eventWithoutId = (): object => ({
	client_account_id: DEMO_ACCOUNT,
	event_type: 'cmb',
	created_at: String(Math.floor(Date.now() / 1_000)),
	cmb_payload: callMeBack({ clientAccountId: DEMO_ACCOUNT, nowMs: Date.now() }),
});

/** n8n looks up the right to a credential for every execution: the bare trigger has it too, and does not read it. */
const withCredential = (ids: CredentialIds, type: CredentialType) => ({
	credentials: { [type]: { id: ids[type], name: credentials[type].name } },
});

const webhookNode = (subject: Subject, parameters: object) => ({
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	parameters: {
		httpMethod: 'POST',
		path: placeOf(subject),
		responseMode: 'onReceived',
		options: {},
		...parameters,
	},
});

const starts = (ids: CredentialIds): Record<Subject, Partial<WorkflowNode>> => ({
	truecaller: {
		type: 'n8n-nodes-truecaller.truecallerTrigger',
		typeVersion: 2,
		parameters: {},
		...withCredential(ids, 'truecallerApi'),
	},
	webhook: webhookNode('webhook', {}),
	guarded: {
		...webhookNode('guarded', { authentication: 'headerAuth' }),
		...withCredential(ids, 'httpHeaderAuth'),
	},
	bare: {
		type: 'n8n-nodes-bench-bare.bareTrigger',
		typeVersion: 2,
		parameters: {},
		...withCredential(ids, 'truecallerApi'),
	},
});

/** The node and No Operation behind it. */
export function workflowOf(subject: Subject, ids: CredentialIds): Workflow {
	const start = { parameters: {}, type: '', typeVersion: 1, ...starts(ids)[subject] };
	const nodes: WorkflowNode[] = [
		{ ...start, id: 'start', name: 'Start', position: [0, 0], webhookId: `bench-${subject}` },
		{
			id: 'end',
			name: 'End',
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			position: [200, 0],
			parameters: {},
		},
	];
	return {
		name: titles[subject],
		nodes,
		connections: { Start: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
	};
}
