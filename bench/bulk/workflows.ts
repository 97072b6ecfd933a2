import type { Workflow, WorkflowNode } from '../../playground/n8n/rest';
import { DEMO_KEYS } from '../../nodes/Truecaller/simulation/demo/account';

/** Our node alone, and three ways to do without it. */
export const VARIANTS = ['ours', 'loop', 'expert', 'fields'] as const;
export type Variant = (typeof VARIANTS)[number];

/** The names of the nodes that do the work, by variant; the input is the same for all. */
export const WORKERS: Readonly<Record<Variant, readonly string[]>> = {
	ours: ['Personalise Many'],
	loop: ['Loop Over Items', 'Send Batch'],
	expert: ['Chunk', 'Send All', 'Join'],
	fields: ['Edit Fields'],
};

export const CREDENTIAL_ID = 'truecallerBulkBench';
export const BATCH = 500;

const CALLER = '+918045678900';
const LABEL = '255297eb-7f13-44f9-967a-f287ff0f5025';
const REASON = 'Your flowers arrive today';
const ADVICE = 'Get the status of the batch in a minute, to see what became of this call';

/** The phone of an item, by its place: ten million of them. */
export const phoneOf = (index: number): string => `+91987${String(index).padStart(7, '0')}`;

type More = {
	typeVersion: number;
	executeOnce?: boolean;
	credentials?: WorkflowNode['credentials'];
};

export const node = (name: string, type: string, parameters: object, more: More): WorkflowNode => ({
	id: name.toLowerCase().replace(/\W/g, '-'),
	name,
	type: type.includes('.') ? type : `n8n-nodes-base.${type}`,
	position: [0, 0],
	parameters: { ...parameters },
	...more,
});

export const credentials = { truecallerApi: { id: CREDENTIAL_ID, name: 'Truecaller sandbox' } };

const tokensId = (name: string): string => `${CREDENTIAL_ID}-${name}`;

/** The credential with so many Parallel Tokens; the number is at the end of its name. */
export const tokensCredential = <C extends { data: object }>(name: string, credential: C) => ({
	id: tokensId(name),
	...credential,
	data: { ...credential.data, parallelTokens: Number(name.split('-').at(-1)) },
});

/** The same workflow with a credential that has Parallel Tokens. */
export const withTokens = (name: string, workflow: Workflow): Workflow => ({
	...workflow,
	id: `${workflow.id ?? ''}-tokens-${name}`,
	nodes: workflow.nodes.map((each) =>
		each.credentials
			? { ...each, credentials: { truecallerApi: { id: tokensId(name), name: 'Truecaller' } } }
			: each,
	),
});

const code = (name: string, jsCode: string) => node(name, 'code', { jsCode }, { typeVersion: 2 });

const input = (items: number) =>
	code(
		'Input',
		`return Array.from({ length: ${items} }, (_none, index) => ({ json: { phone: '+91987' + String(index).padStart(7, '0') } }));`,
	);

/** The record of one person on the wire, with `phone` as the words for its number. */
const record = (phone: string) =>
	`{ caller_number: '${CALLER}', receiver_number: ${phone}, starts_at: Date.now(), ends_at: Date.now() + 3600000, label_id: '${LABEL}', dynamic_call_reason: '${REASON}' }`;

const httpRequest = (name: string, sandboxUrl: string, jsonBody: string, executeOnce: boolean) => {
	const url = `${sandboxUrl}/v3/clients/${DEMO_KEYS.full.clientAccountId}/dynamic_call_records`;
	const login = { authentication: 'predefinedCredentialType', nodeCredentialType: 'truecallerApi' };
	const body = { sendBody: true, specifyBody: 'json', jsonBody };
	return node(
		name,
		'httpRequest',
		{ method: 'POST', url, ...login, ...body, options: {} },
		{ typeVersion: 4.2, executeOnce, credentials },
	);
};

const ours = () => {
	const call = {
		callerNumber: CALLER,
		receiverNumber: '={{ $json.phone }}',
		label: { __rl: true, mode: 'id', value: LABEL },
		callReason: REASON,
	};
	const parameters = {
		resource: 'callPersonalisation',
		operation: 'personaliseBulk',
		...call,
		options: {},
	};
	return node('Personalise Many', 'n8n-nodes-truecaller.truecaller', parameters, {
		typeVersion: 1,
		credentials,
	});
};

const loop = (url: string) => [
	node('Loop Over Items', 'splitInBatches', { batchSize: BATCH, options: {} }, { typeVersion: 3 }),
	httpRequest(
		'Send Batch',
		url,
		`={{ ({ call_records: $('Loop Over Items').all().map(({ json }) => (${record('json.phone')})) }) }}`,
		true,
	),
];

const CHUNK = `const items = $input.all();
const chunks = [];
for (let from = 0; from < items.length; from += ${BATCH}) {
	chunks.push({ json: { call_records: items.slice(from, from + ${BATCH}).map(({ json }) => (${record('json.phone')})) } });
}
return chunks;`;

const JOIN = `const answers = $input.all();
return $('Chunk').all().flatMap(({ json }, chunk) => json.call_records.map((callRecord, place) => ({
	json: { outcome: 'accepted', personalised: false, reason: null, advice: '${ADVICE}', message: null, batchId: answers[chunk].json.batch_id, callRecord },
	pairedItem: { item: chunk * ${BATCH} + place },
})));`;

const expert = (url: string) => [
	code('Chunk', CHUNK),
	httpRequest('Send All', url, '={{ $json }}', false),
	code('Join', JOIN),
];

/** One expression per item, for it is here as the measure of memory: the rows that we make, made by n8n itself. */
const fields = () => {
	const words = `outcome: 'accepted', personalised: false, reason: null, advice: '${ADVICE}', message: null, batchId: '6dabe53b-2f6c-4b1a-9d56-8a3b7a1f0c11'`;
	const jsonOutput = `={{ ({ ${words}, callRecord: ${record('$json.phone')} }) }}`;
	return node(
		'Edit Fields',
		'set',
		{ mode: 'raw', jsonOutput, includeOtherFields: false, options: {} },
		{ typeVersion: 3.4 },
	);
};

const workers = (variant: Variant, url: string): WorkflowNode[] => {
	if (variant === 'ours') return [ours()];
	if (variant === 'loop') return loop(url);
	return variant === 'expert' ? expert(url) : [fields()];
};

const link = (name?: string) =>
	name === undefined ? [] : [{ node: name, type: 'main', index: 0 }];

/** Start, Input and the nodes of the variant; a loop goes round through its second output. */
export const workflowFor = (
	variant: Variant,
	items: number,
	url: string,
	id = `bulk-${variant}`,
): Workflow => {
	const start = node('Start', 'manualTrigger', {}, { typeVersion: 1 });
	const nodes = [start, input(items), ...workers(variant, url)];
	const chain = nodes.map(({ name }, index) => [name, { main: [link(nodes[index + 1]?.name)] }]);
	const connections = Object.fromEntries(chain) as Record<string, object>;
	if (variant === 'loop') {
		connections['Loop Over Items'] = { main: [[], link('Send Batch')] };
		connections['Send Batch'] = { main: [link('Loop Over Items')] };
	}
	return { id, name: id, nodes, connections, settings: { executionOrder: 'v1' } };
};
