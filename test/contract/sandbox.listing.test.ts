import { readExample } from './examples';
import { FEATURE_SET, openCaller } from './caller';
import type { Caller, Headers } from './caller';

let caller: Caller;
let bearer: Headers;
beforeAll(async () => {
	caller = await openCaller();
});
afterAll(async () => await caller.close());
beforeEach(async () => {
	caller.sandbox.control.reset();
	caller.sandbox.control.freezeClock();
	bearer = await caller.bearer();
});

const KYC = 'f5f5f5f5-0000-4000-8000-000000000002';
const DRAFT = 'f5f5f5f5-0000-4000-8000-000000000008';
const NUMBER = '911234567891';

const publish = async (phoneNumbers: unknown, set?: string) =>
	await caller.change(bearer, 'publish', phoneNumbers, set);
const delist = async (phoneNumbers: unknown, set?: string) =>
	await caller.change(bearer, 'delist', phoneNumbers, set);
const advance = (ms: number) => caller.sandbox.control.advanceClock(ms);
const stateOf = (phoneNumber: string, set = FEATURE_SET): string =>
	caller.sandbox.control.numbers(set).find((each) => each.phoneNumber === phoneNumber)?.state ??
	'absent';
const rowOf = async (phoneNumber: string) => {
	const { data } = await caller.numbers(bearer, { limit: 1_000 });
	return data.numbers.find((row: { phone_number: string }) => row.phone_number === phoneNumber);
};
/** The lists of an answer that hold something. */
const filled = (answer: object): object =>
	Object.fromEntries(
		Object.entries(answer).filter(([, value]) => Array.isArray(value) && value.length > 0),
	);

describe('the printed answers', () => {
	const play = async (name: string, authorization: Headers = bearer) => {
		const { request } = readExample(name);
		const { method, path: url, body: data, headers } = request;
		return await caller.send({ method, url, data, headers: { ...headers, ...authorization } });
	};

	it.each([
		['publish.pending', []],
		['delist.failed', []],
		['delist.pending', [NUMBER]],
	])('%s is given word for word', async (name, listed) => {
		caller.sandbox.control.seedNumbers({
			featureSetId: FEATURE_SET,
			phoneNumbers: listed,
			state: 'listed',
		});
		const { status, data } = await play(name);
		expect({ status, data }).toEqual({ status: 200, data: readExample(name).response.body });
	});

	it('a key without the access is refused in the printed words, and nobody without a token', async () => {
		const { withoutNumberManagement } = caller.sandbox.keys;
		const { status, data } = await play(
			'publish.forbidden',
			await caller.bearer(withoutNumberManagement),
		);
		const { body } = readExample('publish.forbidden').response;
		expect({ status, data }).toEqual({ status: 403, data: body });
		expect((await caller.change({}, 'delist', [NUMBER])).status).toBe(401);
	});
});

describe('a number is listed and delisted', () => {
	it('in four and six seconds of the sandbox, and its row tells', async () => {
		await publish([NUMBER]);
		const { nowMs } = caller.sandbox.control.clock();
		advance(3_999);
		expect(await rowOf(NUMBER)).toMatchObject({
			status: 'pending',
			feature_set_name: 'Fresh Flower Delivery',
		});
		advance(1);
		const row = await rowOf(NUMBER);
		expect(row.status).toBe('listed');
		expect(Date.parse(row.created_at)).toBe(nowMs);
		expect(Date.parse(row.updated_at)).toBe(nowMs + 4_000);
		await delist([NUMBER]);
		advance(5_999);
		expect((await rowOf(NUMBER)).status).toBe('delisting');
		advance(1);
		expect(await rowOf(NUMBER)).toBeUndefined();
	});

	it('at once, or unseen until it is listed, when told so', async () => {
		caller.sandbox.control.settings({ listingRows: 'hidden' });
		await publish([NUMBER]);
		expect(await rowOf(NUMBER)).toBeUndefined();
		caller.sandbox.control.settings({ listingMs: 0, delistingMs: 0 });
		expect(await rowOf(NUMBER)).toMatchObject({ status: 'listed' });
		expect((await delist([NUMBER])).data.status).toBe('pending');
		expect(await rowOf(NUMBER)).toBeUndefined();
	});

	it('unless it is under way already: then nothing changes', async () => {
		await publish([NUMBER]);
		const { data: again } = await publish([NUMBER]);
		expect([again.status, filled(again)]).toEqual(['failed', { processing_numbers: [NUMBER] }]);
		const { data: tooSoon } = await delist([NUMBER]);
		expect([tooSoon.status, filled(tooSoon)]).toEqual(['failed', { processing_numbers: [NUMBER] }]);
		advance(4_000);
		await delist([NUMBER]);
		const { data: ignored } = await publish([NUMBER]);
		expect([ignored.status, filled(ignored)]).toEqual(['failed', { processing_numbers: [NUMBER] }]);
		advance(6_000);
		expect(stateOf(NUMBER)).toBe('absent');
	});

	it('and a draft is published with its first number', async () => {
		const statusOf = async () => {
			const { data } = await caller.featureSets(bearer);
			return data.feature_sets.find(({ id }: { id: string }) => id === DRAFT).status;
		};
		await publish(['+911234567891'], DRAFT);
		expect(await statusOf()).toBe('draft');
		await publish([NUMBER], DRAFT);
		expect(await statusOf()).toBe('published');
		caller.sandbox.control.reset();
		bearer = await caller.bearer();
		expect(await statusOf()).toBe('draft');
	});
});

describe('each number goes to one list', () => {
	it('of a publish', async () => {
		const { control } = caller.sandbox;
		const seed = (
			state: 'listed' | 'delisting' | 'ownedByOther' | 'otherPhoneType' | 'failed',
			...phoneNumbers: string[]
		) => control.seedNumbers({ featureSetId: FEATURE_SET, phoneNumbers, state });
		seed('listed', '911300000001');
		seed('delisting', '911300000002');
		seed('ownedByOther', '911300000003');
		seed('otherPhoneType', '911300000004');
		seed('failed', '911300000005');
		const sent = [1, 2, 3, 4, 5, 6].map((each) => `91130000000${each}`);
		const { data } = await publish([
			...sent,
			'911140000201',
			'911140000901',
			'+911300000007',
			'1234567',
			'0911300000',
			'x',
		]);
		expect(data.status).toBe('pending');
		expect(filled(data)).toEqual({
			existing_numbers: ['911300000001'],
			processing_numbers: ['911300000002'],
			others_numbers: ['911300000003', '911140000901'],
			other_phonetype_numbers: ['911300000004'],
			new_numbers: ['911300000005', '911300000006'],
			other_feature_set_numbers: ['911140000201'],
			invalid_numbers: ['+911300000007', '1234567', '0911300000', 'x'],
		});
	});

	it('of a delist', async () => {
		const { data } = await delist([
			'911140000101',
			'911140000201',
			'911140000901',
			NUMBER,
			'+911140000102',
		]);
		expect(data.status).toBe('pending');
		expect(filled(data)).toEqual({
			existing_numbers: ['911140000101'],
			other_feature_set_numbers: ['911140000201'],
			others_numbers: ['911140000901'],
			new_numbers: [NUMBER],
			invalid_numbers: ['+911140000102'],
		});
		expect(stateOf('911140000201', KYC)).toBe('listed');
	});

	it.each([
		['9001', 'others_numbers', 'failed', 'absent'],
		['9002', 'other_phonetype_numbers', 'failed', 'absent'],
		['9003', 'migrated_numbers', 'pending', 'listed'],
		['9004', 'updated_numbers', 'pending', 'listed'],
		['9005', 'delisted_numbers', 'pending', 'listed'],
		['9006', 'other_feature_set_numbers', 'failed', 'absent'],
		['9007', 'new_numbers', 'pending', 'failed'],
	])('by its last four digits: %s to %s', async (digits, list, status, state) => {
		const phoneNumber = `91987654${digits}`;
		const { data } = await publish([phoneNumber]);
		expect([data.status, filled(data)]).toEqual([status, { [list]: [phoneNumber] }]);
		advance(4_000);
		expect(stateOf(phoneNumber)).toBe(state);
		if (state !== 'absent') expect((await rowOf(phoneNumber)).status).toBe(state);
	});

	it('only once, however often it was sent', async () => {
		const { data } = await publish([NUMBER, '911300000001', NUMBER]);
		expect(data.new_numbers).toEqual([NUMBER, '911300000001']);
	});

	it('and an answer that says failed has the HTTP status that was set', async () => {
		caller.sandbox.control.settings({ failedNumbersStatus: 400 });
		const { status, data } = await delist([NUMBER]);
		expect([status, data]).toEqual([400, readExample('delist.failed').response.body]);
		expect((await publish([NUMBER])).status).toBe(200);
	});
});
