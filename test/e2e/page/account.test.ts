import { OUTCOMES } from '../../../nodes/Truecaller/simulation/rules/calls/delivery';
import { MAGIC_NUMBERS } from '../../../nodes/Truecaller/simulation/rules/numbers/listing';
import { eventually } from '../editor/editor';
import { anyStatus } from '../trigger/stage';
import { openWire } from './page';
import { expectLines, setStage } from './stage';

const featureSet = '069d2e3a-41e6-41f9-a768-157d7e3bd6b9';

describe('the page’s account', () => {
	const stage = setStage({ editorUrl: 'http://127.0.0.1:5678' });

	test('leads to the editor, and copies what the credential needs', async () => {
		expect(
			await stage.person.page.getByRole('link', { name: 'Open n8n' }).getAttribute('href'),
		).toBe('http://127.0.0.1:5678');
		await stage.person.go('Account');
		const { keys, webhookKey } = stage.sandbox;
		const { clientAccountId, keyId, apiKey } = keys.full;
		for (const [label, value] of [
			['Base URL', stage.sandbox.url],
			['Client Account ID', clientAccountId],
			['Key ID', keyId],
			['Secret API Key', apiKey],
			['Webhook Key', webhookKey],
		]) {
			await stage.person.press(`Copy ${label}`);
			expect(await stage.person.page.evaluate<string>('navigator.clipboard.readText()')).toBe(
				value,
			);
		}
	});

	test('shows labels, feature sets, and numbers on their way from listed to gone', async () => {
		await stage.person.go('Account');
		await expectLines(stage, /^Labels: 12$/, 'FlowerEra Delivery', 'Acme Motors – Service Centre');
		await expectLines(
			stage,
			'Feature sets and numbers',
			'Fresh Flower Delivery',
			'FlowerEra Delivery · Call Me Back',
			'3 listed',
		);
		const { headers, account } = await openWire(stage.sandbox.url, stage.sandbox.control);
		stage.sandbox.control.freezeClock();
		const change = async (work: string, number: string) =>
			await anyStatus.post(
				`${account}/number_management/feature_sets/${featureSet}/numbers/${work}`,
				{ phone_numbers: [number] },
				{ headers },
			);
		await change('publish', '911140000555');
		await change('delist', '911140000101');
		await expectLines(
			stage,
			'Feature sets and numbers',
			'2 listed',
			'1 being delisted',
			'1 being listed',
		);
		stage.sandbox.control.advanceClock(4_000);
		await expectLines(stage, 'Feature sets and numbers', '3 listed', '1 being delisted');
		stage.sandbox.control.advanceClock(2_000);
		await eventually(async () =>
			expect(
				await stage.person.card('Feature sets and numbers').locator('.states').first().innerText(),
			).toBe('3 listed'),
		);
	});

	test('counts the tokens, and says when the next one is possible', async () => {
		stage.sandbox.control.freezeClock();
		for (let login = 0; login < 10; login++)
			await openWire(stage.sandbox.url, stage.sandbox.control);
		await stage.person.go('Account');
		await expectLines(
			stage,
			'Access tokens: 10 of 10 used',
			expect.stringMatching(
				/^All 10 are used up\. The next token is possible at \d\d:\d\d:\d\d GMT\+5:30, in 30 min\.$/,
			),
			'Token 10',
			'works for another 1 h',
		);
		stage.sandbox.control.advanceClock(1_800_000);
		await expectLines(
			stage,
			'Access tokens: 0 of 10 used',
			'10 more are possible now. Truecaller gives 10 in 30 minutes.',
		);
	});

	test('shows a batch at work, and then how many met which end', async () => {
		const { batch } = await openWire(stage.sandbox.url, stage.sandbox.control);
		await stage.person.go('Account');
		stage.sandbox.control.freezeClock();
		await batch(['919876543210', '919876543211', '919876540001', '919876540004']);
		await expectLines(stage, 'Batches', '4 calls', '4 in progress');
		stage.sandbox.control.advanceClock(2_000);
		await expectLines(
			stage,
			'Batches',
			'2 shown',
			'1 Receiver is not a Truecaller user',
			'1 Failed to push',
		);
	});

	test('explains each refusal, and draws what was too fast', async () => {
		stage.sandbox.control.settings({ limits: { realTimeCallsPerWindow: 1 } });
		const { call } = await openWire(stage.sandbox.url, stage.sandbox.control);
		await call('919876543210', { ends_at: 1 });
		await call('919876543210');
		await stage.person.go('Account');
		await expectLines(
			stage,
			'Requests',
			'The window was over when the call arrived. Set a later Ends At.',
			'Truecaller said: “Request body is invalid: ends_at cannot be older than current time”',
		);
		await expectLines(
			stage,
			'Requests',
			'More than the limit in this window. The node slows down and sends it again.',
		);
		await expectLines(
			stage,
			'Rate limits',
			'Busiest second: 1 of 1 allowed. Refused in the last minute: 1.',
		);
	});

	test('has the table of test numbers, as the model of Truecaller reads them', async () => {
		await stage.person.go('Account');
		const rows = [
			...Object.entries(OUTCOMES).map(([digits, { meaning }]) => [digits, meaning]),
			...Object.entries(MAGIC_NUMBERS),
		];
		await expectLines(
			stage,
			'Test numbers',
			...rows.flatMap(([digits, meaning]) => [`…${digits}`, meaning]),
			'the call shows your name and reason',
		);
	});

	test('opens each request to the JSON that was sent and answered, without key and token', async () => {
		const { call, batch } = await openWire(stage.sandbox.url, stage.sandbox.control);
		await call('919876540001');
		await batch(Array.from({ length: 100 }, (_, index) => `9198765${String(10_000 + index)}`));
		await stage.person.go('Account');
		const show = stage.person.button('Show JSON');
		await eventually(async () => expect(await show.count()).toBe(3));
		const open = async (index: number) => {
			await show.nth(index).click();
			const texts = await stage.person.page.locator('tr.json').innerText();
			await stage.person.press('Hide JSON');
			return texts;
		};
		const batched = await open(0);
		expect(batched).toMatch(/Request\s+\d\d,\d{3} characters are too long for this page/);
		expect(batched).toContain('"batch_id"');
		const called = await open(1);
		expect(called).toContain('"receiver_number": "919876540001"');
		expect(called).toContain('"message": "Receiver is not a Truecaller user"');
		const login = await open(2);
		expect(login).toContain(`"key_id": "${stage.sandbox.keys.full.keyId}"`);
		expect(login).not.toMatch(/api_key"|token"/);
	});
});
