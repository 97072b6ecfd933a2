import { eventually } from '../editor/editor';
import { openWire } from './page';
import { setStage } from './stage';

const customer = '+91 98765 43210';

describe('the person at a phone of the page', () => {
	const stage = setStage();
	let wire: Awaited<ReturnType<typeof openWire>>;
	beforeEach(async () => {
		wire = await openWire(stage.sandbox.url, stage.sandbox.control);
	});

	const ring = async () => await stage.person.press(`Ring ${customer}`);
	const register = () =>
		stage.sandbox.control.webhooks.register({ name: 'My workflow', url: stage.receiver.url });
	const payload = () =>
		Object.values(stage.receiver.events().at(-1) ?? {}).find(
			(value) => typeof value === 'object',
		) as Record<string, unknown>;
	const expectFate = async (words: string) =>
		await eventually(async () =>
			expect(await stage.person.dialog.locator('.sent li').allInnerTexts()).toEqual([words]),
		);

	test('can choose when to be called back, and send just that to the webhook', async () => {
		register();
		await wire.call('919876543210');
		await ring();
		await stage.person.press('Missed it: call me back');
		await stage.person.dialog.getByRole('group', { name: 'Day' }).getByRole('radio').nth(1).check();
		await stage.person.choose('12:30');
		await stage.person.press('Call me back');
		await expectFate('My workflow: Delivered');
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
		await stage.person.press('Done');
		await eventually(async () =>
			expect(await stage.person.phone(customer).locator('.answer').innerText()).toMatch(
				/^Asked to be called back \w{3},? \d+ \w{3}, 12:30–13:00 GMT\+5:30 · Delivered$/,
			),
		);
		expect(stage.receiver.arrived).toHaveLength(1);
	});

	test.each([
		[
			'at any time',
			async () => await stage.person.choose('Any time'),
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
				await stage.person.choose('Another number');
				await stage.person.dialog
					.getByLabel('Another number, with country code')
					.fill('+91 98123 45670');
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
	])('can be called back %s', async (_when, choose, button, expected) => {
		register();
		await wire.call('919876543210');
		await ring();
		await stage.person.press('Missed it: call me back');
		await choose();
		await stage.person.press(button);
		await expectFate('My workflow: Delivered');
		expect(payload()).toMatchObject(expected);
	});

	test('can rate the call', async () => {
		register();
		await wire.call('919876543210');
		await ring();
		await stage.person.press('Rate this call');
		await stage.person.choose('A little');
		await stage.person.choose('Unfriendly');
		await stage.person.press('Send my answer');
		await expectFate('My workflow: Delivered');
		expect(stage.receiver.events()[0]).toMatchObject({ event_type: 'user_feedback' });
		expect(payload()).toMatchObject({
			client_number: '919876543210',
			answers: [
				{ question: 'Was this call useful to you?', answer: 'A little' },
				{ question: 'How was the person who called?', answer: 'Unfriendly' },
			],
		});
	});

	test('reads what to do when no webhook is registered', async () => {
		await wire.call('919876543210');
		await ring();
		await stage.person.press('Missed it: call me back');
		await stage.person.press('Call me back');
		await eventually(async () =>
			expect(await stage.person.page.locator('.notice').innerText()).toContain(
				'No webhook takes this event. Register the URL of your trigger on the page, under Controls',
			),
		);
	});
});
