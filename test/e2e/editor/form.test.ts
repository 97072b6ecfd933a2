import type { Playground } from '../../../playground/playground';
import type { Rest, WorkflowNode } from '../../../playground/n8n/rest';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { FLOWERS } from '../../support/numbers';
import {
	chain,
	createCredential,
	manualTrigger,
	numbers,
	personaliseCall,
	sharedN8n,
	sheet,
} from '../n8n';
import { eventually, sitDownAt, type Seat } from './editor';

describe('the form of the node', () => {
	let sandbox: Sandbox;
	let n8n: Playground;
	let rest: Rest;
	let seat: Seat;
	let credentialId: string;

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ n8n, rest } = await sharedN8n());
		credentialId = await createCredential(rest, sandbox.url);
		seat = await sitDownAt(n8n);
		await seat.page.setViewportSize({ width: 1440, height: 900 });
	});
	afterAll(async () => {
		await seat?.close();
		await sandbox.close();
	});

	/** Opens the last node of a new workflow. */
	const open = async (name: string, ...nodes: WorkflowNode[]) => {
		const { id } = await rest.createWorkflow(chain(name, manualTrigger, ...nodes));
		await seat.openWorkflow(id);
		await seat.openNode(nodes.at(-1)?.name ?? '');
	};
	const lines = async () => await seat.linesOf('node-parameters');
	const said = async () => (await seat.output.innerText()).replaceAll('\u00a0', ' ');

	test('says before a run what it needs, and shows Default Country in a new node', async () => {
		const node = personaliseCall(credentialId);
		await open('What it needs', {
			...node,
			parameters: { resource: 'callPersonalisation', operation: 'personalise' },
		});
		await eventually(async () =>
			expect(await lines()).toEqual(
				expect.arrayContaining([
					'With its country code, or set Default Country under Options',
					'A Label, a Label Name or both: one of them is needed',
					'10 to 100 characters, without ! @ # $ % ^ & * ( ) _ + /',
					'Duration (Minutes)',
					'Default Country',
				]),
			),
		);
		await seat.shoot('what-it-needs');
		await seat.field('durationMinutes').scrollIntoViewIfNeeded();
		await seat.page.locator('text=Default Country').last().scrollIntoViewIfNeeded();
		await seat.shoot('what-it-needs-below');
	});

	test('takes a pasted column, and says what became of it', async () => {
		await open(
			'A pasted column',
			numbers(credentialId, 'list', {
				featureSet: { __rl: true, mode: 'id', value: FLOWERS },
				phoneNumbers: '',
				options: { defaultCountry: 'IN' },
			}),
		);
		await seat.field('phoneNumbers').locator('textarea').click();
		await seat.page.keyboard.insertText('022 6801 0001\r\n022 6801 0002\t022 6801 0003\n');
		await seat.execute();
		await eventually(async () =>
			expect(await said()).toMatch(
				/3 numbers: 3 accepted\. Next: Number → Get Many shows in a minute what became of them\.[^]*\+912268010001[^]*\+912268010002[^]*\+912268010003/,
			),
		);
		await seat.shoot('pasted-column');
	});

	test('filters by the name of a department, and says so when nothing matches', async () => {
		await open(
			'By department',
			numbers(credentialId, 'getMany', { filters: { departmentId: '' }, limit: 5 }),
		);
		await seat.field('departmentId').click();
		const choices = seat.page.locator('.el-select-dropdown__item:visible');
		await eventually(async () => expect((await choices.allInnerTexts()).length).toBeGreaterThan(1));
		await seat.shoot('departments');
		const chosen = (await choices.first().innerText()).trim();
		expect(chosen).toMatch(/^[A-Z][a-z]/);
		await choices.first().click();
		await seat.execute();
		await eventually(async () => expect(await said()).toMatch(/numbers? returned\.|No number was/));
		await seat.shoot('one-department');
		await seat.closeNode();

		await open(
			'Nothing matches',
			numbers(credentialId, 'getMany', { filters: { departmentId: 'nowhere' } }),
		);
		// An ID that an older workflow has stored stays, and is no fault.
		await eventually(async () =>
			expect(await seat.field('departmentId').locator('input').inputValue()).toBe('nowhere'),
		);
		await seat.execute();
		await eventually(async () =>
			expect(await said()).toContain('An ID that Truecaller does not know matches nothing'),
		);
		await seat.shoot('nothing-matches');
	});

	test('tells each cause of a fault on a line of its own, with the row and what to do', async () => {
		const call = personaliseCall(credentialId, '={{ $json.phone }}');
		const rows = [
			{ phone: '+91 98765 40000', why: 'Your flowers arrive today' },
			{ phone: '98765', why: 'Hi!' },
			{ phone: '+91 98765 40010', why: 'Hello' },
			{ phone: '+91 98765', why: 'Your flowers arrive today' },
		];
		await open('Several causes', ...sheet(rows), {
			...call,
			parameters: { ...call.parameters, callReason: '={{ $json.why }}' },
		});
		await seat.execute();
		await eventually(async () =>
			expect((await seat.byId('node-error-description').innerText()).split(/\s*\n\s*/)).toEqual([
				"Item 1 (row 3): 'Receiver Number' has no country code. Write it with + and the country code, or set 'Default Country'.",
				expect.stringMatching(
					/^Item 1 \(row 3\): 'Call Reason' has 3 characters and needs at least 10, and has characters that Truecaller does not allow: "!"\. Write /,
				),
				expect.stringMatching(
					/^Item 2 \(row 4\): 'Call Reason' has 5 characters and needs at least 10\. Write /,
				),
				expect.stringContaining('Item 3 (row 5)'),
				'Nothing was sent.',
				"To send the other item all the same, open the Settings of this node and set 'On Error' to 'Continue (using error output)'.",
				'Rows are counted for a sheet with one header row, all of whose rows came in, in their order.',
			]),
		);
		await seat.shoot('several-causes');
	});
});
