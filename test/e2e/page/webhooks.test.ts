import { FAULT, OK } from '../../contract/receiver';
import { eventually } from '../editor/editor';
import { linesOf } from './page';
import { expectLines, expectNotice, setStage } from './stage';

const customer = '+91 98765 43210';

describe('the page’s webhooks and deliveries', () => {
	const stage = setStage();

	test('registers a webhook as Truecaller’s console does: named, tested, five at most', async () => {
		await stage.person.go('Controls');
		const register = async (name: string) => {
			await stage.person.page.getByLabel('Name').fill(name);
			await stage.person.page.getByRole('textbox', { name: 'URL' }).fill(stage.receiver.url);
			await stage.person.press('Create webhook');
		};
		await register('n'.repeat(60));
		await expectNotice(stage, `“${'n'.repeat(50)}” is registered`);
		// The list grows when the page hears of it, and pushes the button down: a click in that moment misses it.
		await stage.person.card('Webhooks: 1 of 5').waitFor();
		await register('n'.repeat(50));
		await expectNotice(stage, 'each needs a name of its own');
		await stage.person.press(`Test URL of ${'n'.repeat(50)}`);
		await expectNotice(stage, 'was delivered: the answer was 200.');
		expect(stage.receiver.arrived).toHaveLength(1);
		for (const [index, name] of ['two', 'three', 'four', 'five'].entries()) {
			await register(name);
			await stage.person.card(`Webhooks: ${index + 2} of 5`).waitFor();
		}
		await expectLines(
			stage,
			'Webhooks: 5 of 5',
			'An account has five webhooks at most. Delete one to make room.',
		);
		await stage.person.press('Delete two');
		await eventually(async () => expect(stage.sandbox.control.webhooks.list()).toHaveLength(4));
		// The key in the URL is nothing to be read over somebody’s shoulder.
		expect((await linesOf(stage.person.card(/^Webhooks/))).join()).not.toContain('key=secret');
	});

	test('logs each attempt with its answer, counts down to the next, and sends again', async () => {
		stage.sandbox.control.webhooks.register({ name: 'My workflow', url: stage.receiver.url });
		stage.receiver.answerWith(FAULT);
		stage.sandbox.control.freezeClock();
		await stage.sandbox.control.deliver({ scenario: 'notInterested' });
		await stage.person.go('Deliveries');
		const log = stage.person.page.getByRole('article');
		await eventually(async () =>
			expect(await linesOf(log)).toEqual(
				expect.arrayContaining([
					'Does not want a call back',
					`${customer} · to My workflow`,
					'Not delivered yet',
					'500 {}',
					'Not delivered: the status is 500 and not 2xx',
					'Delivery 1: next attempt 2 minutes after this one; the clock is stopped',
				]),
			),
		);
		stage.sandbox.control.resetClock();
		await eventually(async () =>
			expect(await log.locator('.next').innerText()).toMatch(
				/^Delivery 1: next attempt 2 minutes after this one, here in (2 min|\d+ s)$/,
			),
		);
		stage.sandbox.control.settings({ webhookSpeed: 1_000_000 });
		await eventually(async () =>
			expect(await log.locator('.next').innerText()).toBe(
				'Delivery 1: no more attempts: all 8 failed',
			),
		);
		expect(await log.locator('tbody tr').count()).toBe(8);
		stage.receiver.answerWith(OK);
		await stage.person.press('Send again: delivery 1');
		await eventually(async () =>
			expect(await log.locator('.badge').allInnerTexts()).toEqual(['Delivered', 'Not delivered']),
		);
		expect(await log.first().locator('p').innerText()).toBe(
			`${customer} · to My workflow · the event of delivery 1 once more`,
		);
		expect(new Set(stage.receiver.arrived.map(({ bodyText }) => bodyText)).size).toBe(1);
	});

	test('warns of a URL without a Webhook Key, and adds that of the sandbox', async () => {
		await stage.person.go('Controls');
		const { page } = stage.person;
		const url = page.getByRole('textbox', { name: 'URL' });
		const warning = page.getByText('This URL has no ?key=.');
		const bare = stage.receiver.url.replace(/\?.*/, '');
		await url.fill(`${bare}?key=my-own-key`);
		expect(await warning.count()).toBe(0);
		await url.fill(bare.replace('tcbiz-webhook', 'webhook-test/x'));
		await warning.waitFor();
		await page.getByText('This is the test URL.').waitFor();
		await url.fill(bare);
		await stage.person.press(`Add ?key=${stage.sandbox.webhookKey}`);
		expect(await url.inputValue()).toBe(`${bare}?key=${stage.sandbox.webhookKey}`);
		expect(await warning.count()).toBe(0);
		await page.getByLabel('Name').fill('My workflow');
		await stage.person.press('Create webhook');
		await eventually(async () =>
			expect(stage.sandbox.control.webhooks.list()).toMatchObject([
				{ url: `${bare}?key=${stage.sandbox.webhookKey}` },
			]),
		);
		stage.sandbox.control.webhooks.register({ name: 'Without a key', url: bare });
		await expectLines(
			stage,
			/^Webhooks/,
			'No ?key= in its URL: a trigger that expects a Webhook Key refuses every event.',
		);
	});
});
