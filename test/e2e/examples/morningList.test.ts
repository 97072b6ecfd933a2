import type { Execution } from '../../../playground/n8n/execution';
import { firstTrigger } from '../../../playground/firstExample';
import { openSpreadsheet } from '../../support/spreadsheet';
import { Refusal, type Call } from '../../support/thirdParties';
import { openJourney, withFields, withParameters, type Journey, type JourneyCopy } from './journey';

const schedule = 'Every working day at 8:30';
const dialledAt = 'POST dialler.example.com/calls';
const messagesAt = 'POST api.twilio.com/2010-04-01/Accounts/AC0/Messages.json';
const toDialler = (row: number, to: string) => ({ from: '+91 80 4567 8900', to, reference: row });

/** As somebody has it who uses it: until then the button of the editor must lead to the sample rows. */
const inUse = { [schedule]: () => ({ disabled: false }) };
const once = { ...inUse, 'Personalise the list': withParameters({ retryUnreachable: false }) };

const sheet = openSpreadsheet(
	'choose-your-sheet',
	['name', 'phone', 'reason', 'show_as', 'outcome'],
	['Asha Rao', '+91 98765-40000', 'Your KYC visit is tomorrow at 10'],
	['Ravi Kumar', '098450 10001', 'Your new card is on its way'],
	['Was called yesterday', '98450 20000', 'Your card has arrived', '', 'pushed'],
	// Google makes a number of what looks like one.
	['Meera Nair', 9_900_020_002, 'Your loan papers are ready to sign'],
	['Priya Iyer', '9886040004', 'Your account needs one more paper'],
	['Vikram Singh', '+91 97310-50005', 'Your cheque book has arrived'],
	['Arjun Mehta', '98800 7000', '=1+1'],
	['Kavya Menon', '+91 96110 80008', 'Your loan & insurance papers (final) are ready!!'],
);

describe('the morning list', () => {
	let journey: Journey;
	let copy: JourneyCopy;
	beforeAll(async () => {
		journey = await openJourney('morning-list', {
			...sheet.replies,
			[dialledAt]: { queued: true },
			[messagesAt]: { sid: 'SM1' },
		});
		// The second try takes its time, and is looked at once.
		copy = await journey.create(once);
	});
	afterEach(() => {
		journey.forget();
		sheet.clear();
	});
	afterAll(async () => await journey.close());

	const dialled = () =>
		journey.parties
			.calls(dialledAt)
			.map(({ body }) => body)
			.sort((one, other) => Number(one.reference) - Number(other.reference));
	const texted = () => journey.parties.calls(messagesAt).map(({ body }) => body.To);
	const column = (name: string) => sheet.rows().map((row) => row[name]);
	const succeeded = (execution: Execution) =>
		expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
	/** The last four digits of each receiver, batch by batch. */
	const batches = () =>
		(
			journey.received('batchV3') as Array<{ call_records: Array<{ receiver_number: string }> }>
		).map(({ call_records: records }) =>
			records.map(({ receiver_number: number }) => number.slice(-4)),
		);

	test('goes out of the sheet to the dialler and to Twilio, and back into its rows', async () => {
		succeeded(await (await journey.create(inUse)).run(schedule));
		expect(dialled()).toEqual([toDialler(2, '+919876540000'), toDialler(9, '+919611080008')]);
		expect(
			journey.parties.calls(messagesAt).map(({ body }) => [body.From, body.To, body.Body]),
		).toEqual([
			[
				'+15005550006',
				'+919845010001',
				'Hello Ravi Kumar, Acme Bank will call you this morning from +91 80 4567 8900: Your new card is on its way',
			],
			[
				'+15005550006',
				'+919900020002',
				'Hello Meera Nair, Acme Bank will call you this morning from +91 80 4567 8900: Your loan papers are ready to sign',
			],
		]);
		expect(sheet.rows().map(({ outcome, why, next }) => [outcome, why, next])).toEqual([
			['pushed', '', 'The dialler has it'],
			['cannotShow', 'notTruecallerUser', 'Told by a text message: call'],
			['pushed', '', ''],
			['cannotShow', 'osNotSupported', 'Told by a text message: call'],
			['tryAgain', 'failedToPush', 'Call anyway, in the afternoon'],
			['refused', 'invalidInput', 'Correct the row'],
			['not sent', '', 'Correct the row'],
			['pushed', '', 'The dialler has it'],
		]);
		expect(column('advice')[6]).toBe(
			"'Receiver Number' is too short for India (+91): 9 digits where 10 are expected",
		);
		expect(column('truecaller_said')[5]).toBe('Invalid receiver number');
		expect(column('reason')[7]).toBe('Your loan & insurance papers (final) are ready!!');
		// All at once, and only the unreachable phone a second time.
		expect(batches()).toEqual([['0000', '0001', '0002', '0004', '0005', '0008'], ['0004']]);
	});

	test('does no row a second time', async () => {
		await copy.run(schedule);
		journey.forget();
		succeeded(await copy.run(schedule));
		expect([batches(), dialled(), texted()]).toEqual([[], [], []]);
	});

	test('sends nothing when the sheet cannot be read', async () => {
		journey.parties.reply({ [sheet.at.read]: sheet.isAway });
		const execution = await copy.run(schedule);
		expect([execution.status, journey.parties.calls(sheet.at.read).length]).toEqual(['error', 3]);
		expect([batches(), dialled(), texted()]).toEqual([[], [], []]);
	});

	test('texts and calls nobody when the sheet cannot be written, and does it once when it is tried again', async () => {
		journey.parties.reply({ [sheet.at.write]: sheet.forbids });
		const execution = await copy.run(schedule);
		expect([execution.status, execution.nodeError('Outcomes to the sheet')?.message]).toEqual([
			'error',
			expect.stringContaining('Forbidden'),
		]);
		expect([dialled(), texted(), journey.parties.calls(sheet.at.write).length]).toEqual([
			[],
			[],
			3,
		]);
		journey.forget();
		succeeded(await copy.retry());
		expect([batches(), dialled().length, texted().length]).toEqual([[], 2, 2]);
		expect(column('next')[0]).toBe('The dialler has it');
	});

	test('leaves in the row what Twilio or the dialler refused, and tries neither again', async () => {
		const refuse = (which: unknown, call: Call) =>
			call.body.To === which || call.body.reference === which
				? new Refusal(400, { message: 'Not today' })
				: { ok: true };
		journey.parties.reply({
			[dialledAt]: (call: Call) => refuse(2, call),
			[messagesAt]: (call: Call) => refuse('+919845010001', call),
		});
		succeeded(await copy.run(schedule));
		expect(column('next').slice(0, 4)).toEqual([
			expect.stringMatching(/^Look into the dialler, then call by hand: .*Not today/),
			expect.stringMatching(/^Call without a text message: Bad request/),
			'',
			'Told by a text message: call',
		]);
		expect([dialled().length, texted().length]).toEqual([2, 2]);
	});

	test('says in every row that Truecaller refused the key, and blames no row for it', async () => {
		journey.sandbox.control.next({ route: 'batchV3', times: 1, status: 403 });
		succeeded(await copy.run(schedule));
		expect(column('outcome')).toEqual([
			'not sent',
			'not sent',
			'pushed',
			'not sent',
			'not sent',
			'not sent',
			'not sent',
			'not sent',
		]);
		expect(column('next').map((next) => next === 'Call anyway, in the afternoon')).toEqual([
			true,
			true,
			false,
			true,
			true,
			true,
			false,
			true,
		]);
		expect([dialled(), texted()]).toEqual([[], []]);
	});

	test('calls with other numbers and another dialler when the settings say so', async () => {
		const changed = await journey.create({
			...once,
			Settings: withFields({
				callerNumber: '+91 11 4000 0101',
				diallerUrl: 'https://other.example.com/v1',
				messagesFrom: '+12025550100',
			}),
		});
		journey.parties.reply({ 'POST other.example.com/v1': {} });
		succeeded(await changed.run(schedule));
		expect(journey.parties.calls('POST other.example.com/v1').map(({ body }) => body.from)).toEqual(
			['+91 11 4000 0101', '+91 11 4000 0101'],
		);
		expect(journey.parties.calls(messagesAt)[0]?.body.From).toBe('+12025550100');
	});

	describe('with its sample rows', () => {
		let execution: Execution;
		let others: Call[];
		beforeAll(async () => {
			execution = await copy.run(firstTrigger);
			others = [...journey.parties.calls()];
		});

		test('says for each what to do next, in the order of the sheet', () => {
			expect(
				execution
					.items('In the order of the sheet')
					.map(({ json }) => [json.row_number, json.outcome, json.why, json.next]),
			).toEqual([
				[2, 'pushed', '', 'Call now'],
				[3, 'cannotShow', 'notTruecallerUser', 'Send a text message, then call'],
				[4, 'cannotShow', 'osNotSupported', 'Send a text message, then call'],
				[5, 'cannotShow', 'appVersionNotSupported', 'Send a text message, then call'],
				[6, 'tryAgain', 'failedToPush', 'Call anyway, in the afternoon'],
				[7, 'refused', 'invalidInput', 'Correct the row'],
				[8, 'unknown', 'serverFault', 'Call anyway, in the afternoon'],
				[9, 'not sent', '', 'Correct the row'],
				[10, 'pushed', '', 'Call now'],
				[11, 'not sent', '', 'Correct the row'],
				[12, 'pushed', '', 'Call now'],
				[13, 'not sent', '', 'Correct the row'],
			]);
		});

		test('asks, texts and calls nobody else', () => {
			expect(execution.items('Nobody is texted or called')).toHaveLength(12);
			expect(others).toEqual([]);
		});
	});
});
