import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { openWire, visit, type View, type Visit } from './page';

const customer = '+91 98765 43210';
const ends = [
	'919876540001',
	'919876540002',
	'919876540003',
	'919876540004',
	'919876540005',
	'919876543210',
];

describe('the page is for everybody', () => {
	let sandbox: Sandbox;
	let person: Visit | undefined;

	beforeAll(async () => {
		sandbox = await startSandbox({ editorUrl: 'http://127.0.0.1:5678' });
		sandbox.control.webhooks.register({
			name: 'My workflow',
			url: 'http://127.0.0.1:9/nobody?key=secret',
		});
		const { call, batch } = await openWire(sandbox.url, sandbox.control);
		for (const receiver of ends) await call(receiver);
		await batch([...ends, '919876543211']);
		await sandbox.control.deliver();
		await sandbox.control.deliver({ scenario: 'userFeedback' });
		sandbox.control.advanceClock(5_000);
	});
	afterEach(async () => await person?.close());
	afterAll(async () => await sandbox.close());

	/** Every screen there is, one after the other. */
	async function lookAround(view: View, look: (place: string) => Promise<void>) {
		person = await visit(sandbox.pageUrl, view);
		const { phone, press, go, page, dialog } = person;
		await phone(customer).waitFor();
		await look('phones');
		await press(`Ring ${customer}`);
		await look('ringing');
		await press('Missed it: call me back');
		await person.choose('Another number');
		await look('call back');
		await press('Back');
		await press('Rate this call');
		await look('rating');
		await press('Close');
		await dialog.waitFor({ state: 'hidden' });
		for (const name of ['Deliveries', 'Account', 'Controls']) {
			await go(name);
			await page.getByRole('heading', { level: 1, name }).waitFor();
			await look(name);
		}
	}

	test.each<[string, View]>([
		['in the light', { width: 1440, height: 900 }],
		['in the dark', { width: 1440, height: 900, colorScheme: 'dark' }],
		['on a small phone', { width: 360, height: 740 }],
	])('without a serious barrier %s', async (_title, view) => {
		const found: string[] = [];
		await lookAround(
			view,
			async (place) =>
				void found.push(
					...((await person?.barriers()) ?? []).map((barrier) => `${place}: ${barrier}`),
				),
		);
		expect(found).toEqual([]);
	});

	test('at 360 px nothing hangs over the edge', async () => {
		const widths: Record<string, number | undefined> = {};
		await lookAround(
			{ width: 360, height: 740 },
			async (place) => void (widths[place] = await person?.widthOfPage()),
		);
		expect(new Set(Object.values(widths))).toEqual(new Set([360]));
		expect(Object.keys(widths)).toHaveLength(7);
	});

	test('with the keyboard alone a call rings, is answered, and hangs up to where one was', async () => {
		person = await visit(sandbox.pageUrl);
		const { page, dialog, button } = person;
		await button(`Ring ${customer}`).focus();
		await page.keyboard.press('Enter');
		await dialog.waitFor();
		await button('Missed it: call me back').focus();
		await page.keyboard.press('Enter');
		const days = dialog.getByRole('group', { name: 'Day' }).getByRole('radio');
		await days.first().focus();
		await page.keyboard.press('ArrowRight');
		expect(await days.nth(1).isChecked()).toBe(true);
		await page.keyboard.press('Escape');
		await dialog.waitFor({ state: 'hidden' });
		expect(await button(`Ring ${customer}`).evaluate((element) => element.matches(':focus'))).toBe(
			true,
		);
	});

	test('with the Tab key alone every phone can be reached', async () => {
		person = await visit(sandbox.pageUrl);
		const { page, phone } = person;
		await phone(customer).waitFor();
		await page.getByLabel('Find').focus();
		const reached = new Set<string>();
		for (let step = 0; step < 7; step++) {
			await page.keyboard.press('Tab');
			reached.add(
				await page.evaluate<string>('document.activeElement.getAttribute("aria-label") ?? ""'),
			);
		}
		expect([...reached].filter((name) => name.startsWith('Ring')).length).toBe(5);
	});
});
