import type { SettingsChange } from '../../sandbox/settings/settings';
import { openCaller, recordNow, recordsNow } from './caller';
import type { Caller, Headers } from './caller';

let caller: Caller;
let headers: Headers;
beforeEach(async () => {
	caller = await openCaller();
	headers = await caller.bearer();
});
afterEach(async () => await caller.close());

const set = (change: SettingsChange) => caller.sandbox.control.settings(change);
const personalise = async (record: object, more: Headers = {}) =>
	await caller.personalise({ ...headers, ...more }, record);

const WITH_PLUS = { caller_number: '+911234567890', receiver_number: '+919876543210' };
const seconds = (ms: unknown) => Math.floor(Number(ms) / 1_000);
const inFormerNames = (): object => {
	const {
		caller_number: from,
		receiver_number: receiver,
		dynamic_label_name: label_name,
		dynamic_call_reason: call_reason,
		...rest
	} = recordNow();
	return { ...rest, caller: from, receiver, label_name, call_reason };
};
const inSeconds = (): object => {
	const { starts_at, ends_at, ...rest } = recordNow();
	return { ...rest, starts_at: seconds(starts_at), ends_at: seconds(ends_at) };
};
const withoutName = (): object => recordNow({ dynamic_label_name: undefined });

describe('a call record in the form that the sandbox is told to want', () => {
	it.each<readonly [string, SettingsChange, () => object, () => object, string]>([
		[
			'numbers with +',
			{ callNumbers: 'withPlus' },
			() => recordNow(WITH_PLUS),
			recordNow,
			'caller_number must be in E.164 format, with +',
		],
		[
			'the names of v1',
			{ recordNames: 'former' },
			inFormerNames,
			recordNow,
			'dynamic_label_name is not allowed',
		],
		[
			'the name of the label',
			{ labelNameRequired: true },
			recordNow,
			withoutName,
			'dynamic_label_name is required',
		],
		[
			'times in seconds',
			{ recordTimes: 'seconds' },
			inSeconds,
			recordNow,
			'starts_at must be in seconds',
		],
	])('%s', async (_title, settings, wanted, documented, words) => {
		set(settings);
		expect((await personalise(wanted())).status).toBe(200);
		const refused = await personalise(documented());
		expect([refused.status, refused.data.status_info.message]).toEqual([
			400,
			`Request body is invalid: ${words}`,
		]);
	});

	it('numbers without + in version 3', async () => {
		set({ callNumbers: 'withoutPlus', batchWithBadRecord: 'refused' });
		expect((await caller.batch('/v3', headers, recordsNow(3))).status).toBe(400);
		expect((await caller.batch('/v3', headers, [recordNow()])).status).toBe(200);
	});

	it('is refused in the words that are set, with or without the field', async () => {
		set({ callNumbers: 'withPlus', formWords: { plus: '{field}: a + is missing' } });
		const { data } = await personalise(recordNow());
		const message = 'caller_number: a + is missing';
		expect(data.status_info).toEqual({ status: 'error', field: 'caller_number', message });
		set({ formWordsWithField: false });
		const { data: bare } = await personalise(recordNow());
		expect(bare.status_info).toEqual({ status: 'error', message });
	});

	it('is still refused for anything else in the usual words', async () => {
		set({ formWords: { plus: 'never seen' } });
		const { data } = await personalise(recordNow({ dynamic_call_reason: 'Hi' }));
		expect(data.status_info.field).toBe('dynamic_call_reason');
	});
});

describe('a listing in the form that the sandbox is told to want', () => {
	it('numbers with +: every other is invalid', async () => {
		set({ listedNumbers: 'withPlus' });
		const { data } = await caller.change(headers, 'publish', ['912268019101', '+912268019102']);
		expect([data.invalid_numbers, data.new_numbers]).toEqual([['912268019101'], ['+912268019102']]);
		const { data: again } = await caller.change(headers, 'publish', ['+912268019102']);
		expect(again.processing_numbers).toEqual(['+912268019102']);
	});

	it('one text with commas', async () => {
		set({ phoneNumbersAs: 'text' });
		const { data } = await caller.change(headers, 'publish', '912268019101,912268019102');
		expect(data.new_numbers).toEqual(['912268019101', '912268019102']);
		const refused = await caller.change(headers, 'publish', ['912268019103']);
		expect([refused.status, refused.data.message]).toEqual([400, 'phone_numbers must be a string']);
	});
});

describe('a header that the sandbox is told to require', () => {
	it.each<readonly [NonNullable<SettingsChange['requiredHeaders']>[number], Headers, number]>([
		['accept', { Accept: 'application/vnd.api+json; version=1.0' }, 406],
		['contentType', { 'Content-Type': 'application/json' }, 415],
		['publicAccess', { 'X-Public-Access': 'allow' }, 400],
	])('%s', async (name, wanted, status) => {
		set({ requiredHeaders: [name] });
		expect((await caller.labels(headers)).status).toBe(status);
		expect((await caller.labels({ ...headers, ...wanted })).status).toBe(200);
	});
});

it('a missing route is 405 when the sandbox is told so', async () => {
	set({ missingRoutes: ['v3'], missingRouteStatus: 405 });
	expect((await caller.batch('/v3', headers, recordsNow(1))).status).toBe(405);
});
