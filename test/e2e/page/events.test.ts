import { SCENARIOS, SCENARIO_NAMES } from '../../../nodes/Truecaller/simulation/events/scenarios';
import { eventually } from '../editor/editor';
import { openWire } from './page';
import { expectLines, expectNotice, setStage } from './stage';

const customer = '+91 98765 43210';

describe('the page’s events', () => {
	const stage = setStage({ editorUrl: 'http://127.0.0.1:5678' });
	const register = (more: { executionsUrl?: string } = {}) =>
		stage.sandbox.control.webhooks.register({
			name: 'My workflow',
			url: stage.receiver.url,
			...more,
		});
	const lastPayload = () =>
		Object.values(stage.receiver.events().at(-1) ?? {}).find(
			(value) => typeof value === 'object',
		) as Record<string, unknown>;

	test('every event that the command can send can be sent from the page', async () => {
		register();
		await stage.person.go('Deliveries');
		const event = stage.person.page.getByRole('combobox', { name: /^Event/ });
		await eventually(async () =>
			expect(await event.locator('option').count()).toBe(SCENARIO_NAMES.length),
		);
		for (const [index, name] of SCENARIO_NAMES.entries()) {
			await event.selectOption(name);
			await stage.person.press('Send event');
			await eventually(async () => expect(stage.receiver.arrived).toHaveLength(index + 1));
			expect(stage.receiver.events().at(-1)).toMatchObject({
				event_type: SCENARIOS[name].eventType,
			});
		}
		await eventually(async () =>
			expect(await stage.person.page.locator('.tally').innerText()).toBe(
				`${SCENARIO_NAMES.length} deliveries`,
			),
		);
	});

	test('goes to one webhook, with the number, the ID and the key that were chosen', async () => {
		register();
		stage.sandbox.control.webhooks.register({ name: 'Other', url: `${stage.receiver.url}-other` });
		await stage.person.go('Deliveries');
		const { page } = stage.person;
		await page.getByRole('combobox', { name: /^Event/ }).selectOption('noSlotPickerNoNumber');
		await page.getByRole('combobox', { name: /^To/ }).selectOption({ label: 'My workflow' });
		await page.getByLabel('Customer’s number').fill('+91 98123 45670');
		await page.getByText('More', { exact: true }).click();
		await page.getByLabel('Event ID').fill('my-event');
		await page.getByLabel('Send a wrong key').check();
		await stage.person.press('Send event');
		await expectNotice(stage, 'The event was sent to 1 webhook and delivered.');
		expect(stage.receiver.arrived.map(({ url }) => url)).toEqual([
			'/tcbiz-webhook?key=a-wrong-webhook-key',
		]);
		expect(stage.receiver.events()[0]).toMatchObject({ event_id: 'my-event' });
		expect(lastPayload()).toMatchObject({
			client_number: 'Phone Number Not Available',
			alternate_number: '919812345670',
		});
	});

	test('a button pressed after the call is an event of its own', async () => {
		register();
		const { call } = await openWire(stage.sandbox.url, stage.sandbox.control);
		await call('919876543210');
		await stage.person.press(`Ring ${customer}`);
		await stage.person.press('Press a post-call button');
		await stage.person.press('Leave at the door');
		await eventually(async () =>
			expect(await stage.person.dialog.locator('.sent li').allInnerTexts()).toEqual([
				'My workflow: Delivered',
			]),
		);
		expect(stage.receiver.events()[0]).toMatchObject({ event_type: 'post_call_action' });
		expect(lastPayload()).toMatchObject({
			business_number: '918045678900',
			client_number: '919876543210',
			action: 'LEAVE_AT_DOOR',
		});
		await stage.person.press('Done');
		await stage.person.go('Controls');
		await stage.person.page.getByLabel('Event to test My workflow with').selectOption({ index: 2 });
		await stage.person.press('Test URL of My workflow');
		await eventually(async () => expect(stage.receiver.arrived).toHaveLength(2));
		expect(stage.receiver.events()[1]).toMatchObject({ event_type: 'post_call_action' });
	});

	test('a call-back stays with the company that called, whoever calls meanwhile', async () => {
		register();
		const { call } = await openWire(stage.sandbox.url, stage.sandbox.control);
		await call('919876543210');
		await stage.person.press(`Ring ${customer}`);
		await stage.person.press('Missed it: call me back');
		await call('919876543210', {
			label_id: 'd1d1d1d1-0000-4000-8000-000000000008',
			caller_number: '918022334455',
		});
		await eventually(async () =>
			expect(await stage.person.page.locator('.phone .name').innerText()).toContain(
				'Acme Insurance – Claims',
			),
		);
		expect(await stage.person.dialog.getByRole('heading', { level: 3 }).innerText()).toBe(
			'When should Acme Bank – Cards call you back?',
		);
		await stage.person.press('Call me back');
		await eventually(async () => expect(stage.receiver.arrived).toHaveLength(1));
		expect(lastPayload()).toMatchObject({
			business_number: '918045678900',
			feature_set: 'Acme Bank – Cards',
			cmb_config_name: 'Acme Bank – Cards Call Back',
		});
	});

	test('a delivery leads to its execution, where the sandbox knows the workflow', async () => {
		const executionsUrl = 'http://127.0.0.1:5678/workflow/call-me-back/executions';
		register({ executionsUrl });
		await stage.sandbox.control.deliver();
		await stage.sandbox.control.deliver({ url: stage.receiver.url });
		await stage.person.go('Deliveries');
		const link = (id: number) =>
			stage.person.page.getByRole('link', { name: `Execution in n8n: delivery ${id}` });
		expect(await link(1).getAttribute('href')).toBe(executionsUrl);
		expect(await link(2).count()).toBe(0);
		await stage.person.go('Controls');
		await stage.person.press('Start over');
		await expectNotice(stage, 'The sandbox started over');
		expect(stage.sandbox.control.webhooks.list()).toMatchObject([{ executionsUrl }]);
		await expectLines(stage, 'Webhooks: 1 of 5', 'My workflow');
	});
});
