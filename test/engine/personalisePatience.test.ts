/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test, never shipped */
import { customers, manyCustomers, personaliseCall } from '../support/calls';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

const route = 'realTimeV2';
const sent = () => stage.sandbox.control.received(route);
const outcomes = async (count: number, options = {}) => {
	const { items } = await stage.engine.runNode({
		parameters: personaliseCall({}, options),
		items: manyCustomers(count),
	});
	return items.map(({ json }) => `${String(json.outcome)}/${String(json.reason)}`);
};

describe('patience with Truecaller', () => {
	it('starts no more than 100 calls in each second, and loses nothing', async () => {
		const startedAt = Date.now();
		expect(await outcomes(250)).toEqual(Array(250).fill('pushed/null'));
		// A machine that stalls lets calls arrive late and in a bunch, and never too early: so the start is what counts.
		const early = sent()
			.map(({ at }) => at - startedAt)
			.sort((one, other) => one - other)
			.filter((afterMs, index) => afterMs < Math.floor(index / 100) * 1_000);
		expect(early).toEqual([]);
		const records = sent().filter(({ status }) => status === 200);
		expect(new Set(records.map(({ body }) => JSON.stringify(body))).size).toBe(250);
		expect(records).toHaveLength(250);
	});

	it('slows down when Truecaller asks for it, and still makes every call once', async () => {
		stage.sandbox.control.settings({ limits: { realTimeCallsPerWindow: 20 } });
		expect(await outcomes(60)).toEqual(Array(60).fill('pushed/null'));
		const records = sent().filter(({ status }) => status === 200);
		expect(new Set(records.map(({ body }) => JSON.stringify(body))).size).toBe(60);
	});

	it('waits as long as Retry-After says', async () => {
		stage.sandbox.control.next({ route, status: 429, headers: { 'retry-after': '1' } });
		const startedAt = Date.now();
		expect(await outcomes(1)).toEqual(['pushed/null']);
		expect(Date.now() - startedAt).toBeGreaterThanOrEqual(1_000);
	});

	it('gives up on 429 within the time limit, and says that nothing reached the phone', async () => {
		stage.sandbox.control.next({ route, status: 429, times: 50 });
		const startedAt = Date.now();
		expect(await outcomes(1, { timeLimit: 1_500 })).toEqual(['tryAgain/rateLimited']);
		expect(Date.now() - startedAt).toBeLessThan(2_000);
	});

	it.each([
		[
			'the connection breaks before the call is read',
			{ connection: 'resetBeforeBody' as const },
			'unknown/noAnswer',
		],
		[
			'the connection breaks after the call was read',
			{ connection: 'resetAfterBody' as const },
			'unknown/noAnswer',
		],
		['Truecaller has a fault', { status: 500 }, 'unknown/serverFault'],
		[
			'a proxy answers with a page',
			{ status: 502, body: '<html>Bad gateway</html>' },
			'unknown/serverFault',
		],
		['the answer is cut off', { status: 200, body: '{"status_info":{"sta' }, 'unknown/noAnswer'],
		['the answer is empty', { status: 200, body: '' }, 'unknown/noAnswer'],
		['the answer is of another kind', { status: 200, body: [1, 2] }, 'unknown/noAnswer'],
	])('never sends a call twice when %s', async (_when, interruption, outcome) => {
		await outcomes(1);
		stage.sandbox.control.next({ route, ...interruption });
		expect(await outcomes(3)).toEqual(
			expect.arrayContaining([outcome, 'pushed/null', 'pushed/null']),
		);
		expect(sent()).toHaveLength(4);
	});

	it('ends a call at its time limit, and does not hold up the dialler', async () => {
		await outcomes(1);
		stage.sandbox.control.next({ route, connection: 'hang' });
		const startedAt = Date.now();
		expect((await outcomes(3, { timeLimit: 700 })).sort()).toEqual([
			'pushed/null',
			'pushed/null',
			'unknown/noAnswer',
		]);
		expect(Date.now() - startedAt).toBeLessThan(1_500);
		expect(sent()).toHaveLength(4);
	});

	it('counts a slow login into the time limit', async () => {
		stage.sandbox.control.settings({ loginDelayMs: 3_000 });
		const startedAt = Date.now();
		expect(await outcomes(1, { timeLimit: 500 })).toEqual(['unknown/noAnswer']);
		expect(Date.now() - startedAt).toBeLessThan(1_500);
	});

	it('says that nothing was sent when Truecaller cannot be reached', async () => {
		await stage.sandbox.close();
		const startedAt = Date.now();
		expect(await outcomes(30)).toEqual(Array(30).fill('tryAgain/notSent'));
		expect(Date.now() - startedAt).toBeLessThan(12_000);
		stage = await setStage();
	});

	it('stops within a second when the execution is stopped', async () => {
		stage.sandbox.control.settings({ latencyMs: 50 });
		const { result, stop } = stage.engine.startNode({
			parameters: personaliseCall(),
			items: manyCustomers(500),
		});
		await new Promise((resolve) => setTimeout(resolve, 400));
		stop();
		const stoppedAt = Date.now();
		await result;
		expect(Date.now() - stoppedAt).toBeLessThan(1_000);
		// What was on its way when the user pressed Stop still arrives.
		await new Promise((resolve) => setTimeout(resolve, 300));
		const sentSoFar = sent().length;
		expect(sentSoFar).toBeLessThan(250);
		await new Promise((resolve) => setTimeout(resolve, 1_200));
		expect(sent().length).toBe(sentSoFar);
	});

	it('does nothing for an empty list', async () => {
		const { items, error } = await stage.engine.runNode({
			parameters: personaliseCall(),
			items: customers(),
		});
		expect([items, error, stage.sandbox.control.received().length]).toEqual([[], undefined, 0]);
	});
});
