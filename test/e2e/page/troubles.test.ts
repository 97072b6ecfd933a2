/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { connect, createServer, type Socket } from 'node:net';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { openReceiver } from '../../contract/receiver';
import { eventually } from '../editor/editor';
import { openWire, visit, type Visit } from './page';

const customer = '+91 98765 43210';
const markup = '<img src=x onerror="document.title=1"><b>Bold</b>';

describe('the page in trouble', () => {
	let sandbox: Sandbox;
	let person: Visit;

	beforeEach(async () => {
		sandbox = await startSandbox();
	});
	afterEach(async () => {
		expect([person.faults, person.foreignHosts()]).toEqual([[], []]);
		await person.close();
		await sandbox.close();
	});

	const notice = async () => await person.page.locator('.notices').innerText();
	const tally = async () => await person.page.locator('.tally').innerText();

	test('holds ten thousand phones, draws a few, and finds any', async () => {
		const { batch } = await openWire(sandbox.url, sandbox.control);
		for (let first = 0; first < 10_000; first += 500) {
			await batch(
				Array.from({ length: 500 }, (_, index) => `91970${String(1_010_000 + first + index)}`),
			);
		}
		sandbox.control.advanceClock(60_000);
		person = await visit(sandbox.pageUrl);
		await eventually(async () =>
			expect(await tally()).toMatch(/^10,000 phones: [\d,]+ can show your name, \d+ cannot$/),
		);
		const drawn = async () => await person.page.locator('.phone').count();
		expect(await drawn()).toBeGreaterThan(3);
		expect(await drawn()).toBeLessThan(40);
		await person.page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
		// Those who cannot see it come last.
		await person.phone('+91 97010 10007').waitFor();
		expect(await person.phone('+91 97010 10007').getAttribute('aria-posinset')).toBe('10000');
		expect(await drawn()).toBeLessThan(40);
		await person.page.getByLabel('Find').fill('97010 14321');
		await eventually(async () =>
			expect(await person.page.locator('.owner').allInnerTexts()).toEqual(['+91 97010 14321']),
		);
	});

	test('shows text that tries to be markup as the text it is', async () => {
		const receiver = await openReceiver();
		receiver.answerWith({ status: 500, headers: { 'content-type': 'text/html' }, body: markup });
		sandbox.control.webhooks.register({ name: markup, url: receiver.url });
		const { call } = await openWire(sandbox.url, sandbox.control);
		// The reason may not hold such signs; the name may.
		await call('919876543210', { dynamic_label_name: '<b>Bold</b> <script>' });
		await sandbox.control.deliver({
			fields: { client_number: '919876543210', cmb_config_name: markup },
		});
		await call('919876543210', { [markup]: 1 });
		person = await visit(sandbox.pageUrl);
		expect(await person.phone(customer).locator('.name').innerText()).toContain(
			'<b>Bold</b> <script>',
		);
		for (const view of ['Deliveries', 'Account', 'Controls']) {
			await person.go(view);
			await person.page.getByRole('heading', { level: 1, name: view }).waitFor();
			expect(await person.page.locator('main').innerText()).toContain(
				view === 'Account' ? `${markup} is not allowed` : markup,
			);
			expect(await person.page.locator('main img, main b:text-is("Bold")').count()).toBe(0);
		}
		expect(await person.page.title()).toBe('Truecaller sandbox');
		await receiver.close();
	});

	test('says when the sandbox was started again, and goes on with what that one knows', async () => {
		await (await openWire(sandbox.url, sandbox.control)).call('919876543210');
		person = await visit(sandbox.pageUrl);
		await person.phone(customer).waitFor();
		const port = Number(new URL(sandbox.url).port);
		await sandbox.close();
		await eventually(async () =>
			expect(await person.line.innerText()).toBe('Connection lost, trying again …'),
		);
		expect(await tally()).toContain('1 phone:');
		sandbox = await startSandbox({ port });
		await person.untilLive();
		await eventually(async () =>
			expect(await notice()).toContain('The sandbox was started again.'),
		);
		expect(await person.page.locator('.phone').count()).toBe(0);
		await (await openWire(sandbox.url, sandbox.control)).call('919812345678');
		await person.phone('+91 98123 45678').waitFor();
	});

	test.each(['is cut', 'falls silent'])('catches up after a line that %s', async (trouble) => {
		const line = await openLine(Number(new URL(sandbox.url).port));
		const { call } = await openWire(sandbox.url, sandbox.control);
		await call('919876543210');
		person = await visit(`${line.url}/sandbox`);
		await person.phone(customer).waitFor();
		if (trouble === 'is cut') line.cut();
		else line.silence();
		await eventually(async () =>
			expect(await person.line.innerText()).toBe('Connection lost, trying again …'),
		);
		await call('919812345678');
		line.mend();
		await person.phone('+91 98123 45678').waitFor();
		expect(await tally()).toBe('2 phones: 2 can show your name, 0 cannot');
		expect(await person.line.innerText()).toBe('Live');
		await line.close();
	});

	test('says so when a button is pressed and no sandbox answers', async () => {
		person = await visit(`${sandbox.pageUrl}#controls`);
		await person.button('Start over').waitFor();
		await sandbox.close();
		await person.press('Start over');
		await eventually(async () =>
			expect(await notice()).toContain('The sandbox does not answer. Is it still running?'),
		);
	});
});

/** A line to the sandbox that can be cut, or left open with nothing coming through. */
async function openLine(port: number) {
	const sockets = new Set<Socket>();
	let state: 'whole' | 'cut' | 'silent' = 'whole';
	const server = createServer((near) => {
		if (state === 'cut') return void near.destroy();
		const far = connect(port, '127.0.0.1');
		for (const socket of [near, far]) {
			sockets.add(socket);
			socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
		}
		near
			.on('data', (part) => state === 'whole' && far.write(part))
			.on('close', () => far.destroy());
		far
			.on('data', (part) => state === 'whole' && near.write(part))
			.on('close', () => near.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const drop = () => {
		for (const socket of sockets) socket.destroy();
	};
	return {
		url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
		cut: () => {
			state = 'cut';
			drop();
		},
		silence: () => (state = 'silent'),
		mend: () => (state = 'whole'),
		close: async () => {
			drop();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
