import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { openReceiver, type Receiver } from '../../contract/receiver';
import { eventually } from '../editor/editor';
import { openWire, visit, type View, type Visit } from './page';

const customer = '+91 98765 43210';
const small: View = { width: 360, height: 740 };

describe('the page, looked at', () => {
	let sandbox: Sandbox;
	let receiver: Receiver;
	let person: Visit | undefined;

	beforeEach(async () => {
		sandbox = await startSandbox({ editorUrl: 'http://127.0.0.1:5678' });
		receiver = await openReceiver();
	});
	afterEach(async () => {
		await person?.close();
		await receiver.close();
		await sandbox.close();
	});

	/** What a sandbox in use shows: calls of each kind, and events that were and were not delivered. */
	const fill = async () => {
		sandbox.control.webhooks.register({ name: 'My workflow', url: receiver.url });
		const { call } = await openWire(sandbox.url, sandbox.control);
		for (const receiverNumber of ['919876540001', '919876540005', '919876543210'])
			await call(receiverNumber);
		await sandbox.control.deliver();
		await sandbox.control.deliver({ url: 'http://127.0.0.1:9/nobody-listens-at-this-address' });
	};

	test.each([
		['before the first call', async () => undefined],
		['when customers have answered', fill],
	])('at 360 px a whole phone is on the first screen %s', async (_when, prepare) => {
		await prepare();
		person = await visit(sandbox.pageUrl, small);
		const { page } = person;
		const handset = page.locator('.handset').filter({ visible: true });
		const isWhole = async () =>
			(await handset.evaluateAll((all) => all.map((each) => each.getBoundingClientRect()))).some(
				({ top, bottom, left, right }) => top >= 0 && bottom <= 740 && left >= 0 && right <= 360,
			);
		await eventually(async () => expect(await isWhole()).toBe(true));
	});

	test('at 360 px no column of a table is cut, and each cell has the name of its column', async () => {
		await fill();
		person = await visit(sandbox.pageUrl, small);
		for (const view of ['Deliveries', 'Account']) {
			await person.go(view);
			const cells = person.page.locator('td[data-column]');
			await cells.first().waitFor();
			const cut = await cells.evaluateAll((all) =>
				all
					.filter((cell) => {
						const box = cell.closest('.scroll')?.getBoundingClientRect();
						const { left, right } = cell.getBoundingClientRect();
						return !box || left < box.left || right > box.right + 1;
					})
					.map((cell) => cell.textContent),
			);
			expect(cut).toEqual([]);
			const name = await person.page.evaluate<string>(
				"getComputedStyle(document.querySelectorAll('td[data-column]')[1], '::before').content",
			);
			expect(name).toMatch(view === 'Account' ? /^"Request"$/ : /^"Time \(GMT\+5:30\)"$/);
		}
	});

	test.each([
		['in the light', 'light' as const],
		['in the dark', 'dark' as const],
	])('a button keeps its label under the mouse %s', async (_title, colorScheme) => {
		await fill();
		person = await visit(sandbox.pageUrl, { width: 1440, height: 900, colorScheme });
		const { page, press, go, faintLabel } = person;
		const hoverAll = async () => {
			for (const button of await page.locator('button:enabled, a.button').all()) {
				if (!(await button.isVisible())) continue;
				await button.hover();
				const words = await button.innerText();
				expect([words, await faintLabel()]).toEqual([words, []]);
			}
		};
		await hoverAll();
		await press(`Ring ${customer}`);
		await person.dialog.waitFor();
		for (const name of ['Without', 'With your workflow']) {
			await press(name);
			await person.button(name).hover();
			expect([name, await faintLabel()]).toEqual([name, []]);
		}
		await press('Close');
		for (const view of ['Deliveries', 'Account', 'Controls']) {
			await go(view);
			await page.getByRole('heading', { level: 1, name: view }).waitFor();
			await hoverAll();
		}
	});

	test('a notice is above the call that rings, and can be dismissed there', async () => {
		const { call } = await openWire(sandbox.url, sandbox.control);
		await call('919876543210');
		person = await visit(sandbox.pageUrl, small);
		const { page, press, dialog } = person;
		await press(`Ring ${customer}`);
		await press('Missed it: call me back');
		await press('Call me back');
		const notice = page.locator('.notice');
		await notice.waitFor();
		const isOnTop = await page.evaluate<boolean>(`(() => {
			const notice = document.querySelector('.notice');
			const { left, top, width, height } = notice.getBoundingClientRect();
			return notice.contains(document.elementFromPoint(left + width / 2, top + height / 2));
		})()`);
		expect(isOnTop).toBe(true);
		await press('Dismiss');
		await notice.waitFor({ state: 'detached' });
		expect(await dialog.isVisible()).toBe(true);
	});
});
