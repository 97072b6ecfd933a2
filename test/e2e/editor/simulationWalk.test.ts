/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { preparePlayground, type Playground } from '../../../playground/playground';
import type { WorkflowNode } from '../../../playground/n8n/rest';
import {
	batchStatus,
	chain,
	manualTrigger,
	personaliseMany,
	sendTestEvent,
	sharedWishes,
	sheet,
} from '../n8n';
import { eventually, sitDownAt, type Seat } from './editor';

const FIVE_MINUTES_MS = 5 * 60_000;
const customers = Array.from({ length: 8 }, (_, index) => ({ phone: `+91 98765 4000${index}` }));

describe('somebody with a fresh n8n and no account', () => {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-fresh-'));
	let n8n: Playground;
	let seat: Seat;
	let beganMs: number;
	let productionUrl: string;

	beforeAll(async () => {
		const { version, variables } = sharedWishes();
		n8n = await preparePlayground({ userFolder, version, variables });
		await n8n.installPack();
		await n8n.start();
		seat = await sitDownAt(n8n);
		beganMs = Date.now();
	});
	afterAll(async () => {
		await seat?.close();
		await n8n?.stop();
		rmSync(userFolder, { recursive: true, force: true });
	});

	const nodeAt = (index: number) => seat.byId('canvas-node').nth(index);
	/** Begins a workflow with the node, chosen in the panel by what it does. */
	const addNode = async (what: string) => {
		const { page, byId } = seat;
		await page.goto(`${n8n.editorUrl}/workflow/new`);
		await byId('canvas-add-button').first().click();
		await byId('node-creator-search-bar').fill('truecaller');
		await byId('node-creator-item-name').filter({ hasText: 'Truecaller' }).first().click();
		// n8n unfolds only the triggers where a workflow begins.
		if (!what.startsWith('On ')) await page.getByText(/^Actions \(/).click();
		await page.getByText(what, { exact: true }).first().click();
		await byId('node-parameters').waitFor();
	};
	const drag = async (from: Locator, to: Locator) => {
		await from.hover();
		await seat.page.mouse.down();
		const { x, y, width, height } = (await to.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
		await seat.page.mouse.move(x + width / 2, y + height / 2, { steps: 8 });
		await seat.page.mouse.up();
	};
	/** Lets the node before have these items, as a sheet would. */
	const mock = async (items: object[]) => {
		await nodeAt(0).dblclick();
		await seat.byId('ndv-edit-pinned-data').click();
		await seat.output.locator('.cm-content').click();
		await seat.page.keyboard.press('Control+A');
		await seat.page.keyboard.insertText(JSON.stringify(items));
		await seat.output.getByText('Save').first().click();
		await seat.closeNode();
	};

	test('is told what is missing, and how to try without it', async () => {
		await addNode('Personalise call');
		await seat.field('label').locator('[data-test-id="rlc-input"]').click();
		await eventually(async () =>
			expect(await seat.byId('rlc-error-container').innerText()).toContain(
				"Choose a Truecaller credential in this node. To try it without an account, set 'Connect To' to Simulation.",
			),
		);
		await seat.shoot('no-credential');
		await seat.page.keyboard.press('Escape');
	});

	test('chooses the simulation, picks a label by its name, and sees five kinds of outcome', async () => {
		await seat.choose('connectTo', 'Simulation');
		await eventually(async () =>
			expect(await seat.linesOf('node-parameters')).not.toContain('Credential'),
		);
		await seat.search('label', 'kyc');
		await seat.pick('Acme Bank – KYC');
		expect(await seat.chosen('label')).toBe('Acme Bank – KYC');
		await seat.type('callerNumber', '+91 80 4567 8900');
		await seat.closeNode();
		await mock(customers);
		await nodeAt(1).dblclick();
		await drag(
			seat.byId('ndv-input-panel').getByText('phone', { exact: true }).first(),
			seat.field('receiverNumber'),
		);
		await eventually(async () =>
			expect(await seat.field('receiverNumber').innerText()).toContain('{{ $json.phone }}'),
		);
		await seat.execute();
		await eventually(async () =>
			expect(await seat.output.innerText()).toContain(
				'7 of 8 calls were not pushed: 1 not on Truecaller, 1 not on Android, 1 with an old app, 1 unreachable, 1 refused, 1 without an answer, 1 lost in a fault of Truecaller',
			),
		);
		await eventually(async () => {
			const said = await seat.output.innerText();
			for (const outcome of ['pushed', 'cannotShow', 'tryAgain', 'refused', 'unknown'])
				expect(said).toContain(`\t${outcome}\t`);
		});
		await seat.shoot('five-outcomes');
		await seat.closeNode();
	});

	test('publishes a trigger', async () => {
		await addNode('On call me back');
		await seat.choose('authentication', 'None');
		await seat.page.getByText('Webhook URLs').click();
		await seat.page.getByText('Production URL', { exact: true }).first().click();
		const url = seat.page.getByText(/^http.*\/webhook\//).first();
		productionUrl = (await url.innerText()).trim();
		await seat.closeNode();
		await seat.byId('workflow-open-publish-modal-button').click();
		await seat.byId('workflow-publish-button').click();
		await seat.page.getByText('Workflow published').waitFor();
		await seat.shoot('published');
	});

	test('delivers a call-back to it from a second workflow, in less than five minutes', async () => {
		await addNode('Send test event');
		await seat.choose('connectTo', 'Simulation');
		await seat.type('webhookUrl', productionUrl);
		await seat.execute();
		await eventually(async () =>
			expect(await seat.output.innerText()).toMatch(/true\t200\t[^\n]*\tslotPicker\t/),
		);
		await seat.shoot('sent');
		const rest = await n8n.signIn();
		const [trigger] = await idsOfPublished(rest);
		const [execution = ''] = await rest.executionIds(trigger ?? '');
		const [item] = (await rest.execution(execution)).items('Truecaller Trigger');
		expect(item?.json).toMatchObject({ callback: { wanted: true, number: '+919876543210' } });
		expect(Date.now() - beganMs).toBeLessThan(FIVE_MINUTES_MS);
	});

	const idsOfPublished = async ({ http }: Awaited<ReturnType<Playground['signIn']>>) => {
		const { data } = await http.get<{ data: Array<{ id: string; active: boolean }> }>('/workflows');
		return data.data.filter(({ active }) => active).map(({ id }) => id);
	};

	test('delivers one to a trigger that is listening in the editor, too', async () => {
		const rest = await n8n.signIn();
		const [trigger = ''] = await idsOfPublished(rest);
		await seat.openWorkflow(trigger);
		await seat.openNode('Truecaller Trigger');
		await seat.execute();
		await seat.page
			.getByText(/To send one, execute Truecaller → Event → Send Test Event in another workflow/)
			.first()
			.waitFor();
		await seat.shoot('listening');
		const webhookUrl = productionUrl.replace('/webhook/', '/webhook-test/');
		const execution = await run(sendTestEvent('none', { webhookUrl }));
		expect(execution.items('Send Test Event')[0]?.json).toMatchObject({
			taken: true,
			status: 200,
			answer: '{"status":"ok"}',
		});
		await eventually(async () => expect(await seat.output.innerText()).toContain('callback'));
		await seat.shoot('heard');
	});

	/** Runs nodes in the simulation, in a workflow of their own. */
	const run = async (...nodes: WorkflowNode[]) => {
		const rest = await n8n.signIn();
		const simulated = nodes.map((node) =>
			node.type.startsWith('n8n-nodes-truecaller.')
				? {
						...node,
						credentials: undefined,
						parameters: { ...node.parameters, connectTo: 'simulation' },
					}
				: node,
		);
		const { id } = await rest.createWorkflow(chain('Simulated', manualTrigger, ...simulated));
		return await rest.run(id, 'Start');
	};

	test('is told after a restart that the batches of before are forgotten', async () => {
		const sent = await run(...sheet(customers), personaliseMany('none'));
		const batchId = String(sent.items('Personalise Many')[0]?.json.batchId);
		const status = () => {
			const node = batchStatus('none');
			return { ...node, parameters: { ...node.parameters, batchId } };
		};
		// Seven rows of eight calls: the one without an answer is in no row.
		expect((await run(status())).items('Get Status')).toHaveLength(7);
		await n8n.restart();
		expect((await run(status())).error?.message).toBe('This simulation does not know the batch');
	});
});
