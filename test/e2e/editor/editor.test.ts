import { firstExample } from '../../../playground/firstExample';
import type { Playground } from '../../../playground/playground';
import type { Rest } from '../../../playground/n8n/rest';
import { seed } from '../../../playground/n8n/seed';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { eventually, sitDownAt, type Seat } from './editor';
import {
	chain,
	createCredential,
	credentialFor,
	manualTrigger,
	personaliseCall,
	sharedN8n,
	sheet,
} from '../n8n';

describe('the editor', () => {
	let sandbox: Sandbox;
	let n8n: Playground;
	let rest: Rest;
	let seat: Seat;

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ n8n, rest } = await sharedN8n());
		await seed(n8n, sandbox.url);
		seat = await sitDownAt(n8n);
	});
	afterAll(async () => {
		await seat?.close();
		await sandbox.close();
	});

	const pushes = () => sandbox.control.received('realTimeV2').length;

	test('shows the first example, and after a run how many items went each way', async () => {
		await seat.openWorkflow(firstExample);
		const node = seat.page.locator(
			'[data-test-id="canvas-node"][data-node-name="Personalise call"]',
		);
		expect((await node.innerText()).split(/\s*\n\s*/)).toEqual(
			expect.arrayContaining(['Personalise call']),
		);
		await seat.byId('execute-workflow-button').click();
		await eventually(async () => {
			const counts = (await seat.byId('edge-label').allInnerTexts()).map((text) => text.trim());
			expect(counts.sort()).toEqual([
				// Nobody took the ways of the two outcomes that did not come.
				'',
				'',
				...Array<string>(5).fill('1 item'),
				'5 items',
				'7 items',
				'8 items',
			]);
		});
		expect(pushes()).toBe(7);
		await seat.shoot('canvas');
	});

	test('shows the fields of the node in words, and what it put out', async () => {
		await seat.openNode('Personalise call');
		await eventually(async () =>
			expect(await seat.linesOf('node-parameters')).toEqual([
				'Credential',
				'Connect To',
				'Resource',
				'Operation',
				'Caller Number',
				'One of your numbers: Number → Get Many lists them',
				'Receiver Number',
				'{{ $json.phone }}',
				'+91 98765-40000',
				'Label',
				'A Label, a Label Name or both: one of them is needed',
				'Label Name',
				'Call Reason',
				'{{ $json.reason }}',
				'Your KYC visit is tomorrow at 10',
				'Duration (Minutes)',
				'Starts At',
				'Ends At',
				'Options',
				'Default Country',
				'I wish this node would...',
			]),
		);
		const said = await seat.output.innerText();
		expect(said).toContain('Success Branch (7 items)');
		expect(said).toContain('Error Branch (1 item)');
		expect(said).toContain('this person does not use Truecaller and sees no name or reason');
		await seat.shoot('panel');
	});

	test('explains a field where its name is', async () => {
		const hint = await seat.hint('Call Reason');
		await eventually(async () =>
			expect(await hint.innerText()).toContain(
				'Why you call, as the person sees it: 10 to 100 characters, none of ! @ # $ % ^ & * ( ) _ + /, with a letter or digit first and last. Leave empty to show no reason.',
			),
		);
		await seat.shoot('hint');
	});

	test('finds a label by its name', async () => {
		const offered = await seat.search('label', 'acme bank');
		await eventually(async () => {
			const names = await offered();
			expect(names.sort()).toEqual([
				'Acme Bank – Cards',
				'Acme Bank – Collections',
				'Acme Bank – Fraud Desk',
				'Acme Bank – KYC',
				'Acme Bank – Loans',
			]);
		});
		await seat.shoot('label-picker');
		await seat.pick('Acme Bank – Cards');
		await eventually(async () => expect(await seat.chosen('label')).toBe('Acme Bank – Cards'));
	});

	test('tells of a wrong number which one it is and what to do, and goes on when it is mended', async () => {
		await seat.byId('tab-settings').click();
		await seat.choose('onError', 'Stop Workflow');
		await seat.byId('tab-params').click();
		const before = pushes();
		await seat.execute();
		await seat.byId('node-error-message').waitFor();
		expect(await seat.byId('node-error-message').innerText()).toMatch(
			/^'Receiver Number' is too short for India \(\+91\): 9 digits where 10 are expected \[item 7\]$/,
		);
		expect(await seat.byId('node-error-description').innerText()).toBe(
			"Item 7 (row 9): 'Receiver Number' is too short for India (+91): 9 digits where 10 are expected. Check its country code and digits (a 0 or 1 that is dialled only at home is not counted).\nNothing was sent.\nTo send the other 7 items all the same, open the Settings of this node and set 'On Error' to 'Continue (using error output)'.\nRows are counted for a sheet with one header row, all of whose rows came in, in their order.",
		);
		await seat.output.getByText('Other info').click();
		await seat.shoot('wrong-number');
		// The number is 98800 7000. Its last four digits might be told, and no more of it.
		const told = await seat.page
			.locator('[data-test-id="output-panel"], .el-notification')
			.allInnerTexts();
		expect(told.join().replace(/\D/g, '')).not.toContain('8007000');
		expect(pushes()).toBe(before);

		await seat.closeNode();
		await seat.openNode('Customer list');
		await mendCustomerList();
		await seat.closeNode();
		await seat.openNode('Personalise call');
		await seat.execute();
		await eventually(async () =>
			expect(await seat.output.innerText()).toMatch(/8 items[^]*Place the call/),
		);
		await seat.shoot('mended-number');
		expect(pushes()).toBe(before + 8);
	});

	/** The list is a text: one more digit for the last customer. */
	const mendCustomerList = async () => {
		const list = seat.field('jsonOutput').locator('.cm-content');
		const workflow = (
			await rest.http.get<{
				data: { nodes: Array<{ name: string; parameters: { jsonOutput: string } }> };
			}>(`/workflows/${firstExample}`)
		).data.data;
		const written =
			workflow.nodes.find(({ name }) => name === 'Customer list')?.parameters.jsonOutput ?? '';
		const mended = JSON.stringify(JSON.parse(written.replace('98800 7000', '98800 70000')));
		await list.click();
		await seat.page.keyboard.press('Control+A');
		await seat.page.keyboard.insertText(mended);
		await eventually(async () => expect(await list.innerText()).toContain('98800 70000'));
	};

	test('offers the node by its name, finds a feature set by its name, and lists numbers in it', async () => {
		await rest.createCredential({ ...credentialFor(sandbox.url), name: 'Front desk' });
		const { id } = await rest.createWorkflow(chain('Numbers by hand', manualTrigger));
		await seat.openWorkflow(id);
		await seat.byId('node-creator-plus-button').click();
		await seat.byId('node-creator-search-bar').fill('truecaller');
		// n8n shows both nodes as one, with what the trigger says of itself.
		const forBoth =
			'Show the people you call who calls and why, and start a workflow when they ask to be called back or answer a feedback campaign';
		await eventually(async () => expect(await seat.linesOf('node-creator')).toContain(forBoth));
		await seat.byId('node-creator-item-name').filter({ hasText: 'Truecaller' }).first().click();
		await seat.page.getByText('List numbers', { exact: true }).waitFor();
		expect(await seat.linesOf('node-creator')).toEqual(
			expect.arrayContaining([
				'Personalise call',
				'Personalise many calls',
				'Get batch status',
				'List numbers',
				'Delist numbers',
				'Get many numbers',
				'Get many feature sets',
				'Get many labels',
			]),
		);
		await seat.shoot('actions');
		await seat.page.getByText('List numbers', { exact: true }).click();
		await seat.byId('node-credentials-select').click();
		await seat.page
			.locator('.el-select-dropdown__item:visible')
			.filter({ hasText: 'Front desk' })
			.click();

		const offered = await seat.search('featureSet', 'clinic');
		await eventually(async () => expect(await offered()).toEqual(['Acme Clinic – Appointments']));
		await seat.shoot('feature-set-picker');
		await seat.pick('Acme Clinic – Appointments');
		await eventually(async () =>
			expect(await seat.chosen('featureSet')).toBe('Acme Clinic – Appointments'),
		);
		await seat.type('phoneNumbers', '+91 22 6801 0001, 12');
		await seat.execute();
		await eventually(async () => {
			const said = await seat.output.innerText();
			expect(said).toMatch(
				/\+912268010001\s+accepted\s+pending\s+Truecaller is working on it; look with Get Many in a minute/,
			);
			expect(said).toMatch(
				/12\s+invalid\s+failed\s+The number has no country code\. Write it with \+ and the country code, or set Default Country\./,
			);
		});
		await seat.shoot('numbers-listed');
	});

	test('shows the fields of a node that has not run yet', async () => {
		const credentialId = await createCredential(rest, sandbox.url);
		const { id } = await rest.createWorkflow(
			chain('Not run yet', manualTrigger, personaliseCall(credentialId), ...sheet([]).slice(0, 1)),
		);
		await seat.openWorkflow(id);
		await seat.openNode('Sheet');
		const fields = seat.byId('run-data-schema-node-name');
		await eventually(async () =>
			expect(await fields.allInnerTexts()).toEqual(
				expect.arrayContaining(['outcome', 'personalised', 'advice', 'receiver_number']),
			),
		);
		await seat.shoot('fields-before-a-run');
		await seat.closeNode();
	});

	test('asks nobody but this machine, apart from what n8n itself wants to know of any community node', () => {
		expect(seat.foreignHosts().filter((host) => !host.startsWith('registry.'))).toEqual([]);
	});
});
