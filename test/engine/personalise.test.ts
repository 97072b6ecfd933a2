import { customers, LABEL_ID, personaliseCall } from '../support/calls';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

const sent = () => stage.sandbox.control.received('realTimeV2').map(({ body }) => body);

describe('personalising calls', () => {
	it('says for each customer what became of the call, in the order of the list', async () => {
		const phones = [
			'+91 98765-41000',
			'098765 40001',
			'9876540002',
			'0091 98765 40003',
			'(+91) 98765 40004',
			'+919876540005',
			'+919876540006',
			'+919876540007',
		];
		const { items, error } = await stage.engine.runNode({
			parameters: personaliseCall(),
			items: customers(...phones),
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => [json.outcome, json.personalised, json.reason])).toEqual([
			['pushed', true, null],
			['cannotShow', false, 'notTruecallerUser'],
			['cannotShow', false, 'osNotSupported'],
			['cannotShow', false, 'appVersionNotSupported'],
			['tryAgain', false, 'failedToPush'],
			['refused', false, 'invalidInput'],
			['unknown', false, 'noAnswer'],
			['unknown', false, 'serverFault'],
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			phones.map((_phone, item) => ({ item })),
		);
		expect(stage.sandbox.control.received('token')).toHaveLength(1);
		expect(sent()).toHaveLength(8);
	});

	it('puts out what was sent, as it was sent, and Truecaller’s own words', async () => {
		const before = Date.now();
		const parameters = personaliseCall({ labelName: 'Centro Bank' });
		const { items } = await stage.engine.runNode({ parameters, items: customers('98765 43210') });
		const [callRecord] = sent();
		expect(Object.keys(items[0]?.json ?? {})[0]).toBe('receiverNumber');
		expect(items[0]?.json).toEqual({
			receiverNumber: '+919876543210',
			outcome: 'pushed',
			personalised: true,
			reason: null,
			advice: 'Place the call',
			message: 'Record processed successfully',
			window: {
				start: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\+05:30$/),
				end: expect.stringMatching(/\+05:30$/),
				timezone: 'Asia/Kolkata',
			},
			callRecord,
		});
		expect(callRecord).toEqual({
			caller_number: '912268012345',
			receiver_number: '919876543210',
			starts_at: expect.any(Number),
			ends_at: expect.any(Number),
			label_id: LABEL_ID,
			dynamic_label_name: 'Centro Bank',
			dynamic_call_reason: 'Your flower delivery today',
		});
		const { starts_at: start, ends_at: end } = callRecord as { starts_at: number; ends_at: number };
		expect(start).toBeGreaterThanOrEqual(before);
		expect(start).toBeLessThanOrEqual(Date.now());
		expect(end - start).toBe(60 * 60_000);
		const { window } = items[0]?.json as { window: { start: string; end: string } };
		expect(Date.parse(window.start)).toBe(Math.floor(start / 1_000) * 1_000);
		expect(Date.parse(window.end)).toBe(Math.floor(end / 1_000) * 1_000);
	});

	it('reads every parameter at its own item', async () => {
		const parameters = personaliseCall({
			callReason: '={{ $json.why }}',
			durationMinutes: '={{ $json.minutes }}',
			label: { __rl: true, mode: 'id', value: '={{ $json.label }}' },
		});
		const items = ['A', 'B', 'C'].map((letter, index) => ({
			phone: `98765432${index}0`,
			why: `Order ${letter} is on its way`,
			minutes: 10 + index,
			label: LABEL_ID,
		}));
		await stage.engine.runNode({ parameters, items });
		const records = sent() as Array<{
			dynamic_call_reason: string;
			starts_at: number;
			ends_at: number;
		}>;
		const told = records.map((record) => [
			record.dynamic_call_reason,
			(record.ends_at - record.starts_at) / 60_000,
		]);
		expect(told.sort()).toEqual([
			['Order A is on its way', 10],
			['Order B is on its way', 11],
			['Order C is on its way', 12],
		]);
	});

	it('takes times from the picker in the time zone of the workflow, and from expressions', async () => {
		const parameters = personaliseCall({
			startsAt: '={{ $json.from }}',
			endsAt: '={{ $json.luxon ? $now.plus({ hours: 2 }) : $json.to }}',
		});
		const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
		const items = [
			{ phone: '9876543210', from: `${tomorrow}T10:00:00`, to: `${tomorrow}T11:00:00Z` },
			{ phone: '9876543220', from: '', luxon: true },
			{
				phone: '9876543230',
				from: Math.floor(Date.now() / 1_000) + 60,
				to: Date.now() + 3_600_000,
			},
		];
		const { error } = await stage.engine.runNode({ parameters, items });
		expect(error).toBeUndefined();
		const records = new Map(
			(sent() as Array<{ receiver_number: string; starts_at: number; ends_at: number }>).map(
				(record) => [record.receiver_number, record],
			),
		);
		const picked = records.get('919876543210');
		expect(
			[picked?.starts_at, picked?.ends_at].map((ms) => new Date(ms ?? 0).toISOString()),
		).toEqual([`${tomorrow}T04:30:00.000Z`, `${tomorrow}T11:00:00.000Z`]);
		expect((records.get('919876543220')?.ends_at ?? 0) - Date.now()).toBeGreaterThan(7_190_000);
		expect(records.get('919876543230')?.starts_at).toBe(
			items[2]?.from === undefined ? 0 : Number(items[2].from) * 1_000,
		);
	});

	it('repairs a call reason when it is told to, and adds the input when it is told to', async () => {
		const parameters = personaliseCall(
			{ callReason: '  Your order: Tea & Coffee (2/3)! ' },
			{ cleanReason: true, includeInputFields: true },
		);
		const { items } = await stage.engine.runNode({
			parameters,
			items: [{ phone: '9876543210', id: 7 }],
		});
		expect(items[0]?.json.callRecord).toMatchObject({
			dynamic_call_reason: 'Your order: Tea and Coffee 2-3',
		});
		expect(items[0]?.json.input).toEqual({ phone: '9876543210', id: 7 });
	});

	it('sends everything as it is with the checks off, and lets Truecaller judge', async () => {
		const parameters = personaliseCall({ callReason: 'Hi!' }, { checks: 'off' });
		const { items } = await stage.engine.runNode({
			parameters,
			items: customers('12', '+919876543210', 'abc'),
		});
		expect(items.map(({ json }) => [json.outcome, json.reason])).toEqual(
			Array(3).fill(['refused', 'invalidInput']),
		);
		expect(
			(sent() as Array<{ receiver_number: string }>).map((record) => record.receiver_number).sort(),
		).toEqual(['+919876543210', '12', 'abc']);
	});

	it('understands every dialect of Truecaller’s answer', async () => {
		for (const dialect of ['status_info', 'statusInfo', 'flat'] as const) {
			for (const status of [200, 400]) {
				stage.sandbox.control.settings({ dialect, deliveryFailureStatus: status });
				const { items } = await stage.engine.runNode({
					parameters: personaliseCall(),
					items: customers('9876540000', '9876540001', '9876540004'),
				});
				expect(items.map(({ json }) => json.outcome)).toEqual(['pushed', 'cannotShow', 'tryAgain']);
			}
		}
	});

	it('never says pushed for words that it does not know', async () => {
		const body = { status_info: { status: 'error', message: 'The moon is full' } };
		for (const status of [200, 400])
			stage.sandbox.control.next({ route: 'realTimeV2', status, body });
		const { items } = await stage.engine.runNode({
			parameters: personaliseCall(),
			items: customers('9876540000', '9876540010', '9876540020'),
		});
		const told = items.map(({ json }) => [json.outcome, json.personalised, json.message]);
		expect(told.filter(([outcome]) => outcome === 'unknown')).toEqual(
			Array(2).fill(['unknown', false, 'The moon is full']),
		);
		expect(told.filter(([outcome]) => outcome === 'pushed')).toHaveLength(1);
	});
});

it('Version 1 of the call is spoken in its own names', async () => {
	const { items } = await stage.engine.runNode({
		parameters: personaliseCall({ labelName: 'Centro Bank' }, { apiVersion: 'v1' }),
		items: customers('98765 43210'),
	});
	const [{ body } = { body: undefined }] = stage.sandbox.control.received('realTimeV1');
	expect(body).toEqual({
		caller: '912268012345',
		receiver: '919876543210',
		starts_at: expect.any(Number),
		ends_at: expect.any(Number),
		label_id: LABEL_ID,
		label_name: 'Centro Bank',
		call_reason: 'Your flower delivery today',
	});
	expect(items[0]?.json).toMatchObject({ outcome: 'pushed', callRecord: body });
});
