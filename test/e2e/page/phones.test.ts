import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { openReceiver, type Receiver } from '../../contract/receiver';
import { eventually } from '../editor/editor';
import { linesOf, openWire, visit, type Visit } from './page';

describe('the page’s phones', () => {
	let sandbox: Sandbox;
	let receiver: Receiver;
	let person: Visit;
	let wire: Awaited<ReturnType<typeof openWire>>;

	beforeAll(async () => {
		sandbox = await startSandbox();
		person = await visit(sandbox.pageUrl);
	});
	afterAll(async () => {
		await person?.close();
		await sandbox.close();
	});
	beforeEach(async () => {
		sandbox.control.reset();
		receiver = await openReceiver();
		wire = await openWire(sandbox.url, sandbox.control);
		await person.page.goto(sandbox.pageUrl);
		await person.page.reload();
		await person.untilLive();
	});
	afterEach(async () => {
		await receiver.close();
		expect([person.faults, person.foreignHosts()]).toEqual([[], []]);
	});

	const customer = '+91 98765 43210';
	const ring = async (number = customer) => await person.press(`Ring ${number}`);
	const register = () =>
		sandbox.control.webhooks.register({ name: 'My workflow', url: receiver.url });
	const payload = () =>
		Object.values(receiver.events().at(-1) ?? {}).find(
			(value) => typeof value === 'object',
		) as Record<string, unknown>;
	const expectFate = async (words: string) =>
		await eventually(async () =>
			expect(await person.dialog.locator('.sent li').allInnerTexts()).toEqual([words]),
		);

	test('say before the first call what this is about, and make one on request', async () => {
		const steps = await person.page.locator('.story h2').allInnerTexts();
		expect(steps).toEqual([
			'Your workflow says who calls, and why',
			'The customer sees it before picking up',
			'They answer, your workflow acts',
		]);
		expect(await linesOf(person.page.locator('.pair'))).toEqual(
			expect.arrayContaining([
				'Unknown number',
				'Without',
				'FlowerEra Delivery',
				'Your flowers arrive today by 6 pm',
				'With your name and reason',
			]),
		);
		await person.press('Call three sample customers');
		await person.phone(customer).waitFor();
		await eventually(async () =>
			expect(await person.page.locator('.tally').innerText()).toBe(
				'3 phones called on: 1 can show your name, 2 cannot',
			),
		);
		expect(sandbox.control.received('realTimeV2')).toHaveLength(3);
	});

	test('show name, label, reason and how long, as soon as a workflow personalises a call', async () => {
		await wire.call('919876543210', { dynamic_label_name: 'Acme Cards' });
		const lines = await linesOf(person.phone(customer));
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
			expect(await person.page.locator('.phone .sight').allInnerTexts()).toEqual([status]),
		);
		expect(await person.page.locator('.phone .identity').count()).toBe(0);
	});

	test('show nothing before the window, and nothing after it', async () => {
		sandbox.control.freezeClock();
		const { nowMs } = sandbox.control.clock();
		await wire.call('919876543210', { starts_at: nowMs + 600_000 });
		const status = person.phone(customer).locator('.sight');
		await eventually(async () =>
			expect(await status.innerText()).toMatch(/^Shows from \d\d:\d\d$/),
		);
		sandbox.control.advanceClock(600_000);
		await eventually(async () =>
			expect(await status.innerText()).toBe('Sees your name and reason'),
		);
		sandbox.control.advanceClock(3_000_000);
		await eventually(async () =>
			expect(await status.innerText()).toBe('The time to show it is over'),
		);
	});

	test('ring with the name, or with the bare number of a stranger', async () => {
		await wire.call('919876540001');
		await wire.call('919876543210');
		await ring();
		expect(await linesOf(person.dialog)).toEqual(
			expect.arrayContaining([
				'Incoming call',
				'Acme Bank – Cards',
				'Missed it: call me back',
				'Rate this call',
			]),
		);
		await person.press('Without');
		expect(await linesOf(person.dialog)).toEqual(
			expect.arrayContaining([
				'+91 80456 78900',
				'Unknown number',
				'No name, no reason, and no way to ask for a call back.',
			]),
		);
		await person.press('Close');
		await ring('+91 98765 40001');
		expect(await linesOf(person.dialog)).toEqual(
			expect.arrayContaining(['+91 80456 78900', 'Unknown number']),
		);
		expect(await person.button('Missed it: call me back').count()).toBe(0);
		await person.page.keyboard.press('Escape');
		await person.dialog.waitFor({ state: 'hidden' });
	});

	test('let a person choose when to be called back, and send just that to the webhook', async () => {
		register();
		await wire.call('919876543210');
		await ring();
		await person.press('Missed it: call me back');
		await person.dialog.getByRole('group', { name: 'Day' }).getByRole('radio').nth(1).check();
		await person.choose('12:30');
		await person.press('Call me back');
		await expectFate('My workflow: taken');
		const {
			requested_date: date,
			requested_slot: weekday,
			preferred_from_time: from,
			preferred_to_time: to,
		} = payload();
		expect(payload()).toMatchObject({
			business_number: '918045678900',
			feature_set: 'Acme Bank – Cards',
			client_number: '919876543210',
			alternate_number: '',
			is_interested: true,
		});
		expect(new Date(Number(from) * 1_000).toISOString()).toBe(`${String(date)}T07:00:00.000Z`);
		expect(Number(to) - Number(from)).toBe(1_800);
		expect(
			new Date(`${String(date)}T12:00:00Z`).toLocaleDateString('en', { weekday: 'long' }),
		).toBe(weekday);
		await person.press('Done');
		await eventually(async () =>
			expect(await person.phone(customer).locator('.answer').innerText()).toMatch(
				/^Asked to be called back \w{3},? \d+ \w{3}, 12:30–13:00 · taken$/,
			),
		);
		expect(receiver.arrived).toHaveLength(1);
	});

	test.each([
		[
			'at any time',
			async () => await person.choose('Any time'),
			'Call me back',
			{
				requested_date: 'NA',
				requested_slot: 'NA',
				preferred_from_time: null,
				client_number: '919876543210',
			},
		],
		[
			'on another number',
			async () => {
				await person.choose('Another number');
				await person.dialog.getByLabel('Another number, with country code').fill('+91 98123 45670');
			},
			'Call me back',
			{
				client_number: 'Phone Number Not Available',
				alternate_number: '919812345670',
				is_interested: true,
			},
		],
		[
			'not at all',
			async () => undefined,
			'Not interested',
			{ is_interested: false, requested_date: 'NA', client_number: '919876543210' },
		],
	])('let a person be called back %s', async (_when, choose, button, expected) => {
		register();
		await wire.call('919876543210');
		await ring();
		await person.press('Missed it: call me back');
		await choose();
		await person.press(button);
		await expectFate('My workflow: taken');
		expect(payload()).toMatchObject(expected);
	});

	test('let a person rate the call', async () => {
		register();
		await wire.call('919876543210');
		await ring();
		await person.press('Rate this call');
		await person.choose('A little');
		await person.choose('Unfriendly');
		await person.press('Send my answer');
		await expectFate('My workflow: taken');
		expect(receiver.events()[0]).toMatchObject({ event_type: 'user_feedback' });
		expect(payload()).toMatchObject({
			client_number: '919876543210',
			answers: [
				{ question: 'Was this call useful to you?', answer: 'A little' },
				{ question: 'How was the person who called?', answer: 'Unfriendly' },
			],
		});
	});

	test('say what to do when no webhook is registered', async () => {
		await wire.call('919876543210');
		await ring();
		await person.press('Missed it: call me back');
		await person.press('Call me back');
		await eventually(async () =>
			expect(await person.page.locator('.notice').innerText()).toContain(
				'The account has no webhook that takes this event',
			),
		);
	});
});
