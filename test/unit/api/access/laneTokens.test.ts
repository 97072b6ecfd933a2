import fc from 'fast-check';

import type { Token } from '../../../../nodes/Truecaller/api/access/tokens';
import { failed, MINUTE, NO_TOKEN, SECOND } from '../../../support/governor';
import { setUpLanes } from '../../../support/lanes';

const HOUR = 60 * MINUTE;

describe('the tokens of further lanes', () => {
	it('are kept for an hour, and replaced while they still serve', async () => {
		const { lanes, renew, pass, logins } = setUpLanes();
		expect(lanes.tokenOf(3)).toBeUndefined();
		expect(await renew(3)).toBe('token-1');
		pass(55 * MINUTE - 1);
		expect([lanes.tokenOf(3), lanes.mayLogIn(3)]).toEqual(['token-1', false]);
		pass(1);
		expect([lanes.tokenOf(3), lanes.mayLogIn(3)]).toEqual(['token-1', true]);
		pass(5 * MINUTE);
		expect(lanes.tokenOf(3)).toBeUndefined();
		expect(await renew(3)).toBe('token-2');
		expect(logins).toHaveLength(2);
	});

	it('are asked for once, however many calls find that there is none', async () => {
		const { renew, logins } = setUpLanes();
		const answers = await Promise.all(Array.from({ length: 20 }, async () => await renew(1)));
		expect(new Set(answers)).toEqual(new Set(['token-1']));
		expect(logins).toHaveLength(1);
	});

	it('leave two of the ten logins in half an hour to n8n', async () => {
		const { renew, renewMain, logInMain, pass, logins } = setUpLanes();
		const first = await logInMain();
		for (let lane = 1; lane <= 9; lane++) await renew(lane);
		expect(logins.map(({ lane }) => lane)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
		pass(11 * MINUTE);
		expect(await renewMain(first)).toMatchObject({ ok: true, token: 'token-9' });
		pass(19 * MINUTE);
		expect(await renew(8)).toBe('token-10');
	});

	it('are not asked for after a refusal, until its pause is over, and the refusal is no error of n8n', async () => {
		const { renew, renewMain, answerWith, pass, logins } = setUpLanes();
		await renew(1);
		answerWith(failed({ kind: 'quota' }));
		expect(await renew(2)).toBeUndefined();
		expect(await renew(3)).toBeUndefined();
		expect(logins.map(({ lane }) => lane)).toEqual([1, 2]);
		answerWith(undefined);
		expect(await renewMain()).toMatchObject({ ok: true });
		pass(5 * MINUTE);
		expect(await renew(3)).toBe('token-4');
	});

	it('are not asked for while n8n itself may not log in', async () => {
		const { renew, renewMain, answerWith, logins } = setUpLanes();
		answerWith(failed());
		await renewMain();
		answerWith(undefined);
		expect(await renew(1)).toBeUndefined();
		expect(logins).toHaveLength(1);
	});

	it('are renewed once in a minute at most where they are turned away', async () => {
		const { lanes, renew, pass, logins } = setUpLanes();
		await renew(1);
		lanes.drop(1, 'another');
		expect(lanes.tokenOf(1)).toBe('token-1');
		lanes.drop(1, 'token-1');
		expect([lanes.tokenOf(1), await renew(1)]).toEqual([undefined, undefined]);
		pass(60 * SECOND);
		expect(await renew(1)).toBe('token-2');
		expect(logins).toHaveLength(2);
	});

	it('tell where a login for a lane has ended the token of n8n, which may log in again at once', async () => {
		const { lanes, renew, renewMain, logInMain, pass } = setUpLanes();
		const first = await logInMain();
		pass(SECOND);
		await renew(1);
		expect(lanes.hasEndedMain()).toBe(false);
		pass(SECOND);
		const second = await renewMain(first);
		expect(second).toMatchObject({ ok: true, token: 'token-3' });
		expect(lanes.hasEndedMain()).toBe(true);
		// While the new token of n8n is looked at, no lane may end that as well.
		expect(await renew(2)).toBeUndefined();
		pass(HOUR);
		pass(1);
		expect(lanes.hasEndedMain()).toBe(false);
	});

	it('do not blame a lane where the token of n8n ends near its time', async () => {
		const { lanes, renew, renewMain, logInMain, pass } = setUpLanes();
		const first = await logInMain();
		await renew(1);
		pass(HOUR - SECOND);
		expect(await renewMain(first)).toMatchObject({ ok: true, token: 'token-3' });
		expect(lanes.hasEndedMain()).toBe(false);
		expect(await renew(1)).toBe('token-4');
	});

	it('do not blame a lane where the token of n8n had been turned away before', async () => {
		const { lanes, renew, renewMain, logInMain, pass } = setUpLanes();
		await renewMain(await logInMain());
		pass(2 * MINUTE);
		await renew(1);
		expect(lanes.hasEndedMain()).toBe(false);
	});
});

const steps = fc.array(
	fc.record({
		passMs: fc.integer({ min: 0, max: 3 * MINUTE }),
		lane: fc.integer({ min: 0, max: 7 }),
		isLost: fc.boolean(),
		isRefused: fc.boolean(),
	}),
	{ maxLength: 120 },
);

it('No half hour ever sees more than ten logins, nor more than eight before one for a lane', async () => {
	await fc.assert(
		fc.asyncProperty(steps, async (asked) => {
			const { lanes, logins, pass, answerWith, renew, renewMain } = setUpLanes();
			let current: Token = NO_TOKEN;
			for (const { passMs, lane, isLost, isRefused } of asked) {
				pass(passMs);
				answerWith(isRefused ? failed({ kind: 'temporary' }) : undefined);
				const token = lanes.tokenOf(lane);
				if (isLost && token !== undefined) lanes.drop(lane, token);
				if (lane > 0) await renew(lane);
				const answer = lane === 0 ? await renewMain(current) : undefined;
				if (answer?.ok) current = answer;
			}
			logins.forEach(({ atMs, lane }, index) => {
				const before = logins.slice(0, index).filter((each) => each.atMs > atMs - 30 * MINUTE);
				expect(before.length).toBeLessThan(lane === 0 ? 10 : 8);
			});
		}),
	);
});
