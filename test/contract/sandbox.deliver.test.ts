/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test is a Node program, never shipped */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

import { SCENARIO_NAMES } from '../../nodes/Truecaller/simulation/events/scenarios';
import { openCaller } from './caller';
import type { Caller } from './caller';
import { FAULT, openReceiver } from './receiver';
import type { Receiver } from './receiver';

let caller: Caller;
let receiver: Receiver;
beforeAll(async () => {
	caller = await openCaller();
	receiver = await openReceiver();
});
afterAll(async () => {
	await receiver.close();
	await caller.close();
});

const PROGRAM = join(__dirname, '../../sandbox/deliver.ts');

type Ended = { code: number; stdout: string; stderr: string };

/** What `npm run deliver -- …` runs. */
const run = async (...words: string[]): Promise<Ended> =>
	await new Promise((resolve) => {
		execFile(process.execPath, ['--import', 'tsx', PROGRAM, ...words], (error, stdout, stderr) =>
			resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
		);
	});
const deliver = async (...words: string[]) => await run(...words, '--sandbox', caller.sandbox.url);
const shownUrl = () => receiver.url.replace('?key=secret', '');

it('one command delivers one event, and says in words that it was delivered', async () => {
	const words = ['callMeBack', '--to', receiver.url, '--scenario', 'notInterested'];
	const fields = ['--event-id', 'abc', '--field', 'is_interested=true', '--field', 'note=a=b'];
	const { code, stdout } = await deliver(...words, ...fields, '--client-number', '911');
	expect(stdout).toBe(
		`Event abc\nDelivery 1, attempt 1, to ${shownUrl()}\n` +
			'  answered 200 {"status":"ok"}\n  delivered: Truecaller would not send it again\n',
	);
	expect(code).toBe(0);
	expect(receiver.events()[0]).toMatchObject({
		event_id: 'abc',
		cmb_payload: {
			is_interested: true,
			client_number: '911',
			note: 'a=b',
			requested_slot: 'NA',
		},
	});
});

it('or that it was not delivered, why, and when it comes again', async () => {
	receiver.answerWith(FAULT);
	caller.sandbox.control.webhooks.register({ name: 'CRM', url: receiver.url });
	const { code, stdout } = await deliver('userFeedback', '--event-id', 'abc', '--key', '');
	expect(stdout).toBe(
		`Event abc\nDelivery 2, attempt 1, to ${shownUrl()}\n  answered 500 {}\n` +
			'  not delivered: the status is 500 and not 2xx\n' +
			'  next attempt in 2 minutes, on the clock of the sandbox\n',
	);
	expect(code).toBe(1);
	expect(receiver.arrived.at(-1)?.url).toBe('/tcbiz-webhook');
});

it('the help names every event', async () => {
	const { code, stdout } = await run('--help');
	expect(code).toBe(0);
	for (const name of SCENARIO_NAMES) expect(stdout).toContain(`\n  ${name} `);
});

it.each([
	[['happy'], 'There is no "happy"; there are callMeBack, slotPicker, noNumber, noSlotPicker'],
	[['noNumber', '--scenario', 'testUrl'], '"noNumber" and --scenario testUrl are two events; give'],
	[['callMeBack', 'noNumber'], 'One event at a time, not "noNumber" too'],
	[['callMeBack', '--field', 'x'], '--field x is not <name>=<text>'],
	[['callMeBack', '--times', 'two'], '"times" in the event must be a whole number from 1 to 1000'],
	[['--sandbox', 'http://127.0.0.1:1'], 'No sandbox answers at http://127.0.0.1:1; start one with'],
])('%j is refused in words', async (words, reason) => {
	const sandbox = words.includes('--sandbox') ? [] : ['--sandbox', caller.sandbox.url];
	const { code, stdout, stderr } = await run(...words, ...sandbox);
	expect([code, stdout]).toEqual([1, '']);
	expect(stderr).toContain(reason);
	expect(stderr.trim().split('\n')).toHaveLength(1);
});
