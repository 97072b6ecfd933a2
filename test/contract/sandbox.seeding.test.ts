import { FEATURE_SET, openCaller } from './caller';
import type { Caller } from './caller';

let caller: Caller;
beforeAll(async () => {
	caller = await openCaller();
});
afterAll(async () => await caller.close());
beforeEach(() => caller.sandbox.control.reset());

const KYC = 'f5f5f5f5-0000-4000-8000-000000000002';
const DEMO = [
	{ phoneNumber: '911140000201', state: 'listed' },
	{ phoneNumber: '911140000202', state: 'listed' },
];

const get = async (path: string) => await caller.send({ method: 'GET', url: `/sandbox${path}` });
const post = async (path: string, data?: unknown) =>
	await caller.send({ method: 'POST', url: `/sandbox${path}`, data });

describe('numbers can be put into a state', () => {
	it.each(['listing', 'listed', 'delisting', 'failed', 'ownedByOther', 'otherPhoneType'])(
		'%s, and read, and are gone after a reset',
		async (state) => {
			caller.sandbox.control.freezeClock();
			const phoneNumbers = ['911300000001', '911300000002'];
			const seeded = phoneNumbers.map((phoneNumber) => ({ phoneNumber, state }));
			const { status, data } = await post('/numbers', { featureSetId: KYC, phoneNumbers, state });
			expect([status, data]).toEqual([200, [...DEMO, ...seeded]]);
			expect((await get(`/numbers?featureSetId=${KYC}`)).data).toEqual(data);
			await post('/reset');
			expect((await get(`/numbers?featureSetId=${KYC}`)).data).toEqual(DEMO);
		},
	);

	it('absent, and listing ends in its time', async () => {
		const { control } = caller.sandbox;
		control.seedNumbers({ featureSetId: KYC, phoneNumbers: ['911140000201'], state: 'absent' });
		expect(control.numbers(KYC)).toEqual(DEMO.slice(1));
		control.seedNumbers({ featureSetId: KYC, phoneNumbers: ['911140000202'], state: 'listing' });
		control.advanceClock(4_000);
		expect(control.numbers(KYC)).toEqual(DEMO.slice(1));
	});

	it('and only then show as rows when they are the account’s own', async () => {
		const { control } = caller.sandbox;
		const states = ['listed', 'failed', 'ownedByOther', 'otherPhoneType'] as const;
		for (const [index, state] of states.entries()) {
			control.seedNumbers({ featureSetId: KYC, phoneNumbers: [`91130000000${index}`], state });
		}
		const { data } = await caller.numbers(await caller.bearer(), { feature_set_id: KYC });
		const seen = data.numbers.map(({ status }: { status: string }) => status);
		expect(seen).toEqual(['listed', 'listed', 'listed', 'failed']);
	});

	it.each<[object, string]>([
		[{ featureSetId: KYC, phoneNumbers: ['911300000001'] }, '"state" is missing in the numbers'],
		[{ featureSetId: KYC, phoneNumbers: ['+91'], state: 'listed' }, 'texts of digits'],
		[{ featureSetId: KYC, phoneNumbers: [], state: 'gone' }, 'must be one of "listing", "listed"'],
		[{ featureSetId: 'x', phoneNumbers: [], state: 'listed' }, 'There is no feature set "x"'],
		[{ number: 1 }, 'There is no "number" in the numbers; it knows featureSetId, phoneNumbers'],
	])('but not %j', async (seed, words) => {
		const { status, data } = await post('/numbers', seed);
		expect([status, data.error]).toEqual([400, expect.stringContaining(words)]);
	});

	it('and are read for one feature set', async () => {
		expect((await get('/numbers')).data.error).toBe('"featureSetId" is missing in the query');
		expect((await get('/numbers?featureSetId=x')).data.error).toContain('no feature set "x"');
	});
});

it('the settings of batches and numbers are checked like all others', async () => {
	const refused: Array<[object, string]> = [
		[{ missingRoutes: ['v4'] }, 'must be a list of "v1", "v2", "v3", "token"'],
		[{ unknownBatchStatus: 204 }, 'must be one of 200, 404'],
		[{ batchSettleMs: -1 }, 'must be a whole number from 0'],
		[{ pastLastPage: 'again' }, 'must be one of "empty", "repeatsLast", "startsOver"'],
		[{ limits: { numbersPerPage: 0 } }, '"numbersPerPage" in limits must be a whole number from 1'],
	];
	for (const [change, words] of refused) {
		const { status, data } = await post('/settings', change);
		expect([status, data.error]).toEqual([400, expect.stringContaining(words)]);
	}
});

it('calls of batches and numbers are counted and remembered by the names of their routes', async () => {
	const bearer = await caller.bearer();
	for (const version of ['/v3', '/v2', '']) {
		await caller.batch(version, bearer, []);
		await caller.batchStatus(version, bearer, 'x');
	}
	await caller.featureSets(bearer);
	await caller.numbers(bearer);
	await caller.change(bearer, 'publish', ['911300000001']);
	await caller.change(bearer, 'delist', ['911300000009']);
	expect(caller.sandbox.control.counts()).toEqual({
		token: { 200: 1 },
		batchV3: { 400: 1 },
		batchV3Status: { 404: 1 },
		batchV2: { 400: 1 },
		batchV2Status: { 404: 1 },
		batchV1: { 400: 1 },
		batchV1Status: { 404: 1 },
		featureSets: { 200: 1 },
		numbers: { 200: 1 },
		publish: { 200: 1 },
		delist: { 200: 1 },
	});
	const { data } = await get('/received?route=publish');
	const path = expect.stringContaining(`/feature_sets/${FEATURE_SET}/numbers/publish`);
	expect(data).toMatchObject([{ path, body: { phone_numbers: ['911300000001'] } }]);
});

it('a body that is too large is remembered by its route too', async () => {
	const bearer = await caller.bearer();
	const { status } = await caller.batch('/v3', bearer, ['x'.repeat(5_000_001)]);
	expect(status).toBe(413);
	expect(caller.sandbox.control.counts().batchV3).toEqual({ 413: 1 });
});
