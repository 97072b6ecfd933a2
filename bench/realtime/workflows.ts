import type { Workflow, WorkflowNode } from '../../playground/n8n/rest';
import { DEMO_KEYS } from '../../nodes/Truecaller/simulation/demo/account';
import { credentials, node } from '../bulk/workflows';

/** Our node, and the node that everybody has. */
export const VARIANTS = ['ours', 'http'] as const;
export type Variant = (typeof VARIANTS)[number];

export const NAMES: Readonly<Record<Variant, string>> = {
	ours: 'Personalise',
	http: 'HTTP Request',
};

/**
 * What an expert sets under Options → Batching, so that no second sees more than the documented hundred: ten calls,
 * then 100 ms. n8n sleeps that long after it has made the ten requests, so the time it takes to make them comes on
 * top; a shorter pause would make up for it on one machine and be too fast on the next.
 */
export const BATCHING = { batchSize: 10, batchInterval: 100 } as const;

const CALLER = '+918045678900';
const LABEL = '255297eb-7f13-44f9-967a-f287ff0f5025';
const REASON = 'Your flowers arrive today';

/** The phone of an item, by its place. The last digit lets the sandbox push every one. */
export const phoneOf = (index: number): string => `91987${String(index * 10).padStart(7, '0')}`;

const input = (calls: number) =>
	node(
		'Input',
		'code',
		{
			jsCode: `return Array.from({ length: ${calls} }, (_none, index) => ({ json: { phone: '91987' + String(index * 10).padStart(7, '0') } }));`,
		},
		{ typeVersion: 2 },
	);

const ours = (name: string, phone: string) => {
	const call = {
		callerNumber: CALLER,
		receiverNumber: `=+{{ ${phone} }}`,
		label: { __rl: true, mode: 'id', value: LABEL },
		callReason: REASON,
	};
	return node(
		name,
		'n8n-nodes-truecaller.truecaller',
		{ resource: 'callPersonalisation', operation: 'personalise', ...call, options: {} },
		{ typeVersion: 1, credentials },
	);
};

const http = (name: string, phone: string, sandboxUrl: string) => {
	const url = `${sandboxUrl}/v2/clients/${DEMO_KEYS.full.clientAccountId}/dynamic_call_record`;
	const record = `{ caller_number: '${CALLER.slice(1)}', receiver_number: ${phone}, starts_at: Date.now(), ends_at: Date.now() + 3600000, label_id: '${LABEL}', dynamic_call_reason: '${REASON}' }`;
	const login = { authentication: 'predefinedCredentialType', nodeCredentialType: 'truecallerApi' };
	const options = { batching: { batch: BATCHING } };
	return node(
		name,
		'httpRequest',
		{
			method: 'POST',
			url,
			...login,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ (${record}) }}`,
			options,
		},
		{ typeVersion: 4.2, credentials },
	);
};

const worker = (variant: Variant, name: string, phone: string, url: string) =>
	variant === 'ours' ? ours(name, phone) : http(name, phone, url);

const chain = (id: string, nodes: WorkflowNode[]): Workflow => {
	const links = nodes
		.slice(1)
		.map((next, index) => [
			nodes[index]?.name ?? '',
			{ main: [[{ node: next.name, type: 'main', index: 0 }]] },
		]);
	return {
		id,
		name: id,
		nodes,
		connections: Object.fromEntries(links) as object,
		settings: { executionOrder: 'v1' },
	};
};

const start = () => node('Start', 'manualTrigger', {}, { typeVersion: 1 });

/** So many calls, one for each item. */
export const manyCalls = (variant: Variant, calls: number, url: string): Workflow =>
	chain(`realtime-${variant}-${calls}`, [
		start(),
		input(calls),
		worker(variant, NAMES[variant], '$json.phone', url),
	]);

export const SINGLES = 'realtime-single';
export const singleName = (variant: Variant, time: number): string => `${NAMES[variant]} ${time}`;

/** One call after the other, by turns, in one execution: what a node costs when there is nothing to wait for. */
export const singleCalls = (times: number, url: string): Workflow => {
	const turns = Array.from({ length: times }, (_none, time) =>
		VARIANTS.map((variant) =>
			worker(variant, singleName(variant, time), `'${phoneOf(time)}'`, url),
		),
	);
	return chain(SINGLES, [start(), input(1), ...turns.flat()]);
};
