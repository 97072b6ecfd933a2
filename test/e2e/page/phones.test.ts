import { eventually } from '../editor/editor';
import { linesOf, openWire } from './page';
import { setStage } from './stage';

const customer = '+91 98765 43210';

describe('the page’s phones', () => {
	const stage = setStage();
	let wire: Awaited<ReturnType<typeof openWire>>;
	beforeEach(async () => {
		wire = await openWire(stage.sandbox.url, stage.sandbox.control);
	});

	const ring = async (number = customer) => await stage.person.press(`Ring ${number}`);

	test('say before the first call what this is about, and make one on request', async () => {
		const steps = await stage.person.page.locator('.story h2').allInnerTexts();
		expect(steps).toEqual([
			'Your workflow says who calls, and why',
			'The customer sees it before picking up',
			'They answer, your workflow acts',
		]);
		expect(await linesOf(stage.person.page.locator('.pair'))).toEqual(
			expect.arrayContaining([
				'Unknown number',
				'Without',
				'FlowerEra Delivery',
				'Your flowers arrive today by 6 pm',
				'With your name and reason',
			]),
		);
		await stage.person.press('Call three sample customers');
		await stage.person.phone(customer).waitFor();
		await eventually(async () =>
			expect(await stage.person.page.locator('.tally').innerText()).toBe(
				'3 phones: 1 can show your name, 2 cannot',
			),
		);
		expect(stage.sandbox.control.received('realTimeV2')).toHaveLength(3);
	});

	test('show name, label, reason and how long, as soon as a workflow personalises a call', async () => {
		await wire.call('919876543210', { dynamic_label_name: 'Acme Cards' });
		const lines = await linesOf(stage.person.phone(customer));
		expect(lines.filter((line) => !/^\d\d:\d\d$/.test(line))).toEqual([
			'AC',
			'Acme Cards',
			'Verified business · Acme Bank – Cards',
			'Your new card is on its way',
			'+91 80456 78900',
			expect.stringMatching(/^shows for (1 h|59:\d\d)$/),
			customer,
			'Sees your name and reason',
			'Ring',
		]);
	});

	test.each([
		['0001', 'Cannot see it: no Truecaller'],
		['0002', 'Cannot see it: iPhone'],
		['0003', 'Cannot see it: old app'],
		['0004', 'Not reached: try again'],
		['0005', 'Refused: no such number'],
		['0006', 'Unknown: no clear answer'],
	])('say of …%s: %s', async (digits, status) => {
		await wire.call(`91987654${digits}`);
		await eventually(async () =>
			expect(await stage.person.page.locator('.phone .sight').allInnerTexts()).toEqual([status]),
		);
		expect(await stage.person.page.locator('.phone .identity').count()).toBe(0);
	});

	test('show nothing before the window, and nothing after it', async () => {
		stage.sandbox.control.freezeClock();
		const { nowMs } = stage.sandbox.control.clock();
		await wire.call('919876543210', { starts_at: nowMs + 600_000 });
		const status = stage.person.phone(customer).locator('.sight');
		await eventually(async () =>
			expect(await status.innerText()).toMatch(/^Shows from \d\d:\d\d GMT\+5:30$/),
		);
		stage.sandbox.control.advanceClock(600_000);
		await eventually(async () =>
			expect(await status.innerText()).toBe('Sees your name and reason'),
		);
		stage.sandbox.control.advanceClock(3_000_000);
		await eventually(async () =>
			expect(await status.innerText()).toBe('The time to show it is over'),
		);
	});

	test('ring with the name, or with the bare number of a stranger', async () => {
		await wire.call('919876540001');
		await wire.call('919876543210');
		await ring();
		expect(await linesOf(stage.person.dialog)).toEqual(
			expect.arrayContaining([
				'Incoming call',
				'Acme Bank – Cards',
				'Missed it: call me back',
				'Rate this call',
			]),
		);
		await stage.person.press('Without');
		expect(await linesOf(stage.person.dialog)).toEqual(
			expect.arrayContaining([
				'+91 80456 78900',
				'Unknown number',
				'No name, no reason, and no way to ask for a call back.',
			]),
		);
		await stage.person.press('Close');
		await ring('+91 98765 40001');
		expect(await linesOf(stage.person.dialog)).toEqual(
			expect.arrayContaining(['+91 80456 78900', 'Unknown number']),
		);
		expect(await stage.person.button('Missed it: call me back').count()).toBe(0);
		await stage.person.page.keyboard.press('Escape');
		await stage.person.dialog.waitFor({ state: 'hidden' });
	});
});
