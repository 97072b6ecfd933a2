import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { FAULT, OK, openReceiver, type Receiver } from '../../contract/receiver';
import { eventually } from '../editor/editor';
import { linesOf, openWire, visit, type Visit } from './page';
import { anyStatus } from '../trigger/stage';

const customer = '+91 98765 43210';
const featureSet = '069d2e3a-41e6-41f9-a768-157d7e3bd6b9';

describe('the page’s account, controls and deliveries', () => {
	let sandbox: Sandbox;
	let receiver: Receiver;
	let person: Visit;

	beforeAll(async () => {
		sandbox = await startSandbox({ editorUrl: 'http://127.0.0.1:5678' });
		person = await visit(sandbox.pageUrl);
	});
	afterAll(async () => {
		await person?.close();
		await sandbox.close();
	});
	beforeEach(async () => {
		sandbox.control.reset();
		receiver = await openReceiver();
		await person.page.goto(sandbox.pageUrl);
		await person.page.reload();
		await person.untilLive();
	});
	afterEach(async () => {
		await receiver.close();
		expect([person.faults, person.foreignHosts()]).toEqual([[], []]);
	});

	const seen = async (title: string | RegExp) => await linesOf(person.card(title));
	const expectLines = async (title: string | RegExp, ...lines: unknown[]) =>
		await eventually(async () => expect(await seen(title)).toEqual(expect.arrayContaining(lines)));
	const expectNotice = async (words: string) =>
		await eventually(async () =>
			expect(await person.page.locator('.notices').innerText()).toContain(words),
		);

	test('leads to the editor, and copies what the credential needs', async () => {
		expect(await person.page.getByRole('link', { name: 'Open n8n' }).getAttribute('href')).toBe(
			'http://127.0.0.1:5678',
		);
		await person.go('Account');
		const { clientAccountId, keyId, apiKey } = sandbox.keys.full;
		for (const [label, value] of [
			['Base URL', sandbox.url],
			['Client Account ID', clientAccountId],
			['Key ID', keyId],
			['Secret API Key', apiKey],
		]) {
			await person.press(`Copy ${label}`);
			expect(await person.page.evaluate<string>('navigator.clipboard.readText()')).toBe(value);
		}
	});

	test('shows labels, feature sets, and numbers on their way from listed to gone', async () => {
		await person.go('Account');
		await expectLines(/^Labels: 12$/, 'FlowerEra Delivery', 'Acme Motors – Service Centre');
		await expectLines(
			'Feature sets and numbers',
			'Fresh Flower Delivery',
			'FlowerEra Delivery · Call Me Back',
			'3 listed',
		);
		const { headers, account } = await openWire(sandbox.url, sandbox.control);
		sandbox.control.freezeClock();
		const change = async (work: string, number: string) =>
			await anyStatus.post(
				`${account}/number_management/feature_sets/${featureSet}/numbers/${work}`,
				{ phone_numbers: [number] },
				{ headers },
			);
		await change('publish', '911140000555');
		await change('delist', '911140000101');
		await expectLines('Feature sets and numbers', '2 listed', '1 being delisted', '1 being listed');
		sandbox.control.advanceClock(4_000);
		await expectLines('Feature sets and numbers', '3 listed', '1 being delisted');
		sandbox.control.advanceClock(2_000);
		await eventually(async () =>
			expect(
				await person.card('Feature sets and numbers').locator('.states').first().innerText(),
			).toBe('3 listed'),
		);
	});

	test('counts the tokens, and says when the next one is possible', async () => {
		sandbox.control.freezeClock();
		for (let login = 0; login < 10; login++) await openWire(sandbox.url, sandbox.control);
		await person.go('Account');
		await expectLines(
			'Tokens: 10 of 10',
			expect.stringMatching(
				/^All 10 are used up\. The next token is possible at \d\d:\d\d:\d\d, in 30 min\.$/,
			),
			'Token 10',
			'works for another 1 h',
		);
		sandbox.control.advanceClock(1_800_000);
		await expectLines(
			'Tokens: 0 of 10',
			'10 more are possible now; 10 in 30 minutes are all there are.',
		);
	});

	test('shows a batch at work, and then how many met which end', async () => {
		const { batch } = await openWire(sandbox.url, sandbox.control);
		await person.go('Account');
		sandbox.control.freezeClock();
		await batch(['919876543210', '919876543211', '919876540001', '919876540004']);
		await expectLines('Batches', '4 calls', '4 being worked on');
		sandbox.control.advanceClock(2_000);
		await expectLines(
			'Batches',
			'2 shown',
			'1 Receiver is not a Truecaller user',
			'1 Failed to push',
		);
	});

	test('explains each refusal, and draws what was too fast', async () => {
		sandbox.control.settings({ limits: { realTimeCallsPerWindow: 1 } });
		const { call } = await openWire(sandbox.url, sandbox.control);
		await call('919876543210', { ends_at: 1 });
		await call('919876543210');
		await person.go('Account');
		await expectLines(
			'Requests',
			'The window was over when the call arrived. Set a later Ends At.',
			'Truecaller said: “Request body is invalid: ends_at cannot be older than current time”',
		);
		await expectLines(
			'Requests',
			'More than the limit in this window. The node slows down and sends it again.',
		);
		await expectLines('Pace', 'at most 1 of 1 allowed in a second; 1 refused in the last minute');
	});

	test('turns dialect, latency, limits and speed on the control plane', async () => {
		await person.go('Controls');
		await person.page.getByLabel('Dialect').selectOption({ index: 2 });
		await person.page.getByLabel('Wait before every answer').fill('5');
		await person.page.getByLabel('Calls in a second').fill('7');
		await person.page.getByLabel('Hold everybody to the pace').uncheck();
		await person.page.getByLabel('Webhook retries pass').selectOption({ index: 3 });
		await eventually(async () =>
			expect(sandbox.control.settings()).toMatchObject({
				dialect: 'flat',
				latencyMs: 5,
				webhookSpeed: 60_000,
				limits: { enforced: false, realTimeCallsPerWindow: 7 },
			}),
		);
		await person.page.getByLabel('Wait before every answer').fill('-1');
		await person.page.getByLabel('Calls in a second').focus();
		await expectNotice('"latencyMs" in the settings must be a whole number');
		expect(await person.page.getByLabel('Wait before every answer').inputValue()).toBe('5');
	});

	test('lets the next call fail, moves the clock, and begins anew with the webhooks kept', async () => {
		sandbox.control.webhooks.register({ name: 'My workflow', url: receiver.url, events: ['cmb'] });
		const { call } = await openWire(sandbox.url, sandbox.control);
		await person.go('Controls');
		await person.page.getByRole('combobox', { name: /^With/ }).selectOption({ index: 4 });
		await person.press('Order it');
		await expectLines('Let the next call fail', '1 still to come.');
		expect((await call('919876543210'))?.status).toBe(503);
		await person.press('+ 1 day');
		await person.press('Stop the clock');
		await eventually(async () =>
			expect(sandbox.control.clock()).toMatchObject({ frozen: true, aheadMs: 86_400_000 }),
		);
		await person.press('Reset the sandbox');
		await expectNotice('The sandbox begins anew');
		expect([sandbox.control.clock().frozen, sandbox.control.counts()]).toEqual([false, {}]);
		expect(sandbox.control.webhooks.list()).toMatchObject([
			{ name: 'My workflow', url: receiver.url, events: ['cmb'] },
		]);
	});

	test('registers a webhook as Truecaller’s console does: named, tested, five at most', async () => {
		await person.go('Controls');
		const register = async (name: string) => {
			await person.page.getByLabel('Name').fill(name);
			await person.page.getByRole('textbox', { name: 'URL' }).fill(receiver.url);
			await person.press('Create webhook');
		};
		await register('n'.repeat(60));
		await expectNotice(`“${'n'.repeat(50)}” is registered`);
		// The list grows when the page hears of it, and pushes the button down: a click in that moment misses it.
		await person.card('Webhooks: 1 of 5').waitFor();
		await register('n'.repeat(50));
		await expectNotice('each needs a name of its own');
		await person.press(`Test URL of ${'n'.repeat(50)}`);
		await expectNotice('was taken, with the answer 200.');
		expect(receiver.arrived).toHaveLength(1);
		for (const [index, name] of ['two', 'three', 'four', 'five'].entries()) {
			await register(name);
			await person.card(`Webhooks: ${index + 2} of 5`).waitFor();
		}
		await expectLines(
			'Webhooks: 5 of 5',
			'An account has five webhooks at most. Delete one to make room.',
		);
		await person.press('Delete two');
		await eventually(async () => expect(sandbox.control.webhooks.list()).toHaveLength(4));
		// The key in the URL is nothing to be read over somebody’s shoulder.
		expect((await seen(/^Webhooks/)).join()).not.toContain('key=secret');
	});

	test('logs each attempt with its answer, counts down to the next, and sends again', async () => {
		sandbox.control.webhooks.register({ name: 'My workflow', url: receiver.url });
		receiver.answerWith(FAULT);
		sandbox.control.freezeClock();
		await sandbox.control.deliver({ scenario: 'notInterested' });
		await person.go('Deliveries');
		const log = person.page.getByRole('article');
		await eventually(async () =>
			expect(await linesOf(log)).toEqual(
				expect.arrayContaining([
					'Does not want a call back',
					`${customer} · to My workflow`,
					'not taken yet',
					'500 {}',
					'not taken: the status is 500 and not 2xx',
					'Delivery 1: next attempt 2 minutes after this one; the clock stands still',
				]),
			),
		);
		sandbox.control.resetClock();
		await eventually(async () =>
			expect(await log.locator('.next').innerText()).toMatch(
				/^Delivery 1: next attempt 2 minutes after this one, here in (2 min|\d+ s)$/,
			),
		);
		sandbox.control.settings({ webhookSpeed: 1_000_000 });
		await eventually(async () =>
			expect(await log.locator('.next').innerText()).toBe('Delivery 1: Webhook Failed'),
		);
		expect(await log.locator('tbody tr').count()).toBe(8);
		receiver.answerWith(OK);
		await person.press('Send again: delivery 1');
		await eventually(async () =>
			expect(await log.locator('.badge').allInnerTexts()).toEqual(['taken', 'never taken']),
		);
		expect(await log.first().locator('p').innerText()).toBe(
			`${customer} · to My workflow · the event of delivery 1 once more`,
		);
		expect(new Set(receiver.arrived.map(({ bodyText }) => bodyText)).size).toBe(1);
	});
});
