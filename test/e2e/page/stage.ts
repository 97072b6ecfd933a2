import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { openReceiver, type Receiver } from '../../contract/receiver';
import { eventually } from '../editor/editor';
import { linesOf, visit, type Visit } from './page';

export type Stage = {
	readonly sandbox: Sandbox;
	/** Where webhooks may lead to; each test has a new one. */
	readonly receiver: Receiver;
	readonly person: Visit;
};

/** Gives the tests of a file one sandbox and one person at its page; each test begins with a fresh world. */
export function setStage(wishes: Parameters<typeof startSandbox>[0] = {}): Stage {
	const stage = {} as { -readonly [part in keyof Stage]: Stage[part] };
	beforeAll(async () => {
		stage.sandbox = await startSandbox(wishes);
		stage.person = await visit(stage.sandbox.pageUrl);
	});
	afterAll(async () => {
		await stage.person?.close();
		await stage.sandbox.close();
	});
	beforeEach(async () => {
		stage.sandbox.control.reset();
		stage.receiver = await openReceiver();
		await stage.person.page.goto(stage.sandbox.pageUrl);
		await stage.person.page.reload();
		await stage.person.untilLive();
	});
	afterEach(async () => {
		await stage.receiver.close();
		expect([stage.person.faults, stage.person.foreignHosts()]).toEqual([[], []]);
	});
	return stage;
}

/** Waits until a card of the page shows these lines, among others. */
export async function expectLines(
	{ person }: Stage,
	title: string | RegExp,
	...lines: unknown[]
): Promise<void> {
	await eventually(async () =>
		expect(await linesOf(person.card(title))).toEqual(expect.arrayContaining(lines)),
	);
}

/** Waits until a notice of the page says these words. */
export async function expectNotice({ person }: Stage, words: string): Promise<void> {
	await eventually(async () =>
		expect(await person.page.locator('.notices').innerText()).toContain(words),
	);
}
