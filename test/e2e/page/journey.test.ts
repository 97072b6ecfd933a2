import { randomUUID } from 'node:crypto';
import { callMeBack, callMeBackUrl } from '../../../playground/callMeBack';
import { firstExample, firstTrigger } from '../../../playground/firstExample';
import type { Playground } from '../../../playground/playground';
import type { Rest } from '../../../playground/n8n/rest';
import { exampleWorkflow, webhookKey } from '../../../playground/n8n/seed';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { eventually } from '../editor/editor';
import { createCredential, sharedN8n } from '../n8n';
import { linesOf, visit, type Visit } from './page';

const asha = '+91 98765 40000';

describe('the page beside the real n8n', () => {
	let sandbox: Sandbox;
	let n8n: Playground;
	let rest: Rest;
	let person: Visit;
	let triggerId: string;

	beforeAll(async () => {
		({ n8n, rest } = await sharedN8n());
		sandbox = await startSandbox({ editorUrl: n8n.editorUrl });
		const example = exampleWorkflow(callMeBack, await createCredential(rest, sandbox.url));
		// A copy of its own, for another test may have brought in the example as it is.
		for (const node of example.nodes) if (node.webhookId) node.webhookId = randomUUID();
		const workflow = await rest.createWorkflow({ ...example, id: undefined });
		await rest.publish(workflow);
		triggerId = workflow.id;
		sandbox.control.webhooks.register({
			name: 'Call me back',
			url: `${callMeBackUrl(n8n.editorUrl, example)}?key=${webhookKey}`,
		});
		person = await visit(sandbox.pageUrl);
	});
	afterAll(async () => {
		await person?.close();
		await sandbox.close();
	});

	const executions = async () => (await rest.executionIds(triggerId)).length;

	test('the first example runs, and the phones show who calls and why, or why not', async () => {
		const workflow = exampleWorkflow(firstExample, await createCredential(rest, sandbox.url));
		await rest.run((await rest.createWorkflow({ ...workflow, id: undefined })).id, firstTrigger);
		await eventually(async () =>
			expect(await person.page.locator('.tally').innerText()).toBe(
				'7 phones: 5 can show your name, 2 cannot',
			),
		);
		expect(await linesOf(person.phone(asha))).toEqual(
			expect.arrayContaining([
				'Acme Bank – KYC',
				'Verified business',
				'Your KYC visit is tomorrow at 10',
				'Sees your name and reason',
			]),
		);
		expect((await person.page.locator('.phone .sight').allInnerTexts()).sort()).toEqual([
			'Cannot see it: no Truecaller',
			'Not reached: try again',
			...Array<string>(5).fill('Sees your name and reason'),
		]);
	});

	test('“call me back” starts the trigger’s workflow once, with the slot that was chosen', async () => {
		await person.press(`Ring ${asha}`);
		await person.press('Missed it: call me back');
		await person.dialog.getByRole('group', { name: 'Day' }).getByRole('radio').nth(1).check();
		await person.choose('12:00');
		await person.press('Call me back');
		await eventually(async () =>
			expect(await person.dialog.locator('.sent li').allInnerTexts()).toEqual([
				'Call me back: Delivered\nSee the execution in n8n',
			]),
		);
		expect(await executions()).toBe(1);
		const execution = await rest.execution(String((await rest.executionIds(triggerId))[0]));
		const [task] = execution.items('Task for the owner');
		expect(task?.json).toMatchObject({
			callBackNumber: '+919876540000',
			callFrom: expect.stringMatching(/T12:00:00\+05:30$/),
		});
		await person.press('Done');
		// The company that called is the one that calls back.
		const phone = person.phone(asha);
		await eventually(async () =>
			expect(await linesOf(phone)).toEqual(
				expect.arrayContaining(['Acme Bank – KYC', 'Calling back as you asked']),
			),
		);
		await eventually(async () =>
			expect(await person.phone(asha).locator('.answer').innerText()).toMatch(
				/, 12:00–12:30 GMT\+5:30 · Delivered$/,
			),
		);
	});

	test('“send again” is delivered too, and starts nothing a second time', async () => {
		await person.go('Deliveries');
		await eventually(async () =>
			expect(await person.page.locator('.badge').allInnerTexts()).toEqual(['Delivered']),
		);
		await person.press('Send again: delivery 1');
		await eventually(async () =>
			expect(await person.page.locator('.badge').allInnerTexts()).toEqual([
				'Delivered',
				'Delivered',
			]),
		);
		expect(await executions()).toBe(1);
	});

	test('the link leads into the editor', async () => {
		expect(await person.page.getByRole('link', { name: 'Open n8n' }).getAttribute('href')).toBe(
			n8n.editorUrl,
		);
		expect([person.faults, person.foreignHosts()]).toEqual([[], []]);
	});
});
