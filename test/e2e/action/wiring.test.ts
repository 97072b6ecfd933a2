import type { Execution } from '../../../playground/n8n/execution';
import type { Rest, Workflow, WorkflowNode } from '../../../playground/n8n/rest';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import {
	batchStatus,
	chain,
	createCredential,
	manualTrigger,
	numbers,
	personaliseMany,
	sharedN8n,
	sheet,
} from '../n8n';

const CLINIC = 'f5f5f5f5-0000-4000-8000-000000000006';
const LIVE = Array.from({ length: 6 }, (_none, index) => `91226802001${index}`);
const all = LIVE.map((digits) => ({ phoneNumber: `+${digits}` }));

const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: object,
): WorkflowNode => ({
	id: name.toLowerCase().replace(/\W/g, '-'),
	name,
	type: `n8n-nodes-base.${type}`,
	typeVersion,
	position: [0, 0],
	parameters: { ...parameters },
});
const to = (name: string) => [{ node: name, type: 'main', index: 0 }];

let sandbox: Sandbox;
let rest: Rest;
let credentialId: string;

beforeAll(async () => {
	sandbox = await startSandbox();
	({ rest } = await sharedN8n());
	credentialId = await createCredential(rest, sandbox.url);
});
afterAll(async () => await sandbox.close());

const run = async (workflow: Workflow): Promise<Execution> => {
	const { id } = await rest.createWorkflow(workflow);
	return await rest.run(id, 'Start');
};

describe('Sync in Mode Apply, wired so that it sees a part of the list', () => {
	beforeEach(() => {
		sandbox.control.settings({ listingMs: 0, delistingMs: 0 });
		const there = sandbox.control.numbers(CLINIC).map(({ phoneNumber }) => phoneNumber);
		const seed = (phoneNumbers: string[], state: 'absent' | 'listed') =>
			sandbox.control.seedNumbers({ featureSetId: CLINIC, phoneNumbers, state });
		seed(there, 'absent');
		seed(LIVE, 'listed');
	});

	const sync = (more: object = {}, options: object = {}): WorkflowNode => ({
		...numbers(credentialId, 'sync', {
			mode: 'apply',
			featureSet: { __rl: true, mode: 'id', value: CLINIC },
			phoneNumbers: '={{ $json.phoneNumber }}',
			options,
		}),
		...more,
	});
	const live = () =>
		sandbox.control
			.numbers(CLINIC)
			.filter(({ state }) => state === 'listed')
			.map(({ phoneNumber }) => phoneNumber)
			.sort();
	const sheetOf = (name: string, rows: object[]): WorkflowNode[] =>
		sheet(rows).map((each) => ({
			...each,
			id: `${each.id}-${name}`,
			name: `${each.name} ${name}`,
		}));

	/** Nothing was taken off, and the user is told why. */
	const expectKept = (execution: Execution, message: RegExp) => {
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toMatch(message);
		expect(live()).toEqual(LIVE);
	};

	test('takes nothing off with Execute Once', async () => {
		const workflow = chain('Once', manualTrigger, ...sheet(all), sync({ executeOnce: true }));
		expectKept(await run(workflow), /^'Execute Once' is switched on for this node/);
	});

	test.each([1, 4])('takes nothing off inside Loop Over Items with Batch Size %i', async (size) => {
		const loop = node('Loop', 'splitInBatches', 3, { batchSize: size, options: {} });
		const workflow = chain('Loop', manualTrigger, ...sheet(all), loop);
		Object.assign(workflow.connections, {
			Loop: { main: [[], to('Numbers')] },
			Numbers: { main: [to('Loop')] },
		});
		workflow.nodes.push(sync());
		expectKept(
			await run(workflow),
			new RegExp(`^${6 - size} numbers would be delisted, and this node is inside a loop`),
		);
	});

	test('takes nothing off when two branches each bring half of the list', async () => {
		const [first, second] = [sheetOf('A', all.slice(0, 3)), sheetOf('B', all.slice(3))];
		const workflow: Workflow = {
			name: 'Branches',
			nodes: [manualTrigger, ...first, ...second, sync()],
			connections: {
				Start: { main: [[...to('Sheet A'), ...to('Sheet B')]] },
				'Sheet A': { main: [to('Rows A')] },
				'Sheet B': { main: [to('Rows B')] },
				'Rows A': { main: [to('Numbers')] },
				'Rows B': { main: [to('Numbers')] },
			},
		};
		expectKept(
			await run(workflow),
			/^3 numbers would be delisted, and this node is fed by 2 branches/,
		);
	});

	test('takes nothing off when an item has no number, and names the item', async () => {
		const rows = [...all.slice(0, 3), { phoneNumber: '' }, ...all.slice(4)];
		expectKept(
			await run(chain('Gap', manualTrigger, ...sheet(rows), sync())),
			/because an item has no number \(item 3\)/,
		);
	});

	const perItem = async (items: object[], options: object = {}) => {
		const called = node('Called', 'executeWorkflowTrigger', 1.1, { inputSource: 'passthrough' });
		const sub = await rest.createWorkflow(chain('Sub-workflow', called, sync({}, options)));
		// Older n8n runs a sub-workflow without this, and refuses it.
		await rest.publish(sub).catch(() => undefined);
		const call = node('Call', 'executeWorkflow', 1.2, {
			source: 'database',
			workflowId: { __rl: true, mode: 'id', value: sub.id },
			mode: 'each',
			options: { waitForSubWorkflow: true },
		});
		return await run(chain('Once per item', manualTrigger, ...sheet(items), call));
	};

	test('takes nothing off in a sub-workflow that runs once per item', async () => {
		expectKept(
			await perItem(all),
			/^5 numbers would be delisted, and this node is in a sub-workflow/,
		);
	});

	test('takes nothing off in such a sub-workflow where the feature set has two numbers', async () => {
		const [first = '', second = '', ...others] = LIVE;
		sandbox.control.seedNumbers({ featureSetId: CLINIC, phoneNumbers: others, state: 'absent' });
		const { error } = await perItem(all.slice(0, 2));
		expect(error?.message).toMatch(
			/^1 number would be delisted, and this node is in a sub-workflow/,
		);
		expect(live()).toEqual([first, second]);
	});

	test('applies only the first list of such a sub-workflow where Max Removals lets it', async () => {
		const { error } = await perItem(all, { maxRemovals: 100 });
		expect(error?.message).toMatch(/^This execution has applied another list/);
		expect(live()).toEqual(LIVE.slice(0, 1));
	});

	test('does not keep in silence what its own plan would take off', async () => {
		const plan = { ...sync(), id: 'plan', name: 'Plan' };
		plan.parameters = { ...plan.parameters, mode: 'plan' };
		const workflow = chain('Plan', manualTrigger, ...sheet(all.slice(0, 5)), plan, sync());
		expectKept(await run(workflow), /^This item is a row of a plan that says delist/);
	});

	test('takes off what the whole list no longer holds', async () => {
		const workflow = chain('Whole', manualTrigger, ...sheet(all.slice(0, 4)), sync());
		expect((await run(workflow)).status).toBe('success');
		expect(live()).toEqual(LIVE.slice(0, 4));
	});
});

describe('Get Status behind Personalise Many', () => {
	test('asks for each batch once, and gives each item the row of its own call', async () => {
		sandbox.control.settings({ batchSettleMs: 0 });
		const phones = Array.from({ length: 600 }, (_none, index) => `+9198765${10_000 + index * 10}`);
		const execution = await run(
			chain(
				'Status of a sheet',
				manualTrigger,
				...sheet(phones.map((phone) => ({ phone }))),
				personaliseMany(credentialId),
				batchStatus(credentialId),
			),
		);
		expect(execution.error?.message).toBeUndefined();
		expect(sandbox.control.received('batchV3Status')).toHaveLength(2);
		const rows = execution.items('Get Status');
		expect(rows.map(({ json }) => [json.receiverNumber, json.outcome])).toEqual(
			phones.map((phone) => [phone, 'pushed']),
		);
		expect(rows.map(({ pairedItem }) => pairedItem)).toEqual(
			phones.map((_none, item) => ({ item })),
		);
	});
});
