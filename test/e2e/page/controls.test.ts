import { eventually } from '../editor/editor';
import { openWire } from './page';
import { expectLines, expectNotice, setStage } from './stage';

describe('the page’s controls', () => {
	const stage = setStage();

	test('turns dialect, latency, limits and speed on the control plane', async () => {
		await stage.person.go('Controls');
		await stage.person.page.getByLabel('Form of the answers').selectOption({ index: 2 });
		await stage.person.page.getByLabel('Delay of every answer').fill('5');
		await stage.person.page.getByLabel('Real-time calls per second').fill('7');
		await stage.person.page.getByLabel('Enforce limits').uncheck();
		await stage.person.page.getByLabel('Speed of webhook retries').selectOption({ index: 3 });
		await eventually(async () =>
			expect(stage.sandbox.control.settings()).toMatchObject({
				dialect: 'flat',
				latencyMs: 5,
				webhookSpeed: 60_000,
				limits: { enforced: false, realTimeCallsPerWindow: 7 },
			}),
		);
		await stage.person.page.getByLabel('Delay of every answer').fill('-1');
		await stage.person.page.getByLabel('Real-time calls per second').focus();
		await expectNotice(stage, '"latencyMs" in the settings must be a whole number');
		expect(await stage.person.page.getByLabel('Delay of every answer').inputValue()).toBe('5');
	});

	test('lets the next call fail, moves the clock, and starts over with the webhooks kept', async () => {
		stage.sandbox.control.webhooks.register({
			name: 'My workflow',
			url: stage.receiver.url,
			events: ['cmb'],
		});
		const { call } = await openWire(stage.sandbox.url, stage.sandbox.control);
		await stage.person.go('Controls');
		await stage.person.page.getByRole('combobox', { name: 'Failure' }).selectOption({ index: 4 });
		await stage.person.press('Set the failure');
		await expectLines(stage, 'Make the next requests fail', '1 request will still fail.');
		expect((await call('919876543210'))?.status).toBe(503);
		await stage.person.press('+ 1 day');
		await stage.person.press('Stop the clock');
		await eventually(async () =>
			expect(stage.sandbox.control.clock()).toMatchObject({ frozen: true, aheadMs: 86_400_000 }),
		);
		await stage.person.press('Start over');
		await expectNotice(stage, 'The sandbox started over');
		expect([stage.sandbox.control.clock().frozen, stage.sandbox.control.counts()]).toEqual([
			false,
			{},
		]);
		expect(stage.sandbox.control.webhooks.list()).toMatchObject([
			{ name: 'My workflow', url: stage.receiver.url, events: ['cmb'] },
		]);
	});
});
