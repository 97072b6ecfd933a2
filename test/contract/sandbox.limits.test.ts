import { LIMITS } from '../../nodes/Truecaller/api/facts/limits';
import { defaultLimits } from '../../nodes/Truecaller/simulation/settings/limits';
import { openCaller, recordNow } from './caller';
import type { Caller, Headers } from './caller';

let caller: Caller;
beforeAll(async () => {
	caller = await openCaller();
});
afterAll(async () => await caller.close());
beforeEach(() => caller.sandbox.control.reset());

const MINUTE_MS = 60_000;

/** One after the other, so that it is certain which one was too many. */
async function logIn(times: number): Promise<number[]> {
	const statuses: number[] = [];
	for (let count = 0; count < times; count += 1) statuses.push((await caller.login()).status);
	return statuses;
}

async function call(times: number, bearer: Headers): Promise<number[]> {
	const record = recordNow({}, caller.sandbox.control.clock().nowMs);
	const answers = Array.from(
		{ length: times },
		async () => await caller.personalise(bearer, record),
	);
	return (await Promise.all(answers)).map(({ status }) => status);
}

const count = (statuses: number[], wanted: number) =>
	statuses.filter((status) => status === wanted).length;

it('the numbers of the pack are the documented ones', () => {
	expect(LIMITS).toMatchObject({
		loginsPerWindow: 10,
		loginWindowMs: 1_800_000,
		tokenLifeMs: 3_600_000,
		realTimeCallsPerWindow: 100,
		realTimeWindowMs: 1_000,
		batchCallsPerWindow: 60,
		batchWindowMs: 60_000,
		recordsPerBatch: 500,
		callWindowMs: 86_400_000,
		callReasonMinLength: 10,
		callReasonMaxLength: 100,
		labelNameMinLength: 3,
		labelNameMaxLength: 40,
		callReasonForbidden: '!@#$%^&*()_+/',
		callReasonNotAtEdge: '.,-',
		labelsPerPage: 1_000,
		numbersPerCall: 10_000,
	});
	expect(defaultLimits().numbersPerFeatureSet).toBe(10_000);
});

describe('ten tokens in thirty minutes', () => {
	it('are given, and the eleventh is not, until the first is thirty minutes old', async () => {
		const { control } = caller.sandbox;
		control.freezeClock();
		expect(await logIn(10)).toEqual(Array(10).fill(200));
		const refused = await caller.login();
		expect(refused.status).toBe(429);
		expect(refused.data.slug).toBe('rate-limit-error');
		expect(refused.headers).not.toHaveProperty('retry-after');
		control.advanceClock(30 * MINUTE_MS - 1);
		expect(await logIn(1)).toEqual([429]);
		control.advanceClock(1);
		expect(await logIn(11)).toEqual([...Array(10).fill(200), 429]);
	});

	it('are counted for the account, not for the key, and only when a token was given', async () => {
		const { keys } = caller.sandbox;
		for (let count = 0; count < 12; count += 1) await caller.login({ apiKey: 'wrong' });
		expect(await logIn(10)).toEqual(Array(10).fill(200));
		expect((await caller.login(keys.withoutCallPersonalisation)).status).toBe(429);
		expect((await caller.login(keys.secondAccount)).status).toBe(200);
	});

	it('tell the true wait in Retry-After when told to', async () => {
		const { control } = caller.sandbox;
		control.freezeClock();
		control.settings({ retryAfter: 'seconds' });
		await logIn(10);
		control.advanceClock(10 * MINUTE_MS + 1);
		expect((await caller.login()).headers['retry-after']).toBe('1200');
		control.settings({ retryAfter: 'date' });
		const until = Date.parse((await caller.login()).headers['retry-after']) - Date.now();
		expect(until).toBeGreaterThan(20 * MINUTE_MS - 2_000);
		expect(until).toBeLessThanOrEqual(20 * MINUTE_MS + 1_000);
	});
});

describe('a hundred real-time calls in a second', () => {
	it('go through, and the next does not, until a second has gone', async () => {
		const { control } = caller.sandbox;
		const { nowMs } = control.freezeClock();
		const bearer = await caller.bearer();
		expect(count(await call(100, bearer), 200)).toBe(100);
		const refused = await caller.personalise(bearer, recordNow({}, nowMs));
		expect(refused.status).toBe(429);
		expect(refused.data.slug).toBe('rate-limit-error');
		expect(refused.headers).not.toHaveProperty('retry-after');
		control.advanceClock(999);
		expect(await call(1, bearer)).toEqual([429]);
		control.advanceClock(1);
		expect(count(await call(101, bearer), 200)).toBe(100);
	});

	it('are counted per token, and refused records count', async () => {
		const { control } = caller.sandbox;
		control.freezeClock();
		const [first, second] = [await caller.bearer(), await caller.bearer()];
		await Promise.all(Array.from({ length: 100 }, async () => await caller.personalise(first, {})));
		expect(await call(1, first)).toEqual([429]);
		expect(await call(1, second)).toEqual([200]);
	});

	it('are counted for all tokens of the account together when it is set so', async () => {
		const { control } = caller.sandbox;
		control.freezeClock();
		control.settings({ limits: { limitsPer: 'account' } });
		const [first, second] = [await caller.bearer(), await caller.bearer()];
		expect(count(await call(60, first), 200)).toBe(60);
		expect(count(await call(60, second), 200)).toBe(40);
		expect(await call(1, first)).toEqual([429]);
		control.advanceClock(1_000);
		expect(count(await call(101, first), 200)).toBe(100);
	});

	it('are no limit when limits are switched off, and another when it is set', async () => {
		const { control } = caller.sandbox;
		control.freezeClock();
		const bearer = await caller.bearer();
		control.settings({ limits: { realTimeCallsPerWindow: 3 } });
		expect(count(await call(5, bearer), 200)).toBe(3);
		control.settings({ limits: { enforced: false } });
		expect(count(await call(150, bearer), 200)).toBe(150);
		expect(count(await logIn(12), 200)).toBe(12);
	});
});

describe('a token', () => {
	it('is good for sixty minutes and not a millisecond more', async () => {
		const { control } = caller.sandbox;
		control.freezeClock();
		const bearer = await caller.bearer();
		control.advanceClock(60 * MINUTE_MS - 1);
		expect((await caller.labels(bearer)).status).toBe(200);
		expect(await call(1, bearer)).toEqual([200]);
		control.advanceClock(1);
		expect((await caller.labels(bearer)).status).toBe(401);
		expect(await call(1, bearer)).toEqual([401]);
	});
});

describe('labels are paged', () => {
	const page = async (bearer: Headers, query: object): Promise<string[]> =>
		(await caller.labels(bearer, query)).data.map(({ id }: { id: string }) => id);

	it('a thousand at a time from page 1 on', async () => {
		caller.sandbox.control.settings({ labelCount: 2_345 });
		const bearer = await caller.bearer();
		const pages = [];
		for (const number of [1, 2, 3, 4]) pages.push(await page(bearer, { page: number }));
		expect(pages.map(({ length }) => length)).toEqual([1_000, 1_000, 345, 0]);
		expect(new Set(pages.flat()).size).toBe(2_345);
		expect(await page(bearer, {})).toEqual(pages[0]);
	});

	it.each([
		[0, [0]],
		[1_000, [1_000, 0]],
		[1_001, [1_000, 1]],
	])('%i labels give pages of %j', async (labelCount, lengths) => {
		caller.sandbox.control.settings({ labelCount });
		const bearer = await caller.bearer();
		for (const [index, length] of lengths.entries()) {
			expect(await page(bearer, { page: index + 1 })).toHaveLength(length);
		}
	});

	it('as many at a time as asked for', async () => {
		const bearer = await caller.bearer();
		const all = await page(bearer, {});
		expect(await page(bearer, { page: 2, limit: 5 })).toEqual(all.slice(5, 10));
		expect(await page(bearer, { page: 3, limit: 5 })).toEqual(all.slice(10));
	});
});
