import { readExample } from './examples';
import { FEATURE_SET, JSON_TYPE, openCaller } from './caller';
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
const RIVAL = 'e2e2f5f5-0000-4000-8000-000000000001';
const NUMBER = '911234567891';

const publish = async (phoneNumbers: unknown, set?: string) =>
	await caller.change(bearer, 'publish', phoneNumbers, set);
const delist = async (phoneNumbers: unknown, set?: string) =>
	await caller.change(bearer, 'delist', phoneNumbers, set);
const advance = (ms: number) => caller.sandbox.control.advanceClock(ms);
const stateOf = (phoneNumber: string, set = FEATURE_SET): string =>
	caller.sandbox.control.numbers(set).find((each) => each.phoneNumber === phoneNumber)?.state ??
	'absent';
/** None of them ends in digits that mean something. */
const many = (count: number) =>
	Array.from({ length: count }, (_, index) => `9133${10_000_000 + index * 10}`);
const invalid = (message: string) => ({ slug: 'invalid-input', message });

describe('a publish or delist is refused as a whole', () => {
	it.each<[string, unknown, string]>([
		['without numbers', undefined, 'phone_numbers is required'],
		['with one text', NUMBER, 'phone_numbers must be an array of strings'],
		[
			'with a number that is no text',
			[NUMBER, 911234567891],
			'phone_numbers must be an array of strings',
		],
		['with an empty list', [], 'phone_numbers must contain between 1 and 10000 numbers'],
		['with 10,001 numbers', many(10_001), 'phone_numbers must contain between 1 and 10000 numbers'],
	])('%s', async (_how, phoneNumbers, message) => {
		for (const change of [publish, delist]) {
			const { status, data } = await change(phoneNumbers);
			expect({ status, data }).toEqual({ status: 400, data: invalid(message) });
		}
	});

	it('with a field nobody knows, or no JSON', async () => {
		const { method, path: url } = readExample('publish.pending').request;
		const headers = { ...bearer, ...JSON_TYPE };
		const unknown = await caller.send({ method, url, headers, data: { numbers: [NUMBER] } });
		expect(unknown.data).toEqual(invalid('numbers is not allowed'));
		const broken = await caller.send({ method, url, headers, data: '[' });
		expect(broken.data).toEqual(invalid('body must be a JSON object'));
	});

	it('for a feature set nobody has, or another account has', async () => {
		for (const set of ['99999999-0000-4000-8000-000000000001', RIVAL]) {
			for (const change of [publish, delist]) {
				const { status, data } = await change([NUMBER], set);
				const refusal = { slug: 'not-found-error', message: 'feature set not found' };
				expect({ status, data }).toEqual({ status: 404, data: refusal });
			}
		}
	});

	it('when the feature set would hold more than 10,000, and then nothing is listed', async () => {
		const first = many(9_997);
		expect((await publish(first)).data.new_numbers).toHaveLength(9_997);
		const { status, data } = await publish([NUMBER]);
		const message = 'a feature set can have at most 10000 numbers';
		expect({ status, data }).toEqual({ status: 400, data: invalid(message) });
		expect(stateOf(NUMBER)).toBe('absent');
		expect((await publish([NUMBER], KYC)).data.status).toBe('pending');
		advance(4_000);
		await delist(first.slice(0, 1));
		advance(6_000);
		expect((await publish(['911300000001'])).data.status).toBe('pending');
	});

	it('sooner, when the limits are set lower', async () => {
		caller.sandbox.control.settings({ limits: { numbersPerCall: 2, numbersPerFeatureSet: 4 } });
		expect((await publish(many(3))).status).toBe(400);
		expect((await publish(many(2))).status).toBe(400);
		expect((await publish(many(1))).status).toBe(200);
	});
});
