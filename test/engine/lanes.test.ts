/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { setTimeout as pause } from 'node:timers/promises';

import { personaliseCall } from '../support/calls';
import { countCalls, runCalls, setLaneStage } from '../support/laneStage';
import type { Stage } from '../support/sandbox';

const MINUTE_MS = 60_000;

const realNow = Date.now.bind(Date);
let passedMs = 0;

let stage: Stage;
afterEach(async () => {
	jest.restoreAllMocks();
	passedMs = 0;
	await stage.sandbox.close();
});

/** Lets the clocks of n8n and of the sandbox go on at once. */
const letPass = (ms: number): void => {
	passedMs += ms;
	jest.spyOn(Date, 'now').mockImplementation(() => realNow() + passedMs);
};

const expectAllPushed = async (count: number): Promise<void> => {
	const { items, error } = await runCalls(stage, count);
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.outcome)).toEqual(Array(count).fill('pushed'));
};

const hintsOf = (run: Awaited<ReturnType<typeof runCalls>>): string[] =>
	(run.run.data.resultData.runData.Truecaller?.[0]?.hints ?? []).map(({ message }) => message);

describe('with Parallel Tokens', () => {
	it('calls go out on all tokens, each within its limit, and every call once', async () => {
		stage = await setLaneStage(4);
		const startedAt = Date.now();
		await expectAllPushed(70);
		// One token would take eighteen seconds.
		expect(Date.now() - startedAt).toBeLessThan(12_000);
		expect(countCalls(stage)).toMatchObject({
			taken: 70,
			different: 70,
			tokens: [1, 2, 3, 4],
			logins: 4,
		});
	});

	it('one token is asked for where one is enough', async () => {
		stage = await setLaneStage(8);
		await expectAllPushed(5);
		await stage.engine.runNode({ parameters: { resource: 'label', operation: 'getMany' } });
		expect(countCalls(stage)).toMatchObject({ taken: 5, tokens: [1], logins: 1 });
	});

	it('the tokens serve the runs that follow', async () => {
		stage = await setLaneStage(2);
		await expectAllPushed(25);
		await expectAllPushed(25);
		expect(countCalls(stage)).toMatchObject({ taken: 50, logins: 2 });
	});

	it('a token that expired on one lane is renewed there, and no call is lost or made twice', async () => {
		stage = await setLaneStage(2);
		await expectAllPushed(25);
		letPass(20 * MINUTE_MS);
		Object.assign(stage.engine.credentials.stored, {
			accessToken: 'gone',
			tokenIssuedAt: Date.now(),
		});
		await stage.engine.runNode({ parameters: { resource: 'label', operation: 'getMany' } });
		letPass(20 * MINUTE_MS);
		// The token of the second lane is 40 minutes old now, and the new one of n8n 20.
		stage.sandbox.control.settings({ limits: { tokenLifeMs: 30 * MINUTE_MS } });
		await expectAllPushed(25);
		const calls = countCalls(stage);
		expect(calls).toMatchObject({ taken: 50, tokens: [1, 2, 3, 4], logins: 4 });
		expect(calls.of(401)).toBeGreaterThanOrEqual(1);
	});

	it('tokens that expired on all lanes are each renewed once', async () => {
		stage = await setLaneStage(4);
		await expectAllPushed(70);
		letPass(40 * MINUTE_MS);
		stage.sandbox.control.settings({ limits: { tokenLifeMs: 30 * MINUTE_MS } });
		await expectAllPushed(70);
		expect(countCalls(stage)).toMatchObject({
			taken: 140,
			tokens: [1, 2, 3, 4, 5, 6, 7, 8],
			logins: 8,
		});
	});

	it('a bad token that comes back as HTTP 500 is renewed as well', async () => {
		stage = await setLaneStage(2);
		stage.sandbox.control.settings({ legacyBadToken: true });
		await expectAllPushed(25);
		letPass(40 * MINUTE_MS);
		stage.sandbox.control.settings({ limits: { tokenLifeMs: 30 * MINUTE_MS } });
		await expectAllPushed(25);
		expect(countCalls(stage)).toMatchObject({ taken: 50, tokens: [1, 2, 3, 4], logins: 4 });
	});

	it('a lane whose login is refused is not used, and never an error', async () => {
		stage = await setLaneStage(5);
		stage.sandbox.control.settings({ limits: { loginsPerWindow: 3 } });
		await expectAllPushed(50);
		await expectAllPushed(20);
		expect(countCalls(stage)).toMatchObject({
			taken: 70,
			different: 70,
			tokens: [1, 2, 3],
			// The fourth was refused, and a fifth not asked for.
			logins: 4,
		});
	});

	it('one limit for the whole account leaves one token for an hour, and a hint says so', async () => {
		stage = await setLaneStage(4);
		stage.sandbox.control.settings({ limits: { limitsPer: 'account' } });
		const result = await runCalls(stage, 40);
		expect(result.items.map(({ json }) => json.outcome)).toEqual(Array(40).fill('pushed'));
		expect(hintsOf(result)).toContainEqual(
			expect.stringContaining('as if one limit counted for your whole account'),
		);
		const before = countCalls(stage);
		expect(before).toMatchObject({ taken: 40, different: 40 });
		await expectAllPushed(25);
		expect(countCalls(stage).logins).toBe(before.logins);
		letPass(61 * MINUTE_MS);
		await expectAllPushed(25);
		expect(countCalls(stage).logins).toBeGreaterThan(before.logins + 1);
	});

	it('an account that has one token at a time keeps it, and a hint says so', async () => {
		stage = await setLaneStage(4);
		stage.sandbox.control.settings({ newLoginEndsFormerToken: true });
		const result = await runCalls(stage, 40);
		expect(result.items.map(({ json }) => json.outcome)).toEqual(Array(40).fill('pushed'));
		expect(hintsOf(result)).toContainEqual(
			expect.stringContaining('as if your account could have only one at a time'),
		);
		expect(countCalls(stage)).toMatchObject({ taken: 40, different: 40 });
		expect(countCalls(stage).logins).toBeLessThanOrEqual(6);
	});

	it('no token stands in what a run leaves behind, when every token is turned away', async () => {
		stage = await setLaneStage(3);
		await expectAllPushed(25);
		stage.sandbox.control.next({ route: 'realTimeV2', status: 401, times: 1_000 });
		const { error, run } = await runCalls(stage, 15);
		expect(error?.message).toMatch(
			/^Truecaller does not accept the access token, not even a new one \[item \d+\]$/,
		);
		expect(JSON.stringify(run.data.resultData)).not.toMatch(/[A-Za-z\d]{64}/);
		expect(countCalls(stage).logins).toBeLessThanOrEqual(6);
	});

	it('a credential that is kept to other hosts logs in for no further lane', async () => {
		stage = await setLaneStage(3, {
			allowedHttpRequestDomains: 'domains',
			allowedDomains: 'example.com',
		});
		await expectAllPushed(25);
		expect(countCalls(stage)).toMatchObject({ taken: 25, tokens: [1], logins: 1 });
	});

	it('a run stops within a second when the execution is stopped', async () => {
		stage = await setLaneStage(2);
		await expectAllPushed(25);
		const before = countCalls(stage).taken;
		const { result, stop } = stage.engine.startNode({
			parameters: personaliseCall(),
			items: Array.from({ length: 200 }, (_none, index) => ({ phone: `98765${40_000 + index}0` })),
		});
		await pause(1_500);
		stop();
		const startedAt = Date.now();
		await result;
		expect(Date.now() - startedAt).toBeLessThan(1_000);
		expect(countCalls(stage).taken - before).toBeLessThan(100);
	});

	it('the simulation has one token, and sends nothing', async () => {
		stage = await setLaneStage(8);
		const { items } = await stage.engine.runNode({
			parameters: personaliseCall({ connectTo: 'simulation' }),
			items: [{ phone: '9876540000' }],
		});
		expect(items[0]?.json).toMatchObject({ outcome: 'pushed', simulated: true });
		expect(stage.sandbox.control.received()).toEqual([]);
	});
});
